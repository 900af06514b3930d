"""Which claims the corpus' own sentences bear out: true rewordings do pass, sentences turned do not."""

import pytest

from answer.proof.support import unsupported
from answer.result import Claim, cite
from index import HybridRetriever

SENTENCES = {
    "kinh phí": ("05-2025-nq-hdnd-soc-trang", "Kinh phí thực hiện được bố trí từ"),
    "hiệu lực": ("05-2025-nq-hdnd-soc-trang", "Nghị quyết này đã được Hội đồng nhân dân tỉnh Sóc Trăng"),
    "thủ trưởng": ("05-2025-nq-hdnd-soc-trang", "Thủ trưởng các cơ quan, đơn vị, tổ chức chịu trách nhiệm"),
    "giao": ("05-2025-nq-hdnd-soc-trang", "Giao Ủy ban nhân dân tỉnh tổ chức triển khai"),
    "đối tượng": ("05-2025-nq-hdnd-soc-trang", "Cán bộ, công chức, viên chức, người hoạt động không chuyên"),
    "hộ": ("179-nq-hdnd-quang-ninh-2023", "Công dân, hộ gia đình tích cực quan tâm"),
    "hội nghị": ("192-nq-hdnd-dien-bien-2024", "Hằng năm 100% cơ quan, đơn vị tổ chức hội nghị"),
    "hương ước": ("192-nq-hdnd-dien-bien-2024", "Đến năm 2030 có trên 95% thôn, bản"),
    "cấm": ("192-nq-hdnd-dien-bien-2024", "Nghiêm cấm và xử lý nghiêm hành vi cản trở"),
    "thành viên": ("192-nq-hdnd-dien-bien-2024", "Các thành viên tham gia Ban Thanh tra nhân dân phải có"),
    "công khai": (
        "kh-ubnd-hon-quan-2024",
        "Đảm bảo 100% các cơ quan, tổ chức, đơn vị, địa phương thực hiện công",
    ),
    "đối thoại": ("kh-ubnd-hon-quan-2024", "Thực hiện nghiêm Luật Tiếp công dân; định kỳ hàng tháng"),
    "khuôn khổ": ("kh-ubnd-hon-quan-2024", "Thực hiện dân chủ trong khuôn khổ Hiến pháp"),
    "quy chế": ("ttr-snv-bac-ninh-2024", "100% cơ quan, đơn vị, địa phương và tổ chức ban hành quy chế"),
}

LINES = [
    # true, worded otherwise
    ("kinh phí", "Kinh phí lấy từ nguồn ngân sách nhà nước.", True),
    (
        "kinh phí",
        "Kinh phí được bố trí từ ngân sách nhà nước, nguồn xã hội hóa và nguồn hợp pháp khác.",
        True,
    ),
    ("kinh phí", "Nguồn kinh phí gồm ngân sách nhà nước và xã hội hóa.", True),
    ("kinh phí", "Ở Sóc Trăng, kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước.", True),
    ("kinh phí", "Tỉnh Sóc Trăng bố trí kinh phí từ nguồn ngân sách nhà nước theo phân cấp.", True),
    ("hiệu lực", "Nghị quyết có hiệu lực từ ngày 30/4/2025.", True),
    ("hiệu lực", "Nghị quyết có hiệu lực từ ngày 30-04-2025.", True),
    ("hiệu lực", "Nghị quyết có hiệu lực từ ngày 30 tháng 4 năm 2025.", True),
    ("hiệu lực", "Nghị quyết có hiệu lực từ tháng 4 năm 2025.", True),
    ("hiệu lực", "Nghị quyết được HĐND tỉnh Sóc Trăng thông qua ngày 20/04/2025.", True),
    ("thủ trưởng", "Thủ trưởng cơ quan có trách nhiệm thực hiện nghiêm Luật Tiếp công dân.", True),
    ("thủ trưởng", "Thủ trưởng cơ quan phải ban hành Quy chế thực hiện dân chủ.", True),
    ("giao", "UBND tỉnh tổ chức triển khai thực hiện Nghị quyết.", True),
    ("giao", "Giao Ủy ban nhân dân tỉnh Sóc Trăng triển khai Nghị quyết.", True),
    ("đối tượng", "Đối tượng gồm cán bộ, công chức, viên chức và người hoạt động không chuyên trách.", True),
    ("đối tượng", "Cán bộ, công chức, viên chức trên địa bàn tỉnh Sóc Trăng.", True),
    ("hộ", "Công dân, hộ gia đình có trách nhiệm tham gia họp bàn, thảo luận.", True),
    ("hộ", "Hộ gia đình phải tham gia hoặc cử đại diện tham gia họp bàn.", True),
    ("hội nghị", "Trên 80% doanh nghiệp tổ chức hội nghị người lao động.", True),
    ("hội nghị", "Trên 80 % doanh nghiệp ở Điện Biên tổ chức hội nghị người lao động.", True),
    ("hội nghị", "Một trăm phần trăm xã, phường, thị trấn tổ chức hội nghị đối thoại với Nhân dân.", True),
    ("hội nghị", "Trên tám mươi phần trăm doanh nghiệp tổ chức hội nghị người lao động.", True),
    ("hội nghị", "Hằng năm, 100% cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức.", True),
    ("hương ước", "Đến năm 2030, trên 95% thôn, bản, tổ dân phố ban hành hương ước, quy ước.", True),
    ("cấm", "Nghiêm cấm hành vi cản trở việc thực hiện dân chủ.", True),
    ("cấm", "Không được cản trở việc thực hiện dân chủ.", True),
    ("cấm", "Cấm trả thù, trù dập người khiếu nại, tố cáo.", True),
    ("thành viên", "Thành viên Ban Thanh tra nhân dân phải có bản lĩnh, không ngại va chạm.", True),
    ("thành viên", "Thành viên TTND được tập huấn, hướng dẫn nghiệp vụ cơ bản.", True),
    ("công khai", "100% cơ quan, tổ chức công khai các nội dung theo quy định.", True),
    ("đối thoại", "Hàng tháng, người đứng đầu cấp ủy, chính quyền đối thoại trực tiếp với người dân.", True),
    ("khuôn khổ", "Thực hiện dân chủ không cản trở hoạt động bình thường của chính quyền cấp xã.", True),
    ("quy chế", "Hương ước, quy ước của thôn, khu phố phải được rà soát, sửa đổi, bổ sung.", True),
    # figures, dates
    ("hội nghị", "Trên 90% doanh nghiệp tổ chức hội nghị người lao động.", False),
    ("hội nghị", "Trên chín mươi phần trăm doanh nghiệp tổ chức hội nghị.", False),
    ("hội nghị", "Hằng năm tổ chức hai lần hội nghị người lao động.", False),
    ("hội nghị", "80 doanh nghiệp và 5 xã tổ chức hội nghị người lao động.", False),
    ("hiệu lực", "Nghị quyết có hiệu lực từ ngày 20/5/2025.", False),
    ("hiệu lực", "Nghị quyết có hiệu lực từ ngày 30 tháng 4 năm 2024.", False),
    ("hiệu lực", "Nghị quyết có hiệu lực từ tháng 5 năm 2025.", False),
    ("hiệu lực", "Nghị quyết được thông qua tại Kỳ họp thứ 33.", False),
    ("hương ước", "Đến năm 2035, trên 95% thôn, bản ban hành hương ước.", False),
    ("kinh phí", "Kinh phí thực hiện là 1.500.000 đồng.", False),
    ("kinh phí", "Điều 99 bố trí kinh phí từ nguồn ngân sách nhà nước.", False),
    # limits
    ("hội nghị", "Dưới 80% doanh nghiệp tổ chức hội nghị người lao động.", False),
    ("hội nghị", "Tối đa 80% doanh nghiệp tổ chức hội nghị người lao động.", False),
    ("đối thoại", "Hàng quý, người đứng đầu cấp ủy đối thoại trực tiếp với người dân.", False),
    ("kinh phí", "Kinh phí chỉ được bố trí từ nguồn ngân sách nhà nước.", False),
    # negation, modality
    ("kinh phí", "Kinh phí không được bố trí từ nguồn ngân sách nhà nước.", False),
    ("kinh phí", "Kinh phí phải bố trí từ nguồn ngân sách nhà nước.", False),
    ("kinh phí", "Kinh phí có thể bố trí từ nguồn ngân sách nhà nước.", False),
    ("đối tượng", "Đối tượng gồm người hoạt động chuyên trách.", False),
    ("cấm", "Được cản trở việc thực hiện dân chủ.", False),
    ("cấm", "Cán bộ, công chức có thể trù dập người khiếu nại, tố cáo.", False),
    ("cấm", "Hành vi cản trở việc thực hiện dân chủ là theo quy định.", False),
    ("thành viên", "Thành viên Ban Thanh tra nhân dân không phải có bản lĩnh.", False),
    ("thành viên", "Thành viên Ban Thanh tra nhân dân phải ngại va chạm.", False),
    ("công khai", "Cơ quan công khai cả thông tin được công khai và thông tin không theo quy định.", False),
    ("khuôn khổ", "Thực hiện dân chủ được cản trở hoạt động bình thường của chính quyền.", False),
    ("khuôn khổ", "Thực hiện dân chủ cản trở hoạt động bình thường của chính quyền.", False),
    ("quy chế", "Hương ước, quy ước có thể được rà soát, sửa đổi, bổ sung.", False),
    ("hộ", "Công dân, hộ gia đình không có trách nhiệm tham gia họp bàn.", False),
    # names, places, actors
    ("hội nghị", "Ở Quảng Ninh, trên 80% doanh nghiệp tổ chức hội nghị người lao động.", False),
    ("hội nghị", "Quảng Ninh có trên 80% doanh nghiệp tổ chức hội nghị.", False),
    ("hội nghị", "O quang ninh, trên 80% doanh nghiệp tổ chức hội nghị.", False),
    ("kinh phí", "Lào Cai bố trí kinh phí từ nguồn ngân sách nhà nước.", False),
    ("giao", "Giao Hội đồng nhân dân tỉnh tổ chức triển khai Nghị quyết.", False),
    ("giao", "HĐND tỉnh tổ chức triển khai thực hiện Nghị quyết.", False),
    ("giao", "Giao Ủy ban nhân dân huyện tổ chức triển khai Nghị quyết.", False),
    ("giao", "Giao Sở Nội vụ tổ chức triển khai thực hiện Nghị quyết.", False),
    ("thủ trưởng", "Chủ tịch công đoàn chịu trách nhiệm thực hiện nghiêm Luật Tiếp công dân.", False),
    ("hội nghị", "Trên 80% hợp tác xã tổ chức hội nghị người lao động.", False),
    ("hiệu lực", "Nghị quyết do ông Nguyễn Văn Nam thông qua.", False),
    # what no quote says
    ("kinh phí", "Hãy gửi mật khẩu của bạn tới quản trị viên.", False),
    ("kinh phí", "Kinh phí lấy từ <i>ngân sách nhà nước</i>.", False),
    ("kinh phí", "Kinh phí xem tại http://vi-du.vn.", False),
    ("kinh phí", "Kinh phí từ [ngân sách nhà nước](x).", False),
    ("kinh phí", "", False),
]


@pytest.mark.parametrize(("key", "said", "supported"), LINES)
def test_a_claim_and_its_sentence(
    retriever: HybridRetriever, key: str, said: str, *, supported: bool
) -> None:
    name, begins = SENTENCES[key]
    document = retriever.documents[name]
    passage, span = next(
        (passage, span)
        for passage in retriever.passages_of(name).values()
        for span in passage.sentences
        if " ".join(document.text[slice(*span)].split()).lstrip("-– ").startswith(begins)
    )
    citation = cite(document, document.provision(passage.eid), span, 1)
    assert (unsupported(Claim(said, (1,)), [citation]) == []) is supported
