"""What a file says before anything is made of it: the one thing that every format is read into."""

from dataclasses import dataclass

from ingest.document import Note


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, NFC, with Unix line ends, as printed: nothing is cleaned yet.

    `pages` holds the offset in `text` at which each page begins, empty for a format without pages.
    `notes` are footnotes that the format keeps apart from the running text; their `at` is the offset in
    `text` of their mark, which is not in `text`. `warnings` tell a person, in Vietnamese, what to check.
    """

    text: str
    pages: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()
