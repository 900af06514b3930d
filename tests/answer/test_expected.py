"""What kinds of fact a question asks for, however it is typed, and what bears them."""

import pytest

from answer.expected import expected_answers
from answer.expected.counting import COUNT

MONEY, PERCENT, PHONE = "mức tiền cụ thể", "tỷ lệ phần trăm", "số điện thoại"
YEARS, AGE, TIMES, OFTEN = "thời hạn (số năm)", "độ tuổi", "số lần", "định kỳ"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Mức phạt đối với hành vi cản trở là bao nhiêu?", [MONEY, "xử phạt"]),
        ("moi nam cap cho moi xa bao nhieu tien", [MONEY]),
        ("Điện Biên phấn đấu bao nhiêu phần trăm?", [PERCENT]),
        ("Hớn Quản bao nhieu % cơ quan", [PERCENT]),
        ("may phan tram doanh nghiep", [PERCENT]),
        ("Số đường dây nóng của UBND tỉnh?", [PHONE]),
        ("Nhiệm kỳ kéo dài mấy năm?", [YEARS, "nhiệm kỳ"]),
        ("trưởng thôn tuổi tối đa bao nhiêu", [AGE]),
        ("Hội nghị tổ chức mấy lần một năm?", [TIMES]),
        ("bao lâu phải đối thoại với dân một lần", [OFTEN]),
        ("phát bài lúc mấy giơ", ["giờ"]),
        ("Ai là Chủ tịch UBND tỉnh Sóc Trăng?", ["người giữ chức vụ"]),
        ("nghi quyet soc trang het hieu luc khi nao", ["việc hết hiệu lực"]),
        ("Kinh phí lấy từ đâu?", []),
        ("ban hành số mấy, ngày nào?", []),
        ("Thời gian giải quyết khiếu nại", []),
        ("Danh mục chính sách gồm những gì?", []),
        ("Mục III kinh phí thế nào?", []),
        ("hệ thống tưới tiêu", []),
        ("Máy móc cho cán bộ phải lo tới đâu?", []),
        ("kỳ họp thứ mấy thông qua", []),
        ("cơ quan có phải cử người đi học mấy lớp về dân chủ không", []),
        ("trị mấy người lợi dụng dân chủ khác nhau chỗ nào hén", []),
        ("mấy bác có được đi tập huấn gì hông", []),
        ("mấy năm qua huyện làm được gì", []),
        ("nêu mấy nguyên tắc, là những gì", []),
        ("có bao nhiêu nhóm biện pháp", []),
        ("do quỹ nào chi trả", []),
        ("luật đề ngày mấy tháng mấy", ["tháng", "ngày"]),
        ("máy tính cho xã", []),
        ("huyện có tất cả mấy xã phải làm", [COUNT]),
        ("doi thoai thi cong nhan cu toi thieu may dai dien", [COUNT]),
        ("liên đoàn có bao nhiêu biên chế", [COUNT]),
        ("một năm họp mấy kỳ", [COUNT]),
        ("gặp dân một năm mấy bận", [TIMES]),
        ("xã nào không báo cáo thì bị trừ mấy điểm", [COUNT]),
        ("mấy bữa thì được phản hồi", ["số ngày"]),
        ("định kì bao lâu 1 lần", [OFTEN]),
        ("khen thưởng với xử phạt thì quy định sao", ["việc xử phạt"]),
        ("kiểm tra trường học", []),
        ("trưởng thôn có được kiêm trưởng ban không", ["việc kiêm nhiệm"]),
        ("gửi đơn vị nào", []),
        ("xin thôi làm thì nộp đơn cho ai", ["đơn"]),
        ("học xong có được cấp chứng chỉ không", ["chứng chỉ, giấy chứng nhận"]),
    ],
)
def test_expected_answers(question: str, names: list[str]) -> None:
    assert [fact.name for fact in expected_answers(question)] == names


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("bao nhiêu tiền", "Hỗ trợ 1.500.000 đồng/tháng.", True),
        ("bao nhiêu tiền", "Mức 5 triệu.", True),
        ("bao nhiêu tiền", "năm 2024, đồng thời phân công", False),
        ("bao nhiêu tiền", "gồm 05 đồng chí", False),
        ("kéo dài mấy năm", "định kỳ từ 03 – 05 năm", True),
        ("kéo dài mấy năm", "năm 2024", False),
        ("bao nhiêu ngày", "ngày 30 tháng 4", False),
        ("bao nhiêu ngày", "trong thời hạn 15 ngày", True),
        ("có mẫu đơn không", "nêu gương mẫu mực", False),
        ("tối thiểu mấy người trông coi", "phân công ít nhất một người phụ trách", True),
        ("có mấy xã", "Điều 3. Xã, phường ngày 10 tháng 4", False),
        ("có mấy xã", "huyện gồm 10 xã", True),
        ("bao nhiêu thôn có hương ước", "trên 95% thôn, bản có hương ước", True),
        ("bao nhiêu thôn đạt chuẩn", "trên 70% Trưởng thôn, bản được tập huấn", False),
        ("hiện nay đã có bao nhiêu thôn có hương ước", "trên 95% thôn, bản có hương ước", False),
        ("có mấy ban", "năm 2024 của ban", False),
        ("xử phạt thì quy định sao", "xử lý nghiêm hành vi vi phạm", True),
        ("app tên gì", "sử dụng ứng dụng Điện Biên Smart", True),
        ("app tên gì", "ứng dụng công nghệ thông tin", False),
        ("lưu kho mấy năm", "định kỳ từ 03 – 05 năm", False),
    ],
)
def test_a_fact_is_given_by_its_mark(question: str, text: str, given: bool) -> None:
    assert expected_answers(question)[0].is_given(text) is given


@pytest.mark.parametrize(
    ("question", "text", "figures"),
    [
        ("mấy phần trăm", "Đến năm 2030 có trên 95% thôn, bản", ["trên 95%"]),
        ("mấy phần trăm", "có trên 10%, năm 2030 có trên 70%", ["trên 10%", "trên 70%"]),
        ("kéo dài mấy năm", "định kỳ từ 03 – 05 năm xây dựng", ["từ 03 – 05 năm"]),
        ("mức phạt", "bị phạt", []),
    ],
)
def test_figures_come_with_what_limits_them(question: str, text: str, figures: list[str]) -> None:
    assert list(expected_answers(question)[0].figures_in(text)) == figures


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("trong bao nhiêu ngày phải trả lời", "Trong thời hạn 30 (ba mươi) ngày kể từ ngày nhận được"),
        ("phải có bao nhiêu hộ tán thành", "có từ 50 (năm mươi) hộ gia đình trở lên tán thành"),
    ],
)
def test_a_number_may_be_written_out_beside_its_figure(question: str, sentence: str) -> None:
    assert all(fact.is_given(sentence) for fact in expected_answers(question))
    assert expected_answers(question)
