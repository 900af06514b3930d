"""The training kit of a topic: lesson plan, slides, handout, tables, review sheet."""

from materials.kit.build import ALL_PARTS, PARTS, Kit, Part, build_kit
from materials.kit.errors import BadTopic, FolderTaken, KitProblem, NoBasis, UnknownAudience
from materials.kit.lesson import LONGEST_TOPIC, Audience, Lesson, audience_named, audiences

__all__ = [
    "ALL_PARTS",
    "LONGEST_TOPIC",
    "PARTS",
    "Audience",
    "BadTopic",
    "FolderTaken",
    "Kit",
    "KitProblem",
    "Lesson",
    "NoBasis",
    "Part",
    "UnknownAudience",
    "audience_named",
    "audiences",
    "build_kit",
]
