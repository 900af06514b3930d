"""Coverage-guided fuzzing of reading, from bytes to the tree; no part of the test run.

    pip install atheris
    python tests/fuzz/fuzz_read.py FOLDER_OF_FINDS -max_total_time=3600 -dict=tests/fuzz/law.dict

What it finds becomes a test in tests/ingest.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["ingest"]):
    from ingest import Document, IngestError, read_document
    from ingest.akn import read_akn, to_akn
    from ingest.formats import docx, html, markdown, text  # noqa: F401 (else they load later, not watched)

SUFFIXES = (".txt", ".md", ".html", ".docx")
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))


def check(document: Document) -> None:
    """Raise AssertionError where a document breaks a promise: words lost, eids twice, spans crossed."""
    joined = "".join(f"{p.num}{p.heading or ''}{p.text}" for p in document.provisions)
    assert "".join(joined.split()) == "".join(document.text.split())
    by_eid = {provision.eid: provision for provision in document.provisions}
    assert len(by_eid) == len(document.provisions)
    for provision in document.provisions:
        parent = by_eid.get(provision.parent or "")
        assert parent is None or parent.span[0] <= provision.span[0] <= provision.span[1] <= parent.span[1]
    for reference in document.references:
        assert document.text[slice(*reference.span)] == reference.text
    assert read_akn(to_akn(document), FOLDER / "a.xml") == document


def one_input(data: bytes) -> None:
    """Read the bytes as a file whose suffix the first of them chooses."""
    path = FOLDER / f"van-ban{SUFFIXES[data[0] % len(SUFFIXES) if data else 0]}"
    path.write_bytes(data[1:])
    try:
        document = read_document(path)
    except IngestError:
        return
    check(document)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
