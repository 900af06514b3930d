"""What a reader of an answer must know about the documents it cites."""

from collections.abc import Mapping, Sequence

from answer.cautions.amended import amendments_of
from answer.cautions.disagreement import disagreements
from answer.result import Citation
from ingest import Document
from ingest.accents import fold
from ingest.citation import document_label
from ingest.places import named_now


def cautions(
    citations: Sequence[Citation],
    documents: Mapping[str, Document],
    facts: Mapping[str, Document],
    without_text: Sequence[str],
) -> tuple[str, ...]:
    """Return warnings about what is cited: drafts, blanks, provisions changed since, places renamed, discord.

    Args:
        citations: what the answer cites.
        documents: the corpus by id, whole; only those cited are asked for.
        facts: the same without texts but with what each act amends.
        without_text: places that the question names and the corpus has nothing of.

    """
    missing = [f"Kho chưa có văn bản của {', '.join(without_text)}."] if without_text else []
    cited = [documents[name] for name in dict.fromkeys(citation.document.id for citation in citations)]
    return (
        *missing,
        *(warning for document in cited for warning in _of(document)),
        *amendments_of(citations, documents, facts),
        *disagreements(citations),
    )


def _of(document: Document) -> list[str]:
    name = document_label(document)
    warnings = []
    if document.status == "draft":
        warnings.append(f"{name} là văn bản dự thảo, chưa có hiệu lực pháp lý.")
    blank = [
        word
        for word, value in (("số", document.number), ("ngày ban hành", _full_date(document.issued_on)))
        if value is None
    ]
    if blank:
        warnings.append(f"{name}: bản trong kho để trống {' và '.join(blank)}.")
    place = document.place
    if place and place.level in ("huyện", "quận", "thị xã"):
        warnings.append(
            f"Từ ngày 01/7/2025 không còn đơn vị hành chính cấp huyện ({place.level} {place.name}); "
            "nhiệm vụ của cơ quan cấp huyện nêu tại đây cần đối chiếu quy định hiện hành."
        )
    province = place and (place.parent or place.name)
    if place and province and place.now and fold(place.now) != fold(province):
        warnings.append(
            f"Từ ngày 01/7/2025, địa bàn tỉnh {province} thuộc {named_now(place.now)}; "
            "hãy kiểm tra văn bản còn áp dụng hay không."
        )
    return warnings


def _full_date(issued_on: str | None) -> str | None:
    return issued_on if issued_on and len(issued_on) == len("2024-01-31") else None
