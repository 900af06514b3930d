"""Why there is no kit; the messages are Vietnamese and say what to do.

KitProblem
├── BadTopic           it is empty or too long for a title
├── UnknownAudience    there is no handout for such people
├── NoBasis            no text answers it; `nearest` are topics that some text answers
├── NoQuestions        papers are wanted, and what its texts say cannot be asked
└── FolderTaken        the output folder exists
"""

from collections.abc import Sequence
from pathlib import Path


class KitProblem(Exception):
    """A kit cannot be made as asked."""


class BadTopic(KitProblem):
    """The topic is empty or too long for a title."""


class UnknownAudience(KitProblem):
    """There is no handout for such people."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"Không có loại người học “{name}”. Hãy chọn: {'; '.join(known)}.")


class NoBasis(KitProblem):
    """No text of the corpus, or of the place, answers the topic."""

    def __init__(self, topic: str, place: str | None, nearest: Sequence[str]) -> None:
        where = f"văn bản của {place}" if place else "kho văn bản"
        said = f"Không có căn cứ trong {where} cho chủ đề “{topic}”, nên không soạn bộ tài liệu."
        if nearest:
            said += " Các chủ đề gần nhất có căn cứ:" + "".join(f"\n- {one}" for one in nearest)
        else:
            said += " Hãy thử chủ đề khác, hoặc bỏ giới hạn địa phương."
        super().__init__(said)
        self.nearest = tuple(nearest)


class NoQuestions(KitProblem):
    """Papers are wanted, and what the texts say of the topic cannot be asked."""

    def __init__(self, topic: str) -> None:
        super().__init__(
            f"Quy định về “{topic}” không ra được câu hỏi trắc nghiệm, nên không có đề thi. "
            "Hãy chọn chủ đề rộng hơn, hoặc đặt số đề thi là 0."
        )


class FolderTaken(KitProblem):
    """The output folder exists."""

    def __init__(self, folder: Path, *, foreign: str | None = None) -> None:
        if foreign:
            said = f"{folder} có “{foreign}” không thuộc bộ tài liệu nào. Hãy chọn thư mục khác."
        else:
            said = f"{folder} đã có. Hãy chọn thư mục khác, hoặc cho phép ghi đè (--force)."
        super().__init__(said)
