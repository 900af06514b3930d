"""From documents to a searchable index on disk, and a LangChain retriever over it.

Names are fetched when first used: what only reads an index's documents must not wait for torch.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.build import BuildReport, build_index
    from index.corpus import is_stale
    from index.errors import BrokenIndex, EmptyCorpus, EncoderProblem, IndexProblem, NoIndex
    from index.model_files import SHIPPED_ENCODER
    from index.passages import Passage
    from index.question.filters import Filters
    from index.retriever import Hit, HybridRetriever, open_index, open_version
    from index.store import Manifest, current_version, is_held, read_manifest, switch_back, versions
    from index.texts import read_documents

_HOMES = {
    "BrokenIndex": "errors",
    "BuildReport": "build",
    "SHIPPED_ENCODER": "model_files",
    "EmptyCorpus": "errors",
    "EncoderProblem": "errors",
    "Filters": "question.filters",
    "Hit": "retriever",
    "Manifest": "store",
    "HybridRetriever": "retriever",
    "IndexProblem": "errors",
    "NoIndex": "errors",
    "Passage": "passages",
    "build_index": "build",
    "current_version": "store",
    "is_held": "store",
    "is_stale": "corpus",
    "open_index": "retriever",
    "open_version": "retriever",
    "read_documents": "texts",
    "read_manifest": "store",
    "switch_back": "store",
    "versions": "store",
}

__all__ = [
    "SHIPPED_ENCODER",
    "BrokenIndex",
    "BuildReport",
    "EmptyCorpus",
    "EncoderProblem",
    "Filters",
    "Hit",
    "HybridRetriever",
    "IndexProblem",
    "Manifest",
    "NoIndex",
    "Passage",
    "build_index",
    "current_version",
    "is_held",
    "is_stale",
    "open_index",
    "open_version",
    "read_documents",
    "read_manifest",
    "switch_back",
    "versions",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562: any exported name)
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"index.{_HOMES[name]}"), name)
