"""Fuzzing of Word documents and PDF files from within, where mutated bytes alone break the shell.

    pip install atheris
    python -m tests.fuzz.fuzz_packed FOLDER_OF_FINDS -max_total_time=600 -timeout=10 -rss_limit_mb=1024

The first byte of an input chooses what the others are: a part of a Word document, whose other parts are
sound, or a PDF file with unfolded streams. What it finds becomes a test in tests/ingest.
"""

import io
import os
import random
import sys
import zipfile

import atheris
import docx
from lxml import etree
from reportlab.pdfgen.canvas import Canvas

with atheris.instrument_imports(include=["ingest"]):
    from ingest import IngestError, read_document
    from ingest.formats import docx as _docx  # noqa: F401 (else it loads later, not watched)
    from ingest.formats import pdf as _pdf  # noqa: F401
from tests.fuzz.fuzz_read import FOLDER, check

PARTS = ("document", "numbering", "styles", "footnotes", "settings")
KINDS = (*PARTS, "pdf")

_ANEW = 0.05
"""The share of changes that begin again from a sound input."""

_TREE = 0.95
"""The share of changes to a part that leave it well-formed; several are made to an input."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRINTED = """
<w:p><w:r><w:t>NGHỊ QUYẾT</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Điều 1. Phạm vi</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
  <w:r><w:rPr><w:caps/><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>Céng khai</w:t><w:tab/></w:r>
  <w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>
  <w:r><w:footnoteReference w:id="2"/><w:br/><w:sym w:char="F0B7"/></w:r></w:p>
<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tr>
  <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p></w:tc>
  <w:tc><w:p><w:r><w:t>TM. ỦY BAN</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Khung</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>
"""
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>Xem khoản 2.</w:t></w:r></w:p></w:footnote>'
STYLE = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Normal"/><w:pPr><w:numPr>
  <w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
"""
WORDS = ("Điều 1. ", "1. ", "a) ", "- ", "“", "Phụ lục I", "Nơi nhận:", "99999999999", "-1", " ")


def word_parts() -> dict[str, bytes]:
    """Return every file of a sound Word document; the parts that are mutated among them."""
    file = io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relation = (
        f'<Relationship Id="rId99" Type="{RELATION}/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{NOTE}</w:footnotes>'.encode()
    parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{STYLE}</w:styles>'.encode()
    body = f"<w:body>{PRINTED}</w:body>"
    parts["word/document.xml"] = f'<w:document xmlns:w="{W}">{body}</w:document>'.encode()
    return parts


SOUND = word_parts()


def printed_pdf() -> bytes:
    """Return a PDF file of two pages with a raised mark, a small line and two columns, not folded."""
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=0)
    for page in range(2):
        line = canvas.beginText(90, 760)
        for size, rise, words in ((14, 0, "1. Theo quy dinh"), (8, 5, "1"), (14, 0, " cua Luat")):
            line.setFont("Helvetica", size)
            line.setRise(rise)
            line.textOut(words)
        canvas.drawText(line)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(90, 700, f"TM. UY BAN {page}")
        canvas.drawString(350, 700, "KT. CHU TICH")
        canvas.line(90, 120, 200, 120)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(90, 100, "1 Xem khoan 2 Dieu 5.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


SEEDS = [bytes([n]) + SOUND[f"word/{part}.xml"] for n, part in enumerate(PARTS)]
SEEDS.append(bytes([len(SEEDS)]) + printed_pdf())


def word_file(part: str, content: bytes) -> bytes:
    """Return a Word document one of whose parts is this."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, sound in SOUND.items():
            archive.writestr(name, content if name == f"word/{part}.xml" else sound)
    return file.getvalue()


def one_input(data: bytes) -> None:
    """Read the bytes as what the first of them chooses."""
    kind = KINDS[data[0] % len(KINDS) if data else 0]
    path = FOLDER / ("van-ban.pdf" if kind == "pdf" else "van-ban.docx")
    path.write_bytes(data[1:] if kind == "pdf" else word_file(kind, data[1:]))
    try:
        document = read_document(path)
    except IngestError:
        return
    check(document)


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Change the tree of a part most often; else, and in a PDF file, the bytes.

    The sound inputs all say the same, of which a corpus keeps one: so one of them comes in now and then.
    """
    choose = random.Random(seed)
    data = choose.choice(SEEDS) if choose.random() < _ANEW else data
    kind = KINDS[data[0] % len(KINDS) if data else 0]
    if kind != "pdf" and choose.random() < _TREE:
        try:
            root = etree.fromstring(data[1:])
        except (etree.XMLSyntaxError, ValueError):
            pass
        else:
            _change(root, choose)
            changed = data[:1] + etree.tostring(root)
            return changed if len(changed) <= most else data
    mutated: bytes = atheris.Mutate(data[1:], most - 1)
    return data[:1] + mutated


def _change(root: etree._Element, choose: random.Random) -> None:
    """Copy, move, remove or rename an element, or change what it says."""
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    one, other = choose.choice(nodes), choose.choice(nodes)
    match choose.randrange(5):
        case 0:
            copy = etree.fromstring(etree.tostring(one))
            other.insert(choose.randint(0, len(other)), copy)
        case 1 if one.getparent() is not None:
            one.getparent().remove(one)
        case 2:
            one.tag = other.tag
        case 3:
            for name in one.keys():  # noqa: SIM118 (the words of an element)
                one.set(name, choose.choice([*other.values(), *WORDS]))
        case _:
            one.text = (one.text or "") + choose.choice(WORDS)


if __name__ == "__main__":
    os.environ["PATH"] = ""  # no page is read by Tesseract
    atheris.Setup(sys.argv, one_input, custom_mutator=mutate)
    atheris.Fuzz()
