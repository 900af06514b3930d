"""Every citation in a text, exactly: against lists written by hand, and lines a lawyer could have written."""

import csv
import gc
import hashlib
import time
from pathlib import Path

import pytest

from ingest import Reference, read_document
from ingest.references import cited_acts, find_references
from ingest.structure import read_structure

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
    assert [document.text[slice(*r.span)] for r in document.references] == [
        r.text for r in document.references
    ]


@pytest.mark.skipif(not SHARED.exists(), reason="bản gốc các luật, nghị định không có ở ../shared/documents")
@pytest.mark.parametrize("file", sorted({row["file"] for row in rows("shared")}))
def test_references_of_paragraphs_equal_those_written_down_by_hand(file: str) -> None:
    document = read_document(SHARED / file)
    starts: dict[str, tuple[int, int]] = {}
    start = 0
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


HEADER = "NGHỊ ĐỊNH\nVề dân chủ\n"
AROUND = HEADER + (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 5. Tên điều\n1. Mở đầu.\n2. Nội dung:\na) Một;\nb) {sentence}\n"
    "Điều 6. Khác\nHết.\n"
)
"""The sentence stands in điểm b khoản 2 Điều 5 Chương I of a decree."""


def find(text: str) -> tuple[Reference, ...]:
    return find_references(text, read_structure(text).provisions, "Nghị định")


def shown(reference: Reference) -> str:
    """Write "words = path..through @ act", the act left out where it is this one."""
    act = reference.number or reference.title
    through = f"..{reference.through[-1].label}" if reference.through else ""
    words = (reference.text, "=", path_of(reference) + through, f"@ {act}" if act else "")
    return " ".join(word for word in words if word)


@pytest.mark.parametrize("row", rows("lines"), ids=lambda row: row["line"])
def test_a_line_s_citations(row: dict[str, str]) -> None:
    text = AROUND.format(sentence=row["line"])
    found = find(text)
    assert " | ".join(shown(reference) for reference in found) == row["citations"].strip()
    assert [text[slice(*reference.span)] for reference in found] == [r.text for r in found]


@pytest.mark.parametrize("row", rows("relations"), ids=lambda row: row["lines"])
def test_what_an_act_does_with_those_it_cites(row: dict[str, str]) -> None:
    text = row["lines"].replace(" / ", "\n")
    assert " | ".join(reference.relation for reference in find(text)) == row["relations"]


def test_facts_of_an_act_are_those_printed() -> None:
    text = AROUND.format(
        sentence="Nghị quyết số 5/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh về dân chủ."
    )
    found = find(text)[0]
    facts = (found.kind, found.number, found.issued_on, found.issuer, found.title)
    assert facts == ("Nghị quyết", "5/NQ-HĐND", "2023-12-08", "HĐND tỉnh Quảng Ninh", None)


AMENDING = """LUẬT
Sửa đổi, bổ sung một số điều của Luật Thanh tra
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thanh tra
1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
“2. Theo khoản 1 Điều này, điểm a khoản này, Điều 7 và Luật này.”.
2. Bổ sung Điều 5a vào sau Điều 5 như sau:
“Điều 5a. Quyền
1. Một.
2. Theo khoản 1 Điều này và Luật Khiếu nại.”.
3. Bãi bỏ khoản 3 Điều 9; quy định tại Điều này áp dụng từ nay.
Điều 2. Hiệu lực
Luật này có hiệu lực theo khoản 1 Điều 1.
"""


def test_provisions_in_amending_and_quoted_text_are_of_the_amended_act() -> None:
    act = "Luật Thanh tra"
    assert [shown(reference) for reference in find(AMENDING)][2:] == [
        f"khoản 2 Điều 3 = dieu 3/khoan 2 @ {act}",
        f"khoản 1 Điều này = dieu 3/khoan 1 @ {act}",
        f"điểm a khoản này = dieu 3/khoan 2/diem a @ {act}",
        f"Điều 7 = dieu 7 @ {act}",
        f"Luật này = @ {act}",
        f"Điều 5a = dieu 5a @ {act}",
        f"Điều 5 = dieu 5 @ {act}",
        f"khoản 1 Điều này = dieu 5a/khoan 1 @ {act}",
        "Luật Khiếu nại = @ Luật Khiếu nại",
        f"khoản 3 Điều 9 = dieu 9/khoan 3 @ {act}",
        "Điều này = dieu 1",
        "Luật này =",
        "khoản 1 Điều 1 = dieu 1/khoan 1",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("theo khoản 2\nĐiều 9 của Luật này.", ["khoản 2\nĐiều 9 của Luật này = dieu 9/khoan 2"]),
        ("theo Luật Xuất bản số\n19/2012/QH13.", ["Luật Xuất bản số\n19/2012/QH13 = @ 19/2012/QH13"]),
        ("tại các Điều 7, Điều\n8 Nghị định này.", ["Điều 7 = dieu 7", "Điều\n8 Nghị định này = dieu 8"]),
        ("theo khoản 1;\nĐiều 9 của Luật này", ["khoản 1 = dieu 5/khoan 1", "Điều 9 của Luật này = dieu 9"]),
    ],
)
def test_a_citation_that_a_line_break_cuts(lines: str, expected: list[str]) -> None:
    assert [shown(reference) for reference in find(AROUND.format(sentence=lines))] == expected


def seconds_to_find(text: str) -> float:
    """Take the best of three runs of the processor's own time, without what other tests left to collect."""
    provisions = read_structure(text).provisions
    took = []
    for _ in range(3):
        gc.collect()
        gc.disable()
        started = time.process_time()
        find_references(text, provisions)
        took.append(time.process_time() - started)
        gc.enable()
    return min(took)


def test_time_is_linear_in_length() -> None:
    hard = " và ".join(["khoản 1, 2 Điều 5 của Luật này", "“Nghị định số 5/2013/NĐ-CP", "Điều 7; "] * 200)
    once, ten_times = (seconds_to_find(AROUND.format(sentence=hard * times)) for times in (2, 20))
    assert ten_times <= 12 * once + 0.1


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Nghị định 59/2023/NĐ-CP quy định hồ sơ gồm những gì?", ["59/2023/NĐ-CP"]),
        ("nghi dinh 59/2023/nd-cp quy dinh gi", ["59/2023/ND-CP"]),
        ("theo luật số 10/2022/qh15 và Nghị quyết 179/NQ-HĐND", ["10/2022/QH15", "179/NQ-HĐND"]),
        ("Nghị quyết của tỉnh Quảng Ninh ngày 08/12/2023", []),
    ],
)
def test_acts_that_a_question_cites(question: str, numbers: list[str]) -> None:
    assert [act.number for act in cited_acts(question)] == numbers
