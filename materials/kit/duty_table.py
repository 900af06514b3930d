"""bang-nhiem-vu-chi-tieu.docx: who must do what by when, and the targets, each with its provision."""

from collections.abc import Sequence

from materials.duty import Duty, Target
from materials.official_document import heading, official_document, table, title
from materials.word import to_bytes

_UNNAMED = "Không nêu rõ trong đoạn"


def duty_docx(topic: str, duties: Sequence[Duty], targets: Sequence[Target]) -> bytes:
    """Return the tables as a Word file; a table without rows is left out."""
    document = official_document(f"Nhiệm vụ và chỉ tiêu: {topic}", landscape=True)
    title(document, "BẢNG NHIỆM VỤ VÀ CHỈ TIÊU", f"Chủ đề: {topic}")
    if duties:
        heading(document, "I. Nhiệm vụ")
        rows = [
            (one.actor or _UNNAMED, f"{one.verb} {one.what}", one.when or one.condition, one.citation.label)
            for one in duties
        ]
        table(document, ("Ai", "Làm gì", "Khi nào", "Nơi trích"), rows, (48, 100, 37, 62))
    if targets:
        heading(document, f"{'II' if duties else 'I'}. Chỉ tiêu").paragraph_format.space_before = 200_000
        figures = [
            (f"{one.figure} {one.unit}", f"{one.population} {one.what}", one.deadline, one.citation.label)
            for one in targets
        ]
        table(document, ("Mức", "Của ai, việc gì", "Thời hạn", "Nơi trích"), figures, (38, 110, 37, 62))
    return to_bytes(document)
