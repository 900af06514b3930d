"""Growing the corpus: texts from files and official addresses into the folder, and out of it again."""

from collect.corpus import Corpus, Text
from collect.errors import CollectProblem
from collect.national import NationalText, national_texts
from collect.wanted import Address, File, wanted

__all__ = [
    "Address",
    "CollectProblem",
    "Corpus",
    "File",
    "NationalText",
    "Text",
    "national_texts",
    "wanted",
]
