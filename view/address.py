"""The address of a document, or of one of its provisions, on the page "Văn bản"."""

from urllib.parse import urlencode


def address(document: str, eid: str | None = None) -> str:
    """Return an address relative to the app's own: "van_ban?doc=10-2022-qh15&at=art_3__para_2"."""
    asked = {"doc": document} | ({"at": eid} if eid else {})
    return f"van_ban?{urlencode(asked)}"
