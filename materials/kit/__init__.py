"""The training kit of a topic: lesson plan, slides, handout, tables, review sheet."""

from materials.kit.build import Kit, build_kit
from materials.kit.errors import BadTopic, FolderTaken, KitProblem, NoBasis, NoQuestions, UnknownAudience
from materials.kit.lesson import LONGEST_TOPIC, Audience, Lesson, audience_named, audiences
from materials.kit.parts import ALL_PARTS, MOST_PAPERS, PARTS, Part, paper_parts

__all__ = [
    "ALL_PARTS",
    "LONGEST_TOPIC",
    "MOST_PAPERS",
    "PARTS",
    "Audience",
    "BadTopic",
    "FolderTaken",
    "Kit",
    "KitProblem",
    "Lesson",
    "NoBasis",
    "NoQuestions",
    "Part",
    "UnknownAudience",
    "audience_named",
    "audiences",
    "build_kit",
    "paper_parts",
]
