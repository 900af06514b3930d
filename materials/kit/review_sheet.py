"""phieu-kiem-tra.docx: each statement of a kit beside its quotation and citation, for a reviewer."""

from answer import Citation
from ingest.citation import provision_label
from materials.kit.lesson import Lesson
from materials.official_document import official_document, paragraph, table, title
from materials.printable import one_line
from materials.word import to_bytes


def review_sheet(lesson: Lesson) -> bytes:
    """Return the sheet; a reviewer ticks each row against the text itself."""
    document = official_document(f"Phiếu kiểm tra: {lesson.topic}", landscape=True)
    title(document, "PHIẾU KIỂM TRA TÀI LIỆU TẬP HUẤN", f"Chủ đề: {lesson.topic}")
    paragraph(
        document,
        "Mỗi dòng là một quy định được dùng trong bộ tài liệu, bên cạnh nguyên văn và nơi trích. "
        "Người kiểm tra đối chiếu với văn bản gốc, đánh dấu và ghi ý kiến.",
    )
    rows = [
        (str(point.citation.n), point.words, _source(point.citation), "☐ Đúng\n☐ Sai", "")
        for point in lesson.points
    ]
    head = ("Số", "Nội dung dùng trong tài liệu", "Nơi trích và nguyên văn", "Kết quả", "Ý kiến")
    table(document, head, rows, (12, 85, 100, 22, 28))
    signed = paragraph(document, "Người kiểm tra: ……………………………   Ngày: ……/……/………")
    signed.paragraph_format.space_before = 150_000
    return to_bytes(document)


def _source(citation: Citation) -> str:
    where = provision_label(citation.path, citation.document, capital=True)
    return f"{where}: “{one_line(citation.quote)}”"
