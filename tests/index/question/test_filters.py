"""The limits of a search: place, kind, issuer, year, status."""

import pytest

from index import Filters
from ingest import Document

HON_QUAN = "kh-ubnd-hon-quan-2024"
BAC_NINH = "ttr-snv-bac-ninh-2024"
DIEN_BIEN = "192-nq-hdnd-dien-bien-2024"
QUANG_NINH = "179-nq-hdnd-quang-ninh-2023"
SOC_TRANG = "05-2025-nq-hdnd-soc-trang"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(issuer="HĐND"), {DIEN_BIEN, QUANG_NINH, SOC_TRANG}),
        (Filters(issuer="hoi dong nhan dan tinh quang ninh"), {QUANG_NINH}),
        (Filters(issuer="UBND"), {HON_QUAN}),
        (Filters(issuer="sở nội vụ"), {BAC_NINH}),
        (Filters(issuer="Hội"), {DIEN_BIEN, QUANG_NINH, SOC_TRANG}),
        (Filters(issuer="ội"), set()),
        (Filters(year=2024), {HON_QUAN, BAC_NINH, DIEN_BIEN}),
        (Filters(year=2022), set()),
        (Filters(status="draft"), {BAC_NINH}),
        (Filters(status="issued", year=2024), {HON_QUAN, DIEN_BIEN}),
        (Filters(places=("Sóc Trăng",), issuer="UBND"), set()),
    ],
)
def test_a_document_is_within_every_limit(documents: list[Document], filters: Filters, ids: set[str]) -> None:
    assert {document.id for document in documents if filters.admit(document)} == ids
