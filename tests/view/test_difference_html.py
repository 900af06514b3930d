"""Two texts' differences are marked by words; whatever the texts hold stays text."""

import pytest

from view import difference_html, shared_share


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("trên 70% thôn", "trên 90% thôn", ["trên <del>70</del>% thôn", "trên <ins>90</ins>% thôn"]),
        ("kinh phí\nhằng năm", "kinh phí hằng năm", ["kinh phí\nhằng năm", "kinh phí hằng năm"]),
        ("", "có", ["<ins>có</ins>"]),
        ("<script>", "<b>", ["&lt;<del>script</del>&gt;", "&lt;<ins>b</ins>&gt;"]),
    ],
)
def test_words_of_one_side_are_marked(left: str, right: str, shown: list[str]) -> None:
    html = difference_html(("A & B", left), ("C", right))
    assert all(f"{words}</p>" in html for words in shown)
    assert "<h4>A &amp; B</h4>" in html


@pytest.mark.parametrize(
    ("left", "right", "share"), [("a b", "a b", 1), ("a b", "c d", 0), ("a b", "a c", 0.5)]
)
def test_what_is_shared_is_counted_in_words(left: str, right: str, share: float) -> None:
    assert shared_share(left, right) == share
