"""What the tests share: one index of the project's own corpus, built once a run."""

import os
import shutil
from pathlib import Path

import pytest

from index import HybridRetriever, build_index, open_index

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"


@pytest.fixture(autouse=True)
def _as_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in the project's folder, without a user's own settings."""
    monkeypatch.chdir(ROOT)
    for name in [name for name in os.environ if name.startswith("DANCHU_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    build_index(CORPUS, folder)
    return folder


@pytest.fixture(scope="session")
def retriever(index_dir: Path) -> HybridRetriever:
    return open_index(index_dir)


@pytest.fixture
def own_corpus(tmp_path: Path) -> Path:
    """Give a copy of the corpus that a test may change."""
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
