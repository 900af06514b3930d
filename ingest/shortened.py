"""Shortened words of official texts that end in a dot, as both sentences and words must know them."""

import re

BEFORE_A_NAME = re.compile(
    r"""
    (?:.*\.)?                                          # "PGS." of "PGS.TS."
    (?: TT|P?CT|TM|KT|TL|TUQ|VP|BCĐ|[QPHTX]|T[PpXx]     # offices, places: "TT. HĐND", "TP. Huế"
      | P?GS|T[Ss]|Th?[Ss]|TSKH|BS|KS|LS|CN|NGƯT|NSND|S # titles: "ThS. Nguyễn Văn A", "Th.S."
      | [ÔB]|[Đđ]/c|Ph|St|N[Xx][Bb]|NXB|[Tt]r           # "Ô. Nguyễn Văn A", "Nxb. Tư pháp", "tr. 5"
    )
    """,
    re.VERBOSE,
)
"""Takes a shortened word, its dot left out, that a name or a number follows; must not take "UBND", which may
end a sentence."""
