"""Layout is repaired and recorded, words stay: lines as the corpus prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.edit import Edit, OffsetMap, apply_edits
from ingest.source import Source


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("có hiệu lực từ ngày thông qua. *ls*\n", "có hiệu lực từ ngày thông qua.", ["scan_noise"]),
        ("**Điều 2.** Nội dung", "Điều 2. Nội dung", ["bold", "bold"]),
        ("## **2. Mục tiêu**", "2. Mục tiêu", ["heading_mark", "bold", "bold"]),
        ("**CHỦ TỊCH****Lò Văn Phương**", "CHỦ TỊCH\nLò Văn Phương", ["bold", "bold_seam", "bold"]),
        ("[bookmark: _GoBack]3.3. Trách nhiệm", "3.3. Trách nhiệm", ["bookmark"]),
        ("cơ quan, đơn\n\nvị, tổ chức", "cơ quan, đơn vị, tổ chức", ["page_break"]),
        ("trên địa\nbàn tỉnh", "trên địa bàn tỉnh", ["line_wrap"]),
        (
            "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của  \nChính phủ quy định",
            "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định",
            ["line_wrap"],
        ),
        ("Nội dung.\n\na) Các cơ quan", "Nội dung.\na) Các cơ quan", []),
        ("gồm các mục\na) Các cơ quan", "gồm các mục\na) Các cơ quan", []),
        ("theo quy định.  \n(Có dự thảo kèm theo)", "theo quy định.\n(Có dự thảo kèm theo)", []),
        ("NGHỊ QUYẾT  \nVề các biện pháp", "NGHỊ QUYẾT\nVề các biện pháp", []),
        ("Số:\u00a0\u00a0  /KH-UBND\t", "Số: /KH-UBND", []),
        ("điểm [1] giữ nguyên", "điểm [1] giữ nguyên", []),
    ],
)
def test_a_line_is_cleaned(source: str, text: str, kinds: list[str]) -> None:
    cleaned = clean(Source(source))
    assert cleaned.text == text
    assert [repair.kind for repair in cleaned.repairs] == kinds


def test_a_footnote_becomes_a_note_where_it_was_marked() -> None:
    cleaned = clean(
        Source("dân chủ[footnoteRef:1], trong những năm qua. [1:  Pháp lệnh số 34.] \n\nViệc khác.")
    )
    assert cleaned.text == "dân chủ, trong những năm qua.\nViệc khác."
    assert [(note.label, note.text) for note in cleaned.notes] == [("1", "Pháp lệnh số 34.")]
    assert cleaned.notes[0].at == cleaned.text.index("\n")


@pytest.mark.parametrize("source", ["a  **b** c\n\n\nd) e", "  x \n y", "### a\n*ls* b"])
def test_the_way_back_leads_to_the_same_letters(source: str) -> None:
    cleaned = clean(Source(source))
    for at, letter in enumerate(cleaned.text):
        if not letter.isspace():
            assert source[cleaned.to_source(at)] == letter


@given(st.text(alphabet="ab c\n*#.đA)1", max_size=80))
def test_letters_are_neither_lost_nor_added(source: str) -> None:
    def letters(text: str) -> str:
        return "".join(character for character in text if character.isalnum())

    assert letters(clean(Source(source)).text) == letters(source)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3))))
def test_offsets_outside_edits_survive_both_ways(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, after in sorted(wanted):
        if (not edits or start > edits[-1].end) and start + length <= len(text):
            edits.append(Edit(start, start + length, after))
    edited, offsets = apply_edits(text, edits), OffsetMap(edits)
    kept = [at for at in range(len(text)) if not any(e.start <= at < e.end for e in edits)]
    for at in kept:
        assert edited[offsets.forward(at)] == text[at]
        assert offsets.back(offsets.forward(at)) == at
