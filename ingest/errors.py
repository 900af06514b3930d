"""What can go wrong while a file is read.

IngestError
├── MissingFile        there is no such file
├── UnreadableFile     the system refuses to open it, or it is a folder
├── UnsupportedFormat  its suffix is not one that is read
├── EmptyFile          it holds no text
├── BinaryFile         its bytes are not text in a known encoding
├── BrokenFile         its bytes are not what its suffix says, or some are missing
├── LockedFile         it opens with a password only
├── TooLarge           it, or what it unfolds to, is more than a machine should hold
├── MissingProgram     a program that reads such files is not on this machine
├── DuplicateDocument  it is the same act as another file
├── BrokenReader       reading it failed in a way that was not foreseen
└── InvalidCatalog     catalog.toml beside it cannot be understood

Every message is Vietnamese and says what is wrong, where, and what to do.
"""

from functools import partial
from pathlib import Path


class IngestError(Exception):
    """A file that could not become a document; `path` is that file."""

    template = "{path}: không đọc được."

    def __init__(self, path: Path, **details: str) -> None:
        self.path = path
        self.details = details
        super().__init__(self.template.format(path=path, **details))

    def __reduce__(self) -> tuple[partial["IngestError"], tuple[()]]:
        """Let an error come back from another process whole."""
        return partial(type(self), self.path, **self.details), ()


class MissingFile(IngestError):
    """There is no such file."""

    template = "{path}: không có tệp này. Hãy kiểm tra lại đường dẫn."


class UnreadableFile(IngestError):
    """The system refuses to open the file."""

    template = "{path}: không mở được ({reason}). Hãy kiểm tra quyền đọc của tệp."


class UnsupportedFormat(IngestError):
    """The file's suffix is not one that is read."""

    template = "{path}: chưa đọc được định dạng “{suffix}”. Hãy lưu văn bản thành {supported}."


class EmptyFile(IngestError):
    """The file holds no text."""

    template = "{path}: tệp không có chữ nào. Hãy xuất lại tệp từ bản gốc."


class BinaryFile(IngestError):
    """The file's bytes are not text in a known encoding."""

    template = (
        "{path}: không phải tệp văn bản (lỗi mã hóa tại byte thứ {offset}). "
        "Hãy lưu lại thành văn bản thuần, mã UTF-8."
    )


class BrokenFile(IngestError):
    """The file's bytes are not what its suffix says, or some are missing."""

    template = "{path}: tệp hỏng hoặc không đúng định dạng ({reason}). Hãy tải lại hoặc xuất lại từ bản gốc."


class LockedFile(IngestError):
    """The file opens with a password only."""

    template = "{path}: tệp có mật khẩu. Hãy mở bằng mật khẩu rồi lưu một bản không có mật khẩu."


class TooLarge(IngestError):
    """The file unfolds to more than a machine should hold."""

    template = "{path}: {what} vượt giới hạn {limit}. Hãy chia tệp hoặc xuất lại từ bản gốc."


class MissingProgram(IngestError):
    """A program that reads such files is not on this machine."""

    template = "{path}: cần một chương trình chưa có trên máy. {remedy}"


class InvalidCatalog(IngestError):
    """catalog.toml beside the file cannot be understood."""

    template = "{path}: bảng đính chính sai ở {where}. {remedy}"


class DuplicateDocument(IngestError):
    """The file is the same act as another."""

    template = "{path}: là cùng một văn bản ({id}) với “{other}”. Hãy giữ lại một tệp."


class BrokenReader(IngestError):
    """Reading the file failed in a way that was not foreseen."""

    template = (
        "{path}: phần mềm gặp lỗi khi đọc tệp này ({reason}). Hãy lưu tệp sang .docx hoặc .txt rồi thử lại."
    )
