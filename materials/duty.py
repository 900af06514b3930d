"""A duty that a text lays on someone, and a target that it sets, each with the provision that says so."""

from dataclasses import dataclass

from answer import Citation


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must do what, in the words of the text.

    `actor` is who is bound ("Phòng Tư pháp"), `verb` and `what` what is to be done ("tham mưu", "ban hành kế
    hoạch …"), `when` the deadline or how often ("trước ngày 15/11", "định kỳ 06 tháng"), `condition` in which
    case; what the text does not say is empty.
    """

    actor: str
    verb: str
    what: str
    when: str
    condition: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that a text sets to be reached.

    `figure` is as printed with what bounds it ("trên 70"), `unit` what it counts ("%", "lần", "mô hình"),
    `population` whose share or what ("cơ quan, đơn vị"), `what` what they shall do or be, `deadline` by when
    ("đến năm 2030"), or how often; what the text does not say is empty.
    """

    figure: str
    unit: str
    population: str
    what: str
    deadline: str
    citation: Citation
