"""Follow-ups: what leans on the question before is made whole, what stands by itself is left as it is."""

import json
from pathlib import Path

import pytest

from answer import answer
from answer.batch import answer_batch
from answer.follow_up import completed
from index import Filters, HybridRetriever

FUNDS = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
FUNDS_OF = "Kinh phí thực hiện dân chủ ở cơ sở ở {} lấy từ đâu?"
SHARE = "Điện Biên phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?"
SHARE_TOPIC = "Điện Biên phấn đấu doanh nghiệp tổ chức hội nghị người lao động"
TASKS = "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?"
LOOKUP = "Khoản 1 Điều 3 Nghị quyết 192 nói gì"
NQ_179 = "Nghị quyết 179 của Quảng Ninh có những biện pháp nào?"


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (FUNDS, "còn Điện Biên thì sao?", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "con dien bien thi sao", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "thế Quảng Ninh?", FUNDS_OF.format("Quảng Ninh")),
        (FUNDS, "Bắc Ninh?", FUNDS_OF.format("Bắc Ninh")),
        (FUNDS, "còn tỉnh Lào Cai?", FUNDS_OF.format("Lào Cai")),
        (FUNDS, "vậy còn ở Hà Nội thì thế nào?", FUNDS_OF.format("Hà Nội")),
        (FUNDS, "còn ở QN thì sao", FUNDS_OF.format("Quảng Ninh")),
        (FUNDS, "còn Điện Biên và Bắc Ninh thì sao?", FUNDS_OF.format("Điện Biên và Bắc Ninh")),
        ("kinh phi o soc trang lay tu dau", "con hon quan?", "kinh phi o Hớn Quản lay tu dau"),
        ("Kinh phí ở Quảng Ninh và Điện Biên?", "còn Sóc Trăng thì sao?", "Kinh phí ở Sóc Trăng?"),
        ("Phòng Tư pháp Hớn Quản, Bình Phước làm gì?", "còn Điện Biên?", "Phòng Tư pháp Điện Biên làm gì?"),
        ("Ai ký Nghị quyết 179/NQ-HĐND?", "còn Điện Biên?", "Ai ký Nghị quyết ở Điện Biên?"),
        (
            "Ai giám sát ở Quảng Ninh?",
            "thế ở Điện Biên thì ai?",
            "giám sát ở Điện Biên thế ở Điện Biên thì ai?",
        ),
        (NQ_179, "thế ai ký?", "ai ký Nghị quyết 179 của Quảng Ninh"),
        (NQ_179, "the ai ky", "ai ky Nghị quyết 179 của Quảng Ninh"),
        (NQ_179, "có hiệu lực từ khi nào?", "có hiệu lực từ khi nào Nghị quyết 179 của Quảng Ninh"),
        (
            NQ_179,
            "căn cứ vào những văn bản nào",
            "căn cứ vào những văn bản nào Nghị quyết 179 của Quảng Ninh",
        ),
        ("Nghị quyết 192 nói gì", "còn hiệu lực không?", "còn hiệu lực không Nghị quyết 192"),
        ("nghi quyet cua quang ninh ve dan chu", "số mấy?", "số mấy nghi quyet của Quảng Ninh"),
        (TASKS, "ban hành ngày nào?", "ban hành ngày nào văn bản của Hớn Quản"),
        (LOOKUP, "còn khoản 2?", "khoản 2 Điều 3 Nghị quyết 192"),
        (LOOKUP, "thế điều 2?", "điều 2 Nghị quyết 192"),
        (LOOKUP, "còn điểm b thì sao", "điểm b Khoản 1 Điều 3 Nghị quyết 192"),
        ("dieu 1 nghi quyet soc trang noi gi", "con khoan 2", "khoan 2 dieu 1 nghi quyet của Sóc Trăng"),
        (SHARE, "đến năm nào?", f"{SHARE_TOPIC} đến năm nào?"),
        (SHARE, "den nam nao", f"{SHARE_TOPIC} den nam nao"),
        (TASKS, "ở đâu?", "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ ở đâu?"),
        (FUNDS, "cái đó thì ai làm?", "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy thì ai làm?"),
        (SHARE, "ai chịu trách nhiệm việc đó?", f"{SHARE_TOPIC} ai chịu trách nhiệm ?"),
        (SHARE, "vậy ai kiểm tra?", f"{SHARE_TOPIC} vậy ai kiểm tra?"),
        (TASKS, "còn kinh phí thì sao?", "kinh phí của Hớn Quản"),
        (SHARE, "thế còn cơ quan nhà nước?", "cơ quan nhà nước của Điện Biên"),
        ("Nghị quyết 179 nêu gì", "nghị quyết đó do ai ký?", "Nghị quyết 179 do ai ký?"),
        (TASKS, "huyện này báo cáo cho ai?", "của Hớn Quản báo cáo cho ai?"),
    ],
)
def test_what_leans_on_the_question_before_is_made_whole(
    retriever: HybridRetriever, before: str, question: str, whole: str
) -> None:
    assert completed(question, [before], list(retriever.facts.values())) == whole


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí thực hiện dân chủ lấy từ đâu?",
        "Thế nào là dân chủ ở cơ sở?",
        "Ai giám sát việc thực hiện nghị quyết?",
        "Ban thanh tra nhân dân ở xã có mấy người thì đủ?",
        "Điện Biên ai ký?",
        "Khoản 2 Điều 3 Nghị quyết 179/NQ-HĐND của Quảng Ninh quy định như thế nào?",
        "Bắc Ninh lấy kinh phí từ đâu?",
        "Hớn Quản lập ra cái kế hoạch này để làm gì?",
        "NQ 192 đ1 k2 đ.c",
        "Còn ai phải chịu trách nhiệm khi cán bộ lợi dụng dân chủ để trục lợi?",
        "Vậy hội nghị cán bộ, công chức bao lâu họp một lần?",
        "Tuần này Quảng Ninh có mưa không nhỉ?",
        "Tổ chức nào giữ vai trò nòng cốt trong thực hiện dân chủ ở cơ sở?",
        "ai ky nghi quyet 192",
        "nghi quyet cua da nang so bao nhieu",
        "Hương ước của xóm lỗi thời rồi thì phải làm sao?",
        "Mấy lâu thì lãnh đạo xã phải ra họp dân?",
        "khen nguoi lam tot dan chu thi uu tien ai truoc",
    ],
)
def test_what_stands_by_itself_is_left_as_it_is(retriever: HybridRetriever, question: str) -> None:
    documents = list(retriever.facts.values())
    assert completed(question, [FUNDS], documents) == question
    assert completed(question, [], documents) == question


def test_a_conversation_goes_on(retriever: HybridRetriever) -> None:
    given = answer("ai ký?", retriever, history=[FUNDS, "còn Điện Biên?"])
    assert given.question == "ai ký?"
    assert [claim.text for claim in given.claims] == ["Lò Văn Phương, CHỦ TỊCH"]


def test_a_batch_line_may_carry_the_questions_before(retriever: HybridRetriever, tmp_path: Path) -> None:
    lines = [
        {"id": 1, "question": "còn Quảng Ninh?", "history": [FUNDS]},
        {"id": 2, "question": "còn Quảng Ninh?", "history": "Kinh phí?"},
    ]
    asked, given = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    asked.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    failures = answer_batch(asked, given, retriever, Filters(), progress=lambda *_: None)
    first, second = map(json.loads, given.read_text(encoding="utf-8").splitlines())
    assert (first["question"], first["status"]) == ("còn Quảng Ninh?", "answered")
    assert {citation["eid"] for citation in first["citations"]} == {"art_2"}
    assert (second["reason"], len(failures)) == ("bad_question", 1)
