"""The 8-bit codings of Vietnamese are recognised by their syllables, and nothing else is touched."""

from pathlib import Path

import pytest

from ingest.formats.legacy import _TCVN3, _VNI, from_legacy, is_syllable
from ingest.formats.text import read_text

CORPUS = Path("corpus")
SEEDS = sorted(path.name for path in CORPUS.glob("*.txt"))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("QuyÕt ®Þnh", "Quyết định"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Uû ban nh©n d©n x·, ph­êng, thÞ trÊn", "Uỷ ban nhân dân xã, phường, thị trấn"),
        ("§iÒu 1. Ph¹m vi ®iÒu chØnh", "Điều 1. Phạm vi điều chỉnh"),
        ("gÆp gì, ch½n lÎ, v¼ng lÆng, b»ng ¨n", "gặp gỡ, chẵn lẻ, vẳng lặng, bằng ăn"),
        ("mÌo, tÎ, vÏ, bÐ, hÑn", "mèo, tẻ, vẽ, bé, hẹn"),
        ("kÌm theo nghÞ quyÕt nµy, hç trî, cöa", "kèm theo nghị quyết này, hỗ trợ, cửa"),
        ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Ñieàu 1. Phaïm vi ñieàu chænh", "Điều 1. Phạm vi điều chỉnh"),
        ("Caên cöù Luaät Toå chöùc chính quyeàn ñòa phöông", "Căn cứ Luật Tổ chức chính quyền địa phương"),
        ("kyõ thuaät, nghæ, lôùn, taám, baèng, caëp, yù", "kỹ thuật, nghỉ, lớn, tấm, bằng, cặp, ý"),
        ("Quyêìt ðiònh cuÒa HôòiðôÌng", "Quyết định của HộiðôÌng".replace("ðôÌng", "đồng")),
    ],
)
def test_printed_lines(printed: str, meant: str) -> None:
    assert from_legacy(printed)[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định của Ủy ban nhân dân các xã, là và có, giá",
        "là và các, có, cá, tôi, hà, bà, ông",
        "Müller, café, résumé, naïve, où, dû, São Paulo, El Niño, Zürich, Gödel",
        "à côté de la fenêtre, déjà très âgé, né à Besançon, il a dû être là où je suis",
        "Điều 5 § 5, 10 µm, © 2020 ® «x» 1½ m² ± 3°",
        "The Committee on Grassroots Democracy, No. 179/NQ-HĐND, 1.500.000",
        "Đắk Lắk, Krông Pắc, Ea H'leo, Y Moan Êñuôl",
        "",
    ],
)
def test_what_is_no_legacy_stays(text: str) -> None:
    assert from_legacy(text) == (text, None)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiêng", True), ("khuỷu", True), ("Quyết", True), ("GIỮA", True), ("hoà", True), ("hòa", True),
        ("giá", True), ("yêu", True), ("nhât", False), ("tiếc", True), ("tiềc", False), ("giaù", False),
        ("xaõ", False), ("céng", True), ("Müller", False), ("f", False), ("", False),
    ],
)  # fmt: skip
def test_syllables(word: str, *, is_one: bool) -> None:
    assert is_syllable(word) is is_one


def _tcvn3(text: str) -> str:
    """Write a text in TCVN3, whose capitals with tones are small letters in a font of capitals."""
    codes = {letter: code for code, letter in _TCVN3.items()}
    return "".join(codes.get(letter, codes.get(letter.lower(), letter)) for letter in text)


def _vni(text: str) -> str:
    codes = {letter: code for code, letter in reversed(_VNI.items())}
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("coding", ["TCVN3", "VNI"])
def test_a_whole_text_comes_back(name: str, coding: str) -> None:
    text = read_text((CORPUS / name).read_bytes(), Path(name)).text
    coded = _tcvn3(text) if coding == "TCVN3" else _vni(text)
    assert coded != text
    found, named = from_legacy(coded)
    assert named is not None
    assert named.startswith(coding)
    if coding == "TCVN3":
        assert found.lower() == text.lower()
    else:
        assert found == text


@pytest.mark.parametrize("name", SEEDS)
def test_unicode_texts_are_left_alone(name: str) -> None:
    text = read_text((CORPUS / name).read_bytes(), Path(name)).text
    assert from_legacy(text) == (text, None)


def test_lines_of_unicode_in_a_legacy_text_stay() -> None:
    text = (
        "ỦY BAN NHÂN DÂN XÃ\nlà các xã có\n§iÒu 1. Ph¹m vi\nC«ng ty\nQuyÕt ®Þnh nµy\nHiệu lực thi hành là các"
    )
    assert from_legacy(text)[0].split("\n") == [
        "ỦY BAN NHÂN DÂN XÃ",
        "là các xã có",
        "Điều 1. Phạm vi",
        "Công ty",
        "Quyết định này",
        "Hiệu lực thi hành là các",
    ]


def test_every_letter_is_in_both_tables() -> None:
    letters = set("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệỉĩịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâđêôơư")
    assert letters <= set(_TCVN3.values())
    assert letters | {letter.upper() for letter in letters} <= set(_VNI.values())


def test_the_reader_warns_of_the_coding() -> None:
    raw = "§iÒu 1. Ph¹m vi ®iÒu chØnh\nQuyÕt ®Þnh nµy".encode("latin-1")
    source = read_text(raw, Path("a.txt"))
    assert source.text == "Điều 1. Phạm vi điều chỉnh\nQuyết định này"
    assert "TCVN3" in source.warnings[0]
