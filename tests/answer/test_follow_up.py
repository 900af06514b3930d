"""Follow-ups: what leans on the question before is made whole, what stands by itself is left as it is."""

import json
from pathlib import Path

import pytest

from answer import answer
from answer.batch import answer_batch
from answer.follow_up import completed
from index import Filters, HybridRetriever
from ingest.accents import fold

FUNDS = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
FUNDS_OF = "Kinh phí thực hiện dân chủ ở cơ sở ở {} lấy từ đâu?"
SHARE = "Điện Biên phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?"
SHARE_TOPIC = "Điện Biên phấn đấu doanh nghiệp tổ chức hội nghị người lao động"
TASKS = "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?"
LOOKUP = "Khoản 1 Điều 3 Nghị quyết 192 nói gì"
WATCHED = "Nghị quyết 192 của Điện Biên do ai giám sát?"
NQ_179 = "Nghị quyết 179 của Quảng Ninh có những biện pháp nào?"


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (FUNDS, "còn Điện Biên thì sao?", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "con dien bien thi sao", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "thế Quảng Ninh?", FUNDS_OF.format("Quảng Ninh")),
        (FUNDS, "Bắc Ninh?", FUNDS_OF.format("Bắc Ninh")),
        (FUNDS, "còn tỉnh Lào Cai?", FUNDS_OF.format("Lào Cai")),
        (FUNDS, "con Cà Mau thi sao", FUNDS_OF.format("Cà Mau")),
        (FUNDS, "bên An Giang thì sao", FUNDS_OF.format("An Giang")),
        (FUNDS, "vậy còn ở Hà Nội thì thế nào?", FUNDS_OF.format("Hà Nội")),
        (FUNDS, "còn ở QN thì sao", FUNDS_OF.format("Quảng Ninh")),
        (FUNDS, "còn Điện Biên và Bắc Ninh thì sao?", FUNDS_OF.format("Điện Biên và Bắc Ninh")),
        (FUNDS, "Điện Biên thì lấy ở đâu?", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "Bên Bắc Ninh có nói chuyện này hông?", FUNDS_OF.format("Bắc Ninh")),
        (FUNDS, "ĐB cũng vậy ko?", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "db cung vay ko", FUNDS_OF.format("Điện Biên")),
        (FUNDS, "quang ninh cung vay a", FUNDS_OF.format("Quảng Ninh")),
        (FUNDS, "Điện Biên thì khi nào?", "Kinh phí thực hiện dân chủ ở cơ sở ở Điện Biên khi nào?"),
        (SHARE, "ở Quảng Ninh thì mấy %?", SHARE.replace("Điện Biên", "Quảng Ninh")),
        (SHARE, "Hớn Quản có quy định điều này ko", SHARE.replace("Điện Biên", "Hớn Quản")),
        ("kinh phi o soc trang lay tu dau", "con hon quan?", "kinh phi o Hớn Quản lay tu dau"),
        ("Kinh phí ở Quảng Ninh và Điện Biên?", "còn Sóc Trăng thì sao?", "Kinh phí ở Sóc Trăng?"),
        ("Phòng Tư pháp Hớn Quản, Bình Phước làm gì?", "còn Điện Biên?", "Phòng Tư pháp Điện Biên làm gì?"),
        ("Ai ký Nghị quyết 179/NQ-HĐND?", "còn Điện Biên?", "Ai ký Nghị quyết của Điện Biên?"),
        ("Ai giám sát ở Quảng Ninh?", "thế ở Điện Biên thì ai?", "Ai giám sát ở Điện Biên?"),
        (NQ_179, "còn nghị quyết 192 thì sao?", "nghị quyết 192 có những biện pháp nào?"),
        (NQ_179, "còn kế hoạch của Hớn Quản?", "kế hoạch của Hớn Quản có những biện pháp nào?"),
        (FUNDS, "còn NQ 192?", "Theo nghị quyết 192, kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu?"),
        (TASKS, "Mặt trận thì sao?", "Mặt trận huyện Hớn Quản có nhiệm vụ gì?"),
        (TASKS, "Thế còn Mặt trận huyện?", "Mặt trận huyện Hớn Quản có nhiệm vụ gì?"),
        (TASKS, "Dân vận nữa?", "Dân vận huyện Hớn Quản có nhiệm vụ gì?"),
        (fold(TASKS), "con phong noi vu", "phong noi vu huyen hon quan co nhiem vu gi?"),
        (SHARE, "thế còn cơ quan nhà nước?", "Ở Điện Biên, cơ quan nhà nước phấn đấu bao nhiêu phần trăm?"),
        (TASKS, "còn kinh phí thì sao?", "Ở Hớn Quản, kinh phí thì sao?"),
        (NQ_179, "thế ai ký?", "ai ký Nghị quyết 179 của Quảng Ninh?"),
        (NQ_179, "the ai ky", "ai ky Nghị quyết 179 của Quảng Ninh?"),
        (NQ_179, "có hiệu lực từ khi nào?", "Nghị quyết 179 của Quảng Ninh có hiệu lực từ khi nào?"),
        (NQ_179, "căn cứ vào văn bản nào", "Nghị quyết 179 của Quảng Ninh căn cứ vào văn bản nào?"),
        (NQ_179, "gui cho nhung noi nao", "Nghị quyết 179 của Quảng Ninh gui cho nhung noi nao?"),
        ("Nghị quyết 192 nói gì", "còn hiệu lực không?", "Nghị quyết 192 còn hiệu lực không?"),
        ("nghi quyet cua quang ninh ve dan chu", "số mấy?", "nghi quyet của Quảng Ninh số mấy?"),
        (TASKS, "ban hành ngày nào?", "văn bản của Hớn Quản ban hành ngày nào?"),
        (LOOKUP, "còn khoản 2?", "khoản 2 Điều 3 Nghị quyết 192"),
        (LOOKUP, "thế điều 2?", "điều 2 Nghị quyết 192"),
        (LOOKUP, "còn điểm b thì sao", "điểm b Khoản 1 Điều 3 Nghị quyết 192"),
        (LOOKUP, "điểm b nữa", "điểm b Khoản 1 Điều 3 Nghị quyết 192"),
        (LOOKUP, "k2 nữa", "k2 Điều 3 Nghị quyết 192"),
        ("dieu 1 nghi quyet soc trang noi gi", "con khoan 2", "khoan 2 dieu 1 nghi quyet của Sóc Trăng"),
        (SHARE, "đến năm nào?", f"{SHARE_TOPIC} đến năm nào?"),
        (SHARE, "den nam nao", f"{SHARE_TOPIC} den nam nao"),
        (SHARE, "chi tieu do den nam nao", f"{SHARE_TOPIC} den nam nao"),
        (TASKS, "ở đâu?", "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ ở đâu?"),
        (FUNDS, "vì sao?", "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng vì sao?"),
        (FUNDS, "cái đó thì ai làm?", "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng thì ai làm?"),
        (FUNDS, "nó có đủ không?", "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng có đủ không?"),
        ("dien bien dung ung dung nao", "the no do ai lam ra", "dien bien dung ung dung do ai lam ra"),
        (SHARE, "ai chịu trách nhiệm việc đó?", f"ai chịu trách nhiệm việc {SHARE_TOPIC}?"),
        (SHARE, "vậy ai kiểm tra?", f"ai kiểm tra việc {SHARE_TOPIC}?"),
        (WATCHED, "Rồi ai đứng ra triển khai?", "ai đứng ra triển khai Nghị quyết 192 của Điện Biên?"),
        (WATCHED, "người đó ở đâu?", "người giám sát nghị quyết 192 của Điện Biên ở đâu?"),
        ("Ai ký nghị quyết 179?", "ông ấy quê ở đâu?", "người ký nghị quyết 179 quê ở đâu?"),
        ("Nghị quyết 179 nêu gì", "nghị quyết đó do ai ký?", "Nghị quyết 179 do ai ký?"),
        (NQ_179, "vb đó gửi cho ai", "Nghị quyết 179 của Quảng Ninh gửi cho ai"),
        (
            "Luật Thực hiện dân chủ ở cơ sở được thông qua ngày nào?",
            "Luật đó giao Ủy ban nhân dân tỉnh trách nhiệm gì?",
            "Luật Thực hiện dân chủ ở cơ sở giao Ủy ban nhân dân tỉnh trách nhiệm gì?",
        ),
        (
            "Kế hoạch của huyện Hớn Quản triển khai nghị quyết nào?",
            "Nghị quyết đó của tỉnh ban hành ngày nào?",
            "Nghị quyết của tỉnh mà kế hoạch của huyện Hớn Quản triển khai ban hành ngày nào?",
        ),
        (TASKS, "huyện này báo cáo cho ai?", "Hớn Quản báo cáo cho ai?"),
        (FUNDS, "ở đó ai chịu trách nhiệm?", "ở Sóc Trăng ai chịu trách nhiệm?"),
        (TASKS, "vay ai kiem tra phong do", "ai kiem tra Phòng Tư pháp huyện Hớn Quản"),
        (TASKS, "phải báo cáo ai?", "Phòng Tư pháp huyện Hớn Quản phải báo cáo ai?"),
        (
            "Theo kế hoạch của Hớn Quản, Phòng Tư pháp phải làm những gì?",
            "Vậy Phòng Tài chính – Kế hoạch thì có nhiệm vụ gì?",
            "Theo kế hoạch của Hớn Quản, Phòng Tài chính – Kế hoạch thì có nhiệm vụ gì?",
        ),
        (
            "to trinh bac ninh co may nguyen tac bao dam thuc hien dan chu",
            "nguyen tac thu hai la gi",
            "Theo to trinh của Bắc Ninh, nguyen tac thu hai bao dam thuc hien dan chu la gi",
        ),
        (FUNDS, "thê vi pham thì xư ly ra sao", "Ở Sóc Trăng, vi pham thì xư ly ra sao"),
        (FUNDS, "Vậy dân được bàn những gì?", "Ở Sóc Trăng, dân được bàn những gì?"),
        (FUNDS, "Nếu vi phạm thì xử lý ra sao?", "Ở Sóc Trăng, nếu vi phạm thì xử lý ra sao?"),
    ],
)
def test_what_leans_on_the_question_before_is_made_whole(
    retriever: HybridRetriever, before: str, question: str, whole: str
) -> None:
    assert completed(question, [before], list(retriever.facts.values())) == whole


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (
            ["Đài truyền thanh Hớn Quản có nhiệm vụ gì?", "Thế còn Mặt trận huyện?"],
            "Dân vận nữa?",
            "Dân vận huyện Hớn Quản có nhiệm vụ gì?",
        ),
        (
            [
                "Ở Điện Biên có cấm trả thù người tố cáo không?",
                "Thế cản trở việc thực hiện dân chủ thì có bị cấm không?",
            ],
            "vậy bị phạt mấy triệu?",
            "Ở Điện Biên, cản trở việc thực hiện dân chủ bị phạt mấy triệu?",
        ),
        (
            [NQ_179, "Hội nghị cán bộ, công chức của cơ quan tổ chức mấy lần một năm?"],
            "thế ai ký?",
            "ai ký Nghị quyết 179 của Quảng Ninh?",
        ),
        ([NQ_179, "còn Sóc Trăng?"], "thế ai ký?", "ai ký Nghị quyết của Sóc Trăng?"),
        ([FUNDS, "còn Điện Biên?"], "thế Bắc Ninh?", FUNDS_OF.format("Bắc Ninh")),
    ],
)
def test_what_the_last_question_lacks_is_taken_from_those_before(
    retriever: HybridRetriever, history: list[str], question: str, whole: str
) -> None:
    assert completed(question, history, list(retriever.facts.values())) == whole


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
        "Sóc Trăng: tổ chức, cá nhân nào có trách nhiệm thực hiện nghị quyết này?",
        "dien bien dat muc tieu bao nhieu phan tram thon ban co huong uoc",
        "Khi kiểm tra việc thực hiện dân chủ thì phải chú ý nhất đến những mảng nào?",
        "Hội nghị này ở Hớn Quản có phải tổ chức hằng năm không?",
        "Dân chủ ở cơ sở là gì?",
        "huong uoc la gi",
        "cảm ơn bạn",
        "Thi đua khen thưởng về dân chủ ở cơ sở thì dành cho những ai?",
        "Còn hiệu quả của đối thoại với dân thì cơ quan nào đánh giá hằng năm?",
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
