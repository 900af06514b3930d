"""Everyday words and the official ones; the longest phrase counts."""

import tomllib
from pathlib import Path

import pytest

import index.question
from index.question.thesaurus import official_words
from ingest.accents import fold

TABLE = tomllib.loads((Path(index.question.__file__).parent / "thesaurus.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Xóm tôi họp khi nào?", ("thôn", "tổ dân phố", "cộng đồng dân cư")),
        ("xom toi hop khi nao", ("thôn", "tổ dân phố", "cộng đồng dân cư")),
        ("Cần giấy tờ gì", ("hồ sơ", "thủ tục")),
        ("Ông chủ phải làm gì", ("người sử dụng lao động",)),
        ("dân góp ý ra sao", ("tham gia ý kiến", "đóng góp ý kiến")),
        ("tiền ở đâu ra", ("nguồn kinh phí", "kinh phí bảo đảm")),
        ("bố trí tiền hằng năm", ("kinh phí",)),
        ("hoà giải: tổ hoà giải", ("hòa giải ở cơ sở",)),
        ("giấy to, dan góp y", ("hồ sơ", "thủ tục", "tham gia ý kiến", "đóng góp ý kiến")),
        ("giấy tờ, giấy tờ", ("hồ sơ", "thủ tục")),
        ("thu truong co dich than lam khong", ("người đứng đầu", "trực tiếp")),
        ("xài cái app tên gì", ("sử dụng", "ứng dụng")),
        ("hiệu lực thi hành; thi hành", ("có hiệu lực", "thực hiện")),
        ("làm ở ấp, ở hãng", ("thôn", "doanh nghiệp")),
    ],
)
def test_everyday_words_reach_official_ones(question: str, words: tuple[str, ...]) -> None:
    assert official_words(question) == words


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Nghị quyết 179 quy định gì?",
        "cap tren tien",
        "dieu kien tho",
        "ba chủ thể, hang nam, ap dung",
        "xómlàng",
        "thợp",
        "10/2022/QH15",
    ],
)
def test_other_words_give_none(question: str) -> None:
    assert official_words(question) == ()


def test_the_table_is_whole() -> None:
    """No everyday word stands twice without its accents, maps to itself, or to nothing."""
    keys = [fold(word) for table in TABLE.values() for word in table]
    assert len(keys) == len(set(keys)) >= 60
    for table in TABLE.values():
        for word, official in table.items():
            assert official
            assert word not in official
