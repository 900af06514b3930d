"""Duties and targets of real documents, read from the lines that say them."""

from pathlib import Path

import pytest

from ingest import Document, read_document
from materials import Duty, duties_of, targets_of


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_document(Path("corpus/kh-ubnd-hon-quan-2024.txt"))


@pytest.fixture(scope="module")
def resolution() -> Document:
    return read_document(Path("corpus/192-nq-hdnd-dien-bien-2024.txt"))


def _at(document: Document, eid: str) -> list[Duty]:
    return [duty for duty in duties_of(document) if duty.citation.eid == eid]


@pytest.mark.parametrize(
    ("eid", "actor", "verb", "what", "when"),
    [
        ("sec_III__para_1__point_b", "Phòng Nội vụ", "phối hợp", "tổ chức các lớp bồi dưỡng", "Hàng năm"),
        ("sec_III__para_5__point_c", "Liên đoàn Lao động huyện", "Tham gia, hỗ trợ, hướng dẫn", "cán bộ", ""),
        ("sec_III__para_9__point_l", "Các cơ quan, đơn vị, địa phương thực hiện nhiệm vụ trong Kế hoạch này",
         "lập", "dự toán ngân sách", "hàng năm"),
        ("conclusions", "các cơ quan, đơn vị, địa phương", "triển khai, thực hiện",
         "nghiêm túc Kế hoạch này", ""),
    ],
)  # fmt: skip
def test_a_duty_of_a_plan(plan: Document, eid: str, actor: str, verb: str, what: str, when: str) -> None:
    first = _at(plan, eid)[0]
    assert (first.actor, first.verb, first.when) == (actor, verb, when)
    assert first.what.startswith(what)


def test_a_share_is_who_the_duty_binds(plan: Document) -> None:
    duties = _at(plan, "sec_II__para_2__point_a")
    assert [duty.verb for duty in duties] == ["tham gia", "tạo điều kiện, cử"]
    assert duties[1].actor == "cơ quan, tổ chức, đơn vị, địa phương"


def test_actions_joined_in_a_sentence_are_duties_of_their_own(resolution: Document) -> None:
    first, second = _at(resolution, "art_1__para_3__point_a__indent_2")[:2]
    assert first.actor == second.actor == "Các cơ quan, đơn vị, chính quyền các cấp"
    assert (first.verb, second.verb) == ("bố trí", "Đổi mới")


def test_what_leads_in_or_names_principles_is_no_duty(resolution: Document) -> None:
    eids = {duty.citation.eid for duty in duties_of(resolution)}
    assert not [eid for eid in eids if eid == "art_1" or eid.startswith("art_1__para_1")]


def test_targets_in_one_clause_share_who_they_tell_of(resolution: Document) -> None:
    first, second = targets_of(resolution)[:2]
    assert (first.figure, first.deadline) == ("trên 10", "Hằng năm")
    assert (second.figure, second.deadline) == ("trên 70", "đến năm 2030")
    assert first.population == second.population


@pytest.mark.parametrize(
    ("name", "eid", "duties"),
    [
        ("179-nq-hdnd-quang-ninh-2023", "art_1__para_5__point_c", [
            ("Ủy ban nhân dân các cấp", "xây dựng", "Hằng năm"),
            ("các cơ quan, đơn vị, địa phương", "thực hiện", ""),
            ("", "Tăng cường", ""), ("", "phát hiện và xử lý", ""),
        ]),
        ("179-nq-hdnd-quang-ninh-2023", "art_1__para_3__point_b", [
            ("", "Thực hiện", ""), ("bí thư cấp ủy cấp trên", "giao ban", "định kỳ (hàng quý, tháng)"),
            ("", "tăng cường", ""), ("", "quan tâm", ""), ("", "hướng dẫn", ""),
        ]),
        ("ttr-snv-bac-ninh-2024", "sec_III__para_2__subsec_2-4", [
            ("cơ quan, đơn vị, địa phương và tổ chức", "ban hành", ""),
            ("Hội đồng nhân dân các cấp", "ban hành", ""),
        ]),
        ("ttr-snv-bac-ninh-2024", "sec_III__para_2__subsec_2-1", []),
    ],
)  # fmt: skip
def test_who_is_bound_in_each_clause(name: str, eid: str, duties: list[tuple[str, str, str]]) -> None:
    found = _at(read_document(Path(f"corpus/{name}.txt")), eid)
    assert [(duty.actor, duty.verb, duty.when) for duty in found] == duties


@pytest.mark.parametrize(
    ("name", "eid", "population", "what"),
    [
        ("ttr-snv-bac-ninh-2024", "sec_III__para_2__subsec_2-2", "cơ quan, đơn vị, địa phương và tổ chức",
         "thực hiện tuyên truyền, quán triệt"),
        ("ttr-snv-bac-ninh-2024", "sec_III__para_2__subsec_2-5", "cơ quan, đơn vị, địa phương và tổ chức",
         "hỗ trợ, tạo điều kiện"),
        ("ttr-snv-bac-ninh-2024", "sec_III__para_2__subsec_2-1",
         ("người được giao nhiệm vụ về thực thi pháp luật về thực hiện dân chủ ở cơ sở; "
          "thành viên Ban Thanh tra nhân dân, thành viên Ban giám sát đầu tư của cộng đồng"),
         "được bồi dưỡng chuyên môn"),
        ("179-nq-hdnd-quang-ninh-2023", "art_1__para_3__point_a", "thôn, bản, khu phố trên địa bàn tỉnh",
         "Duy trì thực hiện hiệu quả các hình thức dân chủ trực tiếp"),
    ],
)  # fmt: skip
def test_a_target_tells_of_whom_and_what(name: str, eid: str, population: str, what: str) -> None:
    document = read_document(Path(f"corpus/{name}.txt"))
    (target,) = [one for one in targets_of(document) if one.citation.eid == eid]
    assert (target.figure, target.population) == ("100", population)
    assert target.what.startswith(what)


def test_every_quote_is_verbatim(plan: Document, resolution: Document) -> None:
    for document in (plan, resolution):
        duties, targets = duties_of(document), targets_of(document)
        for cited in [one.citation for one in duties] + [one.citation for one in targets]:
            assert document.text[slice(*cited.span)] == cited.quote
