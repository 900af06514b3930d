"""Words of documents and questions where Streamlit reads Markdown."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:-])")
"""Takes the characters that Markdown reads as its own; must not take letters or digits."""


def plain(text: str) -> str:
    """Escape a text so that Markdown shows it as it is: words of documents are no markup."""
    return _MARKDOWN.sub(r"\\\1", text)
