"""The kinds of legal texts, with their symbols (Decree 30/2020/NĐ-CP, annex III)."""

KINDS: dict[str, str] = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "TTr": "Tờ trình",
    "BC": "Báo cáo",
    "KL": "Kết luận",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
    "TTLT": "Thông tư liên tịch",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "TB": "Thông báo",
    "CV": "Công văn",
    "QC": "Quy chế",
    "ĐA": "Đề án",
}
"""Symbol as printed in a number → name. Laws have none: their number ends in QH and the term."""

KIND_NAMES: tuple[str, ...] = (*KINDS.values(), "Luật", "Bộ luật", "Hiến pháp", "Lệnh")

CITED_KINDS: tuple[str, ...] = (*KIND_NAMES, "Quy định", "Công điện", "Điều lệ", "Nội quy", "Văn bản")
"""The kinds that a citation may name; the last ones open no text of their own."""
