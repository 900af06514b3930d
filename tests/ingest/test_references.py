"""Every citation in a text, exactly: against lists written by hand, and lines a lawyer could have written."""

import csv
import hashlib
from pathlib import Path

import pytest

from ingest import Reference, read_document

HERE = Path(__file__).parent / "references"
SHARED = Path("../shared/documents")


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def path_of(reference: Reference) -> str:
    return "/".join(f"{step.unit} {step.label}".strip() for step in reference.path)


@pytest.mark.parametrize("name", ["179-nq-hdnd-quang-ninh-2023", "05-2025-nq-hdnd-soc-trang"])
def test_references_equal_those_written_down_by_hand(corpus: Path, name: str) -> None:
    document = read_document(corpus / f"{name}.txt")
    fields = ("text", "kind", "number", "issued_on", "issuer", "title", "relation")
    found = [{field: getattr(r, field) or "" for field in fields} for r in document.references]
    assert found == rows(name)
    assert [document.text[slice(*r.span)] for r in document.references] == [r.text for r in document.references]


@pytest.mark.skipif(not SHARED.exists(), reason="bản gốc các luật, nghị định không có ở ../shared/documents")
@pytest.mark.parametrize("file", sorted({row["file"] for row in rows("shared")}))
def test_references_of_paragraphs_equal_those_written_down_by_hand(file: str) -> None:
    document = read_document(SHARED / file)
    starts, start = {}, 0
    for line in document.text.split("\n"):
        starts.setdefault(hashlib.sha256(line.encode()).hexdigest()[:12], (start, start + len(line)))
        start += len(line) + 1
    by_hand = [row for row in rows("shared") if row["file"] == file]
    for paragraph in dict.fromkeys(row["paragraph"] for row in by_hand):
        first, last = starts[paragraph]
        found = [
            (r.span[0] - first, r.span[1] - first, path_of(r), r.number or r.title or "")
            for r in document.references
            if first <= r.span[0] < last
        ]
        assert found == [
            (int(row["start"]), int(row["end"]), row["path"], row["act"])
            for row in by_hand
            if row["paragraph"] == paragraph and row["start"]
        ]
