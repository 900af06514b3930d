"""What can go wrong while the corpus grows or shrinks.

CollectProblem
├── NoCorpus           there is no such folder
├── CorpusNotWritable  the system refuses to change it
├── CorpusBusy         another command is changing it
├── BrokenTable        provenance.toml or sources.toml is missing or cannot be understood
├── UnknownText        there is no text with this id to remove
├── EmptyFolder        a folder to add holds no text
├── NotFetched         an address gave no text
├── NoAddress          the official address of a national text is not known
├── WrongAct           what an address gave is not the act that was asked for
└── NotAdmitted        a text cannot enter: it cannot be read, or is there already
    └── NameTaken      another file has the name it would get

Every message is Vietnamese and says what is wrong, where, and what to do.
"""


class CollectProblem(Exception):
    """Any trouble with growing the corpus; `template` is filled with the details."""

    template = "{reason}"

    def __init__(self, **details: object) -> None:
        super().__init__(self.template.format(**details))


class NoCorpus(CollectProblem):
    """There is no such folder."""

    template = "{folder}: không có thư mục này. Hãy tạo nó, hoặc chỉ thư mục văn bản khác bằng --corpus."


class CorpusNotWritable(CollectProblem):
    """The system refuses to change the folder."""

    template = "{folder}: không ghi được vào kho ({reason}). Hãy kiểm tra quyền ghi và chỗ trống trên đĩa."


class CorpusBusy(CollectProblem):
    """Another command has been changing the folder for too long."""

    template = "{folder}: một lệnh khác đang sửa kho. Hãy đợi nó xong rồi chạy lại."


class BrokenTable(CollectProblem):
    """A table beside the texts cannot be understood."""

    template = "{path}: không hiểu được bảng này ({reason}). Hãy sửa lại, hoặc lấy lại bản gốc của tệp."


class UnknownText(CollectProblem):
    """There is no text with this id."""

    template = "Trong kho không có văn bản “{id}”. Các mã đang có: {known}."


class EmptyFolder(CollectProblem):
    """A folder to add holds no text."""

    template = "{path}: thư mục không có văn bản nào. Đọc được các tệp {supported}."


class NotFetched(CollectProblem):
    """An address gave no text."""

    template = (
        "{url}: không tải được, {reason}. Hãy tải văn bản bằng trình duyệt (trên máy khác nếu máy này "
        "không có mạng) rồi chạy: danchu corpus add TỆP"
    )

    def __init__(self, *, url: str, reason: str) -> None:
        self.reason = reason
        super().__init__(url=url, reason=reason)


class NoAddress(CollectProblem):
    """The official address of a national text is not known."""

    template = (
        "{label} ({relation}): chưa có địa chỉ chính thức trong {table}. Hãy tìm theo số hiệu trên cổng của "
        "Chính phủ hoặc vbpl.vn, tải về rồi chạy: danchu corpus add TỆP"
    )


class WrongAct(CollectProblem):
    """What an address gave is not the act that was asked for; nothing of it is kept."""

    template = (
        "{url}: đây không phải {label} ({reason}), nên không giữ lại gì. Hãy tải văn bản bằng trình duyệt, "
        "đối chiếu rồi chạy: danchu corpus add TỆP"
    )


class NotAdmitted(CollectProblem):
    """A text cannot enter the corpus; its cause is the `IngestError` that says why."""


class NameTaken(NotAdmitted):
    """Another file has the name that a text would get."""

    template = (
        "{source}: kho đã có tệp khác tên “{name}”. Hãy xem tệp ấy bằng danchu corpus list, "
        "đổi tên hoặc bỏ nó đi rồi thêm lại."
    )
