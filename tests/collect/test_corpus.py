"""The corpus grows and shrinks by whole texts, whatever breaks, and says where each came from."""

import hashlib
import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collect import CollectProblem, Corpus, File, provenance, wanted
from collect.errors import (
    BrokenTable,
    CorpusNotWritable,
    EmptyFolder,
    NameTaken,
    NoCorpus,
    NotAdmitted,
    UnknownText,
)
from index import build_index, read_documents
from ingest import Document, IngestError, read_document
from ingest.errors import DuplicateDocument, EmptyFile, MissingFile, UnreadableFile, UnsupportedFormat

SEED = "05-2025-nq-hdnd-soc-trang"


def act(number: int, title: str = "Về việc thử") -> str:
    """Return a short resolution with this number."""
    return (
        f"Số: {number}/NQ-HĐND\nQuảng Ninh, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\n{title}\n"
        "Điều 1. Kinh phí\nDo ngân sách bảo đảm.\n"
    )


def plan(title: str) -> str:
    """Return a short plan whose number is left blank."""
    return f"Số: /KH-UBND\nBình Phước, ngày tháng năm 2024\nKẾ HOẠCH\nVề việc {title}\n1. {title}.\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def add(folder: Path, path: Path) -> Document:
    return File(path).add_to(Corpus(folder), lambda _message, _share: None)


def state(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder; the empty lock file does not count."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}


def test_a_file_enters_under_its_id_with_its_origin(own_corpus: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "Nghị quyết số 7 (bản cuối).TXT", act(7))
    before = state(own_corpus)
    document = add(own_corpus, path)
    assert document.id == "7-nq-hdnd-quang-ninh-2023"
    added = own_corpus / f"{document.id}.txt"
    assert (Path(document.source), added.read_bytes()) == (added, path.read_bytes())
    table = tomllib.loads((own_corpus / "provenance.toml").read_text(encoding="utf-8"))
    assert table == {
        added.name: {
            "source": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
            "added_on": datetime.now(UTC).date(),
        }
    }
    assert {name: raw for name, raw in state(own_corpus).items() if name in before} == before
    assert set(state(own_corpus)) == {*before, added.name, "provenance.toml"}


@pytest.mark.parametrize(
    ("name", "raw", "error"),
    [
        ("trong.txt", b"", NotAdmitted),
        ("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00", NotAdmitted),
        ("bang.xlsx", b"PK\x03\x04", UnsupportedFormat),
        ("khong-co.txt", None, MissingFile),
        ("thu-muc", None, MissingFile),
    ],
)
def test_what_cannot_be_read_changes_nothing(
    own_corpus: Path, tmp_path: Path, name: str, raw: bytes | None, error: type[Exception]
) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    before = state(own_corpus)
    with pytest.raises(error) as raised:
        add(own_corpus, path)
    assert str(raised.value).startswith(f"{path}: ")
    assert state(own_corpus) == before


def test_an_unreadable_text_is_named_as_it_was_given(own_corpus: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "trong.txt", "")
    with pytest.raises(NotAdmitted) as raised:
        add(own_corpus, path)
    assert str(raised.value) == str(EmptyFile(path))


@pytest.mark.parametrize("change", ["", "\n\n"], ids=["the same bytes", "the same id"])
def test_the_same_act_does_not_enter_twice(own_corpus: Path, tmp_path: Path, change: str) -> None:
    seed = (own_corpus / f"{SEED}.txt").read_text(encoding="utf-8")
    path = write(tmp_path / "ban-sao.txt", seed + change)
    before = state(own_corpus)
    with pytest.raises(NotAdmitted, match=rf"ban-sao\.txt: là cùng một văn bản .*“{SEED}\.txt”") as raised:
        add(own_corpus, path)
    assert isinstance(raised.value.__cause__, DuplicateDocument)
    assert state(own_corpus) == before


def test_the_same_bytes_under_another_name_are_no_second_act(own_corpus: Path, tmp_path: Path) -> None:
    text = "Nội quy\n1. Giữ gìn vệ sinh.\n"  # without number, its id is its file's name
    add(own_corpus, write(tmp_path / "noi-quy.txt", text))
    with pytest.raises(NotAdmitted, match=r"“noi-quy\.txt”"):
        add(own_corpus, write(tmp_path / "ban-sao.txt", text))


def test_a_file_with_the_name_is_never_overwritten(own_corpus: Path, tmp_path: Path) -> None:
    taken = write(own_corpus / "7-nq-hdnd-quang-ninh-2023.txt", "")
    path = write(tmp_path / "nq.txt", act(7))
    with pytest.raises(NameTaken, match=r"nq\.txt: kho đã có tệp khác tên “7-nq-hdnd-quang-ninh-2023\.txt”"):
        add(own_corpus, path)
    assert taken.read_bytes() == b""


def test_acts_with_blank_numbers_are_told_apart_as_in_the_index(own_corpus: Path, tmp_path: Path) -> None:
    ids = [add(own_corpus, write(tmp_path / f"{name}.txt", plan(name))).id for name in ("mot", "hai", "ba")]
    assert ids[0] == "kh-ubnd-binh-phuoc-2024"
    assert len(set(ids)) == 3
    listed = [text.read.id for text in Corpus(own_corpus).texts() if isinstance(text.read, Document)]
    assert set(ids) < set(listed)
    build_index(own_corpus, tmp_path / "index")
    assert set(read_documents(tmp_path / "index")) == set(listed)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("con.txt", "van-ban-con.txt"),
        ("LPT1.txt", "van-ban-lpt1.txt"),
        ("README.txt", "van-ban-readme.txt"),
        ("Quy ước thôn Đông: bản “2024”?.txt", "quy-uoc-thon-dong-ban-2024.txt"),
        ("規約.txt", "van-ban.txt"),
        (f"{'quy-uoc-' * 25}.txt", f"{('quy-uoc-' * 25)[:100].strip('-')}.txt"),
    ],
)
def test_names_are_safe_on_every_system(own_corpus: Path, tmp_path: Path, given: str, name: str) -> None:
    document = add(own_corpus, write(tmp_path / given, "Quy ước\n1. Giữ gìn vệ sinh.\n"))
    assert Path(document.source).name == name
    listed = {text.path.name: text.read for text in Corpus(own_corpus).texts()}[name]
    assert isinstance(listed, Document)
    assert listed.id == document.id == Path(name).stem


def test_a_folder_stands_for_its_texts(own_corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in (8, 7):
        write(folder / f"{number}.txt", act(number))
    write(folder / "README.md", "Về thư mục này")
    given = list(wanted([str(folder), str(tmp_path / "khong-co"), "https://vbpl.vn/x"]))
    assert [str(text) for text in given] == [
        str(File(folder / "7.txt")),
        str(File(folder / "8.txt")),
        str(File(tmp_path / "khong-co")),
        "Address(url='https://vbpl.vn/x')",
    ]
    empty = tmp_path / "rong"
    empty.mkdir()
    with pytest.raises(EmptyFolder, match=r"rong: thư mục không có văn bản nào\. .*\.txt"):
        next(wanted([str(empty)])).add_to(Corpus(own_corpus), lambda _message, _share: None)


def test_each_text_is_read_once_for_many_that_are_added(
    own_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(path: Path) -> Document:
        read.append(path.name)
        return read_document(path)

    monkeypatch.setattr("collect.corpus.read_document", counted)
    corpus = Corpus(own_corpus)
    for number in range(7, 12):
        File(write(tmp_path / f"{number}.txt", act(number))).add_to(corpus, lambda _message, _share: None)
    assert len(read) == len(set(read)) == 5 + 4


def test_many_at_once_lose_nothing(own_corpus: Path, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{number}.txt", act(number)) for number in range(12)]
    twins = [write(tmp_path / f"{number}-b.txt", act(number, "Bản khác")) for number in range(12)]

    def attempt(path: Path) -> bool:
        try:
            add(own_corpus, path)
        except CollectProblem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        entered = list(pool.map(attempt, [path for pair in zip(paths, twins, strict=True) for path in pair]))
    assert [sum(pair) for pair in zip(entered[::2], entered[1::2], strict=True)] == [1] * 12
    origins = provenance.read_provenance(own_corpus)
    assert set(origins) == {f"{number}-nq-hdnd-quang-ninh-2023.txt" for number in range(12)}
    for name, origin in origins.items():
        assert origin.sha256 == hashlib.sha256((own_corpus / name).read_bytes()).hexdigest()
    assert not list(own_corpus.glob(".them-*"))


@pytest.mark.parametrize("failure", [OSError(28, "đĩa đầy"), KeyboardInterrupt()])
def test_a_change_that_stops_half_way_is_undone(
    own_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("collect.corpus.write_provenance", fail)
    before = state(own_corpus)
    with pytest.raises((CorpusNotWritable, KeyboardInterrupt)):
        add(own_corpus, write(tmp_path / "7.txt", act(7)))
    assert state(own_corpus) == before


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[[[", "không phải TOML"),
        ('["a.txt"]\nsource = "b"\n', "a.txt › sha256"),
        ('["a.txt"]\nsource = "b"\nsha256 = "c"\nbytes = "d"\nadded_on = 2024-01-01\n', "a.txt › bytes"),
    ],
)
def test_a_broken_provenance_is_named_and_left_alone(
    own_corpus: Path, tmp_path: Path, table: str, said: str
) -> None:
    write(own_corpus / "provenance.toml", table)
    before = state(own_corpus)
    with pytest.raises(BrokenTable, match=rf"provenance\.toml.*{said}"):
        add(own_corpus, write(tmp_path / "7.txt", act(7)))
    assert state(own_corpus) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoCorpus, match=r"khong-co: không có thư mục này.*--corpus"):
        Corpus(tmp_path / "khong-co")


@pytest.fixture
def read_only() -> Iterator[Path]:
    """Give a corpus that this process may read and not write; root gives up its rights for it."""
    folder = Path(tempfile.mkdtemp())
    write(folder / "7.txt", act(7))
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_folder_that_may_not_be_written(read_only: Path) -> None:
    corpus = Corpus(read_only)
    with pytest.raises(CorpusNotWritable, match="không ghi được vào kho"):
        File(read_only / "7.txt").add_to(corpus, lambda _message, _share: None)
    with pytest.raises(CorpusNotWritable, match="không ghi được vào kho"):
        corpus.remove("7-nq-hdnd-quang-ninh-2023")
    assert len(corpus.texts()) == 1


def test_remove_undoes_add(own_corpus: Path, tmp_path: Path) -> None:
    add(own_corpus, write(tmp_path / "7.txt", act(7)))
    before = state(own_corpus)
    document = add(own_corpus, write(tmp_path / "8.txt", act(8)))
    assert Corpus(own_corpus).remove(document.id) == own_corpus / f"{document.id}.txt"
    assert state(own_corpus) == before


def test_remove_of_what_is_not_there_lists_what_is(own_corpus: Path) -> None:
    before = state(own_corpus)
    with pytest.raises(UnknownText, match=f"“khong-co”.*{SEED}, 179"):
        Corpus(own_corpus).remove("khong-co")
    assert state(own_corpus) == before


def test_the_list_says_why_a_file_is_not_read(own_corpus: Path) -> None:
    write(own_corpus / "trong.txt", "")
    (own_corpus / "lac.txt").symlink_to(own_corpus / "khong-co.txt")
    shutil.copy(own_corpus / f"{SEED}.txt", own_corpus / "ban-sao.txt")
    reads = {text.path.name: text.read for text in Corpus(own_corpus).texts()}
    assert {name: type(read) for name, read in reads.items() if isinstance(read, IngestError)} == {
        "trong.txt": EmptyFile,
        "lac.txt": UnreadableFile,
        "ban-sao.txt": DuplicateDocument,
    }
