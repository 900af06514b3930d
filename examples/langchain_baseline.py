"""A stock LangChain pipeline whose answers are brought into the answer format; see docs/scoring-others.md.

    python examples/langchain_baseline.py --questions eval/gold/seeds-dev.jsonl --out answers.jsonl
    danchu eval score --gold eval/gold/seeds-dev.jsonl --answers answers.jsonl

Text is cut by length, chunks are ranked by the nearness of vectors, and the nearest are the answer.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from langchain_core.documents import Document as Chunk
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index import SHIPPED_ENCODER
from index.encoder import load_encoder
from ingest import Document, Span, read_document, texts_in

CHUNK, OVERLAP = 300, 30
"""Characters of a chunk, and of it those that the next one has too."""

BEST = 3
LEAST = 0.224
"""The nearest chunk's cosine under which there is no answer: 4 % of the answerable seeds-dev lie under it."""


def chunked(documents: Mapping[str, Document], encoder: Embeddings) -> InMemoryVectorStore:
    """Cut canonical texts into chunks that know their document and where they start, and encode them."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    texts = [document.text for document in documents.values()]
    store = InMemoryVectorStore(encoder)
    store.add_documents(splitter.create_documents(texts, [{"document": name} for name in documents]))
    return store


def nearest(question: str, store: InMemoryVectorStore) -> list[Chunk]:
    """Return the chunks that answer a question; none for one whose words the encoder does not know."""
    vector = store.embeddings.embed_query(question)
    if not any(vector):  # LangChain's cosine divides by its length
        return []
    found = store.similarity_search_with_score_by_vector(vector, BEST)
    return [chunk for chunk, _ in found] if found[0][1] >= LEAST else []


def cited(chunk: Chunk, document: Document) -> Iterator[dict[str, Any]]:
    """Yield a citation of each provision whose own words a chunk holds, quoting the words that it holds."""
    start = chunk.metadata["start_index"]
    end = start + len(chunk.page_content)
    for provision in document.provisions:
        span = max(start, provision.text_span[0]), min(end, provision.text_span[1])
        if document.text[slice(*span)].strip() and span[0] < span[1]:
            path = [{"unit": step.unit, "label": step.label} for step in provision.path]
            yield citation(document, path, span)


def citation(document: Document, path: list[dict[str, str]], span: Span) -> dict[str, Any]:
    """Return a citation as the scorer reads it: document, path, span, and the words there."""
    return {
        "document": {"id": document.id},
        "path": path,
        "quote": document.text[slice(*span)],
        "span": list(span),
    }


def answered(
    question: Mapping[str, Any], store: InMemoryVectorStore, documents: Mapping[str, Document]
) -> dict[str, Any]:
    """Answer a line {"id", "question"} with an object of the answer format."""
    chunks = nearest(question["question"], store)
    found = [one for chunk in chunks for one in cited(chunk, documents[chunk.metadata["document"]])]
    numbered = [{"n": number, **one} for number, one in enumerate(found, start=1)]
    return {
        "id": question["id"],
        "question": question["question"],
        "status": "answered" if numbered else "abstained",
        "reason": None if numbered else "no_evidence",
        "answer": "\n".join(f"{one['quote']} [{one['n']}]" for one in numbered),
        "claims": [{"text": one["quote"], "citations": [one["n"]]} for one in numbered],
        "citations": numbered,
    }


def main() -> None:
    """Answer a file of questions."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--corpus", type=Path, default=Path("corpus"))
    options.add_argument("--questions", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    read = (read_document(path) for path in texts_in(given.corpus))
    documents = {document.id: document for document in read}
    store = chunked(documents, load_encoder(SHIPPED_ENCODER))
    with given.out.open("w", encoding="utf-8") as out:
        for line in given.questions.read_text(encoding="utf-8").splitlines():
            print(json.dumps(answered(json.loads(line), store, documents), ensure_ascii=False), file=out)


if __name__ == "__main__":
    main()
