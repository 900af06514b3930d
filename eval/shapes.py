"""How officials write a citation without its words: sentences and names of acts, varied by hand."""

WITH_PROVISION = (
    "Căn cứ {p} {a}, Ủy ban nhân dân xã đã ban hành quy chế thực hiện dân chủ.",
    "Theo {p} {a}, việc lấy ý kiến phải có biên bản.",
    "Theo quy định tại {p} {a}, thôn đã tổ chức họp hai lần.",
    "Thực hiện {p} của {a}, đơn vị công khai thu chi hằng quý.",
    "Việc công khai được quy định tại {p} {a}.",
    "Hồ sơ niêm yết đủ 30 ngày (xem {p} {a}).",
    "Ban Thanh tra nhân dân giám sát công trình ({p} {a}).",
    "Trách nhiệm của người đứng đầu nêu ở {p} {a} chưa được làm rõ.",
    "Trên cơ sở {p} {a}, huyện đã giao chỉ tiêu cho từng xã.",
    "{P} {a} quy định trách nhiệm phối hợp của Mặt trận.",
    "{P} {a} yêu cầu bố trí kinh phí hằng năm.",
    "Đối chiếu với {p} {a} thì còn 03 nội dung chưa làm.",
    "Còn lúng túng khi áp dụng {p} {a}, nhất là ở cơ quan, đơn vị.",
    "Đề nghị tỉnh hướng dẫn thêm {p} {a}.",
    "Nội dung này thuộc {p} {a}, không phải xin ý kiến.",
    "Như đã nêu tại {p} {a}, nhân dân bàn và quyết định mức đóng góp.",
    "Phân công thực hiện: Phòng Nội vụ chủ trì ({p} {a}), các phòng phối hợp.",
    "Kinh phí: theo {p}, {a}.",
    "Nguồn: {p} {a}",
    "Cơ sở pháp lý: {p} {a};",
    "100% thôn, tổ dân phố đã thực hiện đúng {p} {a}; không có đơn thư.",
    "Có ý kiến cho rằng {p} trong {a} chưa rõ.",
    "Vì vậy, {p} thuộc {a} là căn cứ để xử lý.",
    "Đã quán triệt {p} {a} tới 12/12 chi bộ.",
    "Các biện pháp ở {p} {a} được triển khai từ quý I.",
    "Báo cáo này được lập theo yêu cầu tại {p} {a} và gửi trước 15/11.",
    "Chưa bảo đảm {p} {a}: 02/15 đơn vị chậm công khai.",
    "{A} ({p}) đã được niêm yết tại nhà văn hóa.",
    "{A}, {p} có nêu về kinh phí.",
    "Tại {a}, {p} giao trách nhiệm cho Chủ tịch UBND cấp xã.",
)
"""{p}, {P}: the provision; {a}, {A}: the act; capitals begin a sentence."""

ACT_ALONE = (
    "Căn cứ {a};",
    "Thực hiện {a}, xã đã kiện toàn Ban Chỉ đạo.",
    "Theo {a} thì mỗi thôn họp ít nhất hai lần một năm.",
    "Các đơn vị tiếp tục quán triệt {a}.",
    "{A} đã được phổ biến tới 95% hộ dân.",
    "Tỉnh đã cụ thể hóa bằng {a}, phù hợp với thực tế.",
    "Việc sơ kết dựa trên {a} và báo cáo của các xã.",
    "Tài liệu tham khảo: {a}",
    "Đã cấp phát 500 tờ gấp tuyên truyền (nội dung theo {a}).",
)
"""Sentences that cite an act as a whole."""

ACTS = (
    "{kind} số {number} ngày {day} của {organ} {level} {place}",
    "{kind} số {number} ngày {long_day} của {long_organ} {level} {place}",
    "{kind} số {number}, ngày {day} của {organ} {level} {place}",
    "{kind} số {number} của {organ} {level} {place}",
    "{kind} số {number} do {organ} {level} {place} ban hành ngày {day}",
    "{kind} số {number} được {organ} {level} {place} thông qua ngày {day}",
    "{kind} {number} ({organ} {level} {place})",
    "{kind} {number} ngày {day}",
    "{kind} số {number} ngày {dashed_day}",
    "{kind} số {number} ({day})",
    "{kind} số {number}",
    "{symbol} {number} của {place}",
    "{symbol}{number} {level} {place}",
    "{symbol} số {number} năm {year}",
    "{kind} số {head} ngày {day} của {organ} {level} {place}",
    "{symbol} {head} ({place})",
    "{kind} số {typeset_number} của {organ} {level} {place}",
    "{kind} của {organ} {level} {place}",
    "{number}",
)
"""Names of a local act that has a number; what is left out the corpus must make clear."""

NATIONAL_ACTS = (
    "{kind} số {number} ngày {day} của {organ}",
    "{kind} {number} ngày {long_day} của {organ}",
    "{symbol} {number} ngày {day}",
    "{symbol} số {number} của {organ}",
    "{kind} số {number}, do {organ} ban hành ngày {day}",
)
