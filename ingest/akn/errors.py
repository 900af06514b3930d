"""What can go wrong while Akoma Ntoso is read.

IngestError
└── AknError
    ├── BrokenXml        it is not well-formed XML
    ├── ForbiddenDoctype it declares a DTD, through which entities could read files or fill the memory
    ├── NotAkomaNtoso    its root is not Akoma Ntoso 3.0 with one act, bill or doc
    ├── MissingPart      it lacks a part that every text written by `to_akn` has
    └── AlteredText      its words are no longer those that were written
"""

from ingest.errors import IngestError


class AknError(IngestError):
    """XML that could not become a document."""


class BrokenXml(AknError):
    """The XML is not well formed."""

    template = "{path}: XML sai cú pháp ở dòng {line}, cột {column}. Hãy xuất lại tệp từ văn bản gốc."


class ForbiddenDoctype(AknError):
    """The XML declares a document type: Akoma Ntoso needs none, and its entities may be an attack."""

    template = "{path}: có khai báo DOCTYPE nên bị từ chối để an toàn. Hãy bỏ khai báo ấy ở đầu tệp."


class NotAkomaNtoso(AknError):
    """The XML is not an act, bill or doc of Akoma Ntoso 3.0."""

    template = (
        "{path}: không phải văn bản Akoma Ntoso 3.0 (thẻ <{tag}>). "
        "Hãy chọn tệp có <akomaNtoso> chứa <act>, <bill> hoặc <doc>."
    )


class MissingPart(AknError):
    """A part that `to_akn` always writes is not there, or is not what it writes."""

    template = "{path}: thiếu hoặc sai phần {part}. Hãy dùng tệp do “danchu show MÃ --akn” xuất ra."


class AlteredText(AknError):
    """The words are not those that were written, so that no recorded place in them holds any more."""

    template = "{path}: lời văn đã bị sửa sau khi xuất. Hãy sửa ở văn bản gốc rồi xuất lại."
