"""What the measures are called in the report, for Vietnamese readers, and what each says."""

_LEVELS = {"document": "văn bản", "article": "điều", "clause": "khoản", "point": "điểm"}

NAMES: dict[str, tuple[str, str]] = {
    **{
        f"citation_precision@{level}": (
            f"Trích dẫn đúng, tới {name}",
            "trong những chỗ được trích, bao nhiêu phần là đáp án",
        )
        for level, name in _LEVELS.items()
    },
    **{
        f"citation_recall@{level}": (
            f"Trích dẫn đủ, tới {name}",
            "trong những chỗ là đáp án, bao nhiêu phần được trích",
        )
        for level, name in _LEVELS.items()
    },
    **{
        f"citation_F1@{level}": (f"F1 của trích dẫn, tới {name}", "đúng và đủ nặng như nhau")
        for level, name in _LEVELS.items()
    },
    **{
        f"citation_F2@{level}": (f"F2 của trích dẫn, tới {name}", "đủ nặng gấp hai đúng")
        for level, name in _LEVELS.items()
    },
    "character_precision": ("Ký tự trích đúng", "trong những ký tự được trích, bao nhiêu phần thuộc đáp án"),
    "character_recall": ("Ký tự trích đủ", "trong những ký tự của đáp án, bao nhiêu phần được trích"),
    "required_facts": ("Dữ kiện phải có", "trong những dữ kiện phải có, bao nhiêu phần được nêu"),
    "comparisons_complete": ("So sánh đủ mọi nơi", "câu so sánh trích đủ mọi văn bản của đáp án"),
    "statement_recall": ("Ý có căn cứ", "ý được các trích dẫn của nó chứng minh"),
    "statement_precision": ("Trích dẫn cần thiết", "trích dẫn góp phần chứng minh ý của nó"),
    "citations_exist": ("Điều khoản có thật", "trích dẫn nêu văn bản và điều khoản có trong kho"),
    "verbatim": ("Đúng nguyên văn", "lời trích đúng từng chữ tại đúng chỗ"),
    "abstention_precision": ("Từ chối đúng", "trong những câu bị từ chối, bao nhiêu phần không có đáp án"),
    "abstention_recall": ("Từ chối đủ", "trong những câu không có đáp án, bao nhiêu phần bị từ chối"),
    "answerable_answered": ("Có đáp án thì trả lời", "câu có đáp án không bị từ chối nhầm"),
    "brier": ("Điểm Brier", "bình phương sai lệch của độ tin cậy; càng thấp càng tốt"),
    "success@1": ("Tìm đúng ở hạng 1", "câu có đáp án đứng đầu"),
    "success@5": ("Tìm đúng trong 5 hạng", "câu có đáp án trong năm hạng đầu"),
    "recall@20": ("Tìm đủ trong 20 hạng", "trong những chỗ là đáp án, bao nhiêu phần đứng trong các hạng ấy"),
    "MRR@10": ("MRR@10", "nghịch đảo hạng của đáp án đầu tiên"),
    "nDCG@10": ("nDCG@10", "thứ hạng của mọi đáp án, hạng sau nhẹ hơn"),
}
"""By a measure's name in JSON: its name for people, and what it is the share of."""

RANKING_NAMES = {
    **{f"hit@{k}": (f"Trúng trong {k} hạng đầu", "câu có đáp án ở các hạng ấy") for k in (1, 5)},
    "recall@10": ("Câu nhiều đáp án: đủ trong 10 hạng", "bao nhiêu phần đáp án đứng trong các hạng ấy"),
    **{
        f"R@{k}": (f"Tìm đủ trong {k} hạng", "bao nhiêu phần đáp án đứng trong các hạng ấy")
        for k in (1, 5, 10, 20, 100)
    },
    **{name: NAMES[name] for name in ("MRR@10", "nDCG@10")},
}
"""The same of a run that only ranks, on the gold questions or on a corpus of articles."""

TYPES = {
    "single": "một quy định",
    "number": "con số",
    "list": "liệt kê",
    "comparison": "so sánh",
    "document_fact": "dữ kiện văn bản",
    "lookup": "tra điều khoản",
    "yes_no": "có hay không",
    "unanswerable": "không có đáp án",
    "injection": "chen mệnh lệnh",
    "follow_up": "hỏi tiếp",
}
STYLES = {
    "": "không ghi",
    "formal": "trang trọng",
    "everyday": "thường ngày",
    "unaccented": "không dấu",
    "mistyped": "lỗi gõ",
    "abbreviated": "viết tắt",
}
