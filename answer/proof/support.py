"""What a model's claim says that its quotes do not, beyond the invariants of every answer.

Measured on the lines of tests/answer/test_verify.py. A claim refused costs little: the sentence that it
quotes stands in its place.
"""

import re
from collections.abc import Sequence

from answer.proof.verify import claim_faults
from answer.result import Citation, Claim
from index.question.abbreviations import spell_out

_MARKUP = re.compile(r"[<>`*_#|\\{}\[\]]|https?:|www\.|&\w+;|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Takes "<b>", "[đây](…)", "http:", a character that has no width; not "95 %", "(1)"."""

_LIMITS = re.compile(
    r"\b(?:trên|dưới|trước|sau|tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|chỉ|tất cả|mọi|toàn bộ|trừ|mỗi"
    r"|tăng|giảm|(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm)|định kỳ|đột xuất)\b"
)
"""Takes "tối thiểu", "hằng quý"; not "sauna"."""

_ACTORS = re.compile(
    r"\b(?:hội đồng nhân dân|ủy ban nhân dân|mặt trận tổ quốc|thanh tra nhân dân|giám sát đầu tư|thường trực"
    r"|quốc hội|chính phủ|sở \w+ \w+|phòng \w+ \w+|bộ \w+ vụ|tòa án|viện kiểm sát|công an|công đoàn"
    r"|đoàn thanh niên|người đứng đầu|thủ trưởng|chủ tịch|giám đốc|bí thư|trưởng thôn|cử tri|công dân"
    r"|người dân|người lao động|cán bộ|công chức|viên chức|đảng viên|doanh nghiệp|hợp tác xã|hộ gia đình"
    r"|nhà nước|nhân dân)\b"
)
"""Takes "sở nội vụ", "trưởng thôn"; not "sở" alone."""

_LEVELS = re.compile(
    r"\b(?:trung ương|tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|thôn|tổ dân phố)\b"
)
"""Takes "xã" in "cấp xã"; not in "xã hội"."""

_PLAIN = frozenset(
    "và hoặc của các những cho trong theo từ với về tại ở để khi có thì mà này đó do bởi bằng như gồm "  # noqa: SIM905
    "bao nêu quy định thực hiện việc nội dung cụ thể cũng sẽ đã đang ra vào lên là một số cùng lấy nhằm "
    "qua còn đến tới bị rõ nhau".split()
)
"""Words that join, and say little by themselves."""

_OWN_SHARE = 0.4
"""The share of a claim's words that may be its own."""

_OWN_RUN = 4
"""Words of its own that may follow each other."""


def unsupported(claim: Claim, citations: Sequence[Citation]) -> list[str]:
    """Return what a model's claim says that its quotes do not; empty if they bear it out.

    On top of `claim_faults`: markup, limits, levels and actors must be printed, and most of its words.
    A level may stand in the citation's label.
    """
    cited = [citation for citation in citations if citation.n in claim.citations]
    quotes = _plain(" ".join(citation.quote for citation in cited))
    labels = _plain(" ".join(citation.label for citation in cited))
    said = _plain(claim.text)
    added = [
        *_missing(_MARKUP, claim.text, " ".join(citation.quote for citation in cited)),
        *_missing(_LIMITS, said, quotes),
        *_missing(_ACTORS, said, quotes),
        *_missing(_LEVELS, said, f"{quotes} {labels}"),
    ]
    own = [word not in {*quotes.split(), *labels.split(), *_PLAIN} for word in said.split()]
    if sum(own) > _OWN_SHARE * len(own) or _longest_run(own) > _OWN_RUN or not own:
        added.append("lời lẽ riêng")
    return [*claim_faults(claim, citations), *(f"“{thing}” is not in the quotes" for thing in added)]


def _plain(text: str) -> str:
    """Return a text's words in small letters, short forms spelt out, one space between them."""
    return " ".join(re.findall(r"\w+", spell_out(text).lower()))


def _missing(pattern: re.Pattern[str], claim: str, printed: str) -> list[str]:
    found = dict.fromkeys(match[0] for match in pattern.finditer(claim))
    return [thing for thing in found if thing not in printed]


def _longest_run(own: Sequence[bool]) -> int:
    runs = "".join("x" if one else " " for one in own).split()
    return max(map(len, runs), default=0)
