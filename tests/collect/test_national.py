"""The table of national texts: each entry is fetched, and nothing but that act enters."""

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from collect import Corpus, NationalText, national_texts
from collect.errors import BrokenTable, NoAddress, NotAdmitted, NotFetched, WrongAct
from ingest import Document

if TYPE_CHECKING:
    from tests.conftest import WebServer

DECREE = (
    "CHÍNH PHỦ\nSố: 59/2023/NĐ-CP\nHà Nội, ngày 14 tháng 8 năm 2023\nNGHỊ ĐỊNH\nQuy định chi tiết\n"
    "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định chi tiết.\n"
).encode()
DIGEST = hashlib.sha256(DECREE).hexdigest()


def entry(url: str | None, sha256: str | None = None, number: str = "59/2023/NĐ-CP") -> NationalText:
    return NationalText("Quy định chi tiết", number, "Nghị định", date(2023, 8, 14), "chi tiết", url, sha256)


def add(folder: Path, text: NationalText) -> Document | None:
    return text.add_to(Corpus(folder), lambda _message, _share: None)


@pytest.mark.parametrize("sha256", [None, DIGEST])
def test_the_act_enters_once(server: "WebServer", own_corpus: Path, sha256: str | None) -> None:
    url = server.serve("/tai?id=59", DECREE, 200, Content_Type="text/plain")
    document = add(own_corpus, entry(url, sha256))
    assert document
    assert (document.number, document.sha256) == ("59/2023/NĐ-CP", DIGEST)
    origin = next(text.origin for text in Corpus(own_corpus).texts() if text.origin)
    assert (origin.source, origin.sha256) == (url, DIGEST)
    assert add(own_corpus, entry(None)) is None
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "sha256", "error", "said"),
    [
        (DECREE.replace(b"59/2023", b"61/2023"), None, WrongAct, "số 61/2023/NĐ-CP, ngày 2023-08-14"),
        (DECREE.replace("năm 2023".encode(), "năm 2024".encode()), None, WrongAct, "ngày 2024-08-14"),
        ("Đăng nhập\nMời bạn đăng nhập.\n".encode(), None, WrongAct, "số để trống, ngày để trống"),
        (DECREE, "0" * 64, WrongAct, f"sai sha256: {DIGEST}"),
        (b"", None, NotAdmitted, "không có chữ nào"),
    ],
)
def test_nothing_but_the_act_enters(
    server: "WebServer", own_corpus: Path, body: bytes, sha256: str | None, error: type[Exception], said: str
) -> None:
    before = sorted(own_corpus.iterdir())
    url = server.serve("/59.txt", body)
    with pytest.raises(error) as raised:
        add(own_corpus, entry(url, sha256))
    for part in (url, "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023", said):
        assert part in str(raised.value)
    assert sorted(path for path in own_corpus.iterdir() if path.name != ".lock") == before


def test_a_failed_download_names_the_act_and_the_address(own_corpus: Path) -> None:
    with pytest.raises(NotFetched) as raised:
        add(own_corpus, entry("http://127.0.0.1:1/59.txt"))
    assert str(raised.value).startswith(
        "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023, http://127.0.0.1:1/59.txt: không tải được"
    )


def test_an_act_without_address_is_left_to_a_person(own_corpus: Path) -> None:
    with pytest.raises(NoAddress, match=r"59/2023/NĐ-CP.*chưa có địa chỉ.*danchu corpus add TỆP"):
        add(own_corpus, entry(None))


@pytest.mark.parametrize(
    ("number", "issued_on", "same"),
    [
        ("346/QĐ-TTg", "2023-04-06", True),
        ("346/qđ-ttg", "2023", True),
        ("346/QĐ-TTg", None, True),
        ("346/QĐ-TTg", "2024-04-06", False),
        ("347/QĐ-TTg", "2023-04-06", False),
        (None, "2023-04-06", False),
    ],
)
def test_an_act_is_known_by_number_and_year(
    own_corpus: Path, number: str | None, issued_on: str | None, *, same: bool
) -> None:
    document = next(iter(Corpus(own_corpus).documents().values()))
    data = document.to_json() | {"number": number, "issued_on": issued_on}
    text = NationalText("Kế hoạch", "346/QĐ-TTg", "Quyết định", date(2023, 4, 6), "triển khai")
    assert text.is_act_of(Document.from_json(data)) == same


def test_the_table_of_the_project(corpus: Path) -> None:
    texts = {text.number: text for text in national_texts(corpus)}
    assert {
        "10/2022/QH15", "47/2024/QH15", "97/2025/QH15", "59/2023/NĐ-CP", "61/2023/NĐ-CP", "145/2020/NĐ-CP",
        "346/QĐ-TTg", "185/2026/NĐ-CP", "202/2025/QH15", "30/2020/NĐ-CP",
    } == set(texts)  # fmt: skip
    for text in texts.values():
        assert text.url is None or text.url.startswith("http://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=")
    assert len({text.url for text in texts.values() if text.url}) == 6


ENTRY = '[[text]]\ntitle = "a"\nnumber = "b"\nkind = "c"\nissued_on = 2022-11-10\nrelation = "d"\n'


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (None, "không có tệp này"),
        ("[[[", "không phải TOML"),
        ("", "text"),
        ('[[text]]\ntitle = "Luật"\n', "text › 0 › number"),
        (f'{ENTRY}ulr = "e"\n', "text › 0 › ulr"),
    ],
)
def test_a_broken_table_says_where(tmp_path: Path, table: str | None, said: str) -> None:
    if table is not None:
        (tmp_path / "sources.toml").write_text(table, encoding="utf-8")
    with pytest.raises(BrokenTable, match=rf"sources\.toml.*{said}"):
        national_texts(tmp_path)
