"""A training kit made for a browser: built in a folder of its own, handed out as one zip."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from index import HybridRetriever
from ingest.accents import slug
from materials.kit import ALL_PARTS, Audience, Lesson, Part, build_kit, paper_parts


@dataclass(frozen=True, slots=True)
class ZippedKit:
    """A kit as one file to download: its name, its bytes, the parts in it, and what they teach."""

    name: str
    content: bytes
    parts: tuple[Part, ...]
    lesson: Lesson


def zipped_kit(  # noqa: PLR0913 (what a kit is made from, and how)
    topic: str,
    audience: Audience,
    place: str | None,
    retriever: HybridRetriever,
    progress: Callable[[str, float], None],
    *,
    papers: int = 0,
    seed: int = 0,
) -> ZippedKit:
    """Build a kit, with so many papers of a contest, and zip it, nothing of it left on disk.

    Raises:
        KitProblem: there is no such kit; the message is Vietnamese.

    """
    with TemporaryDirectory(prefix="danchu-") as scratch:
        name = f"tap-huan-{slug(topic)[:60].strip('-') or 'chu-de'}"
        parts, out = (*ALL_PARTS, *paper_parts(papers, seed)), Path(scratch, name)
        kit = build_kit(topic, audience, place, retriever, out, parts=parts, progress=progress)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for file in kit.files:
                archive.write(kit.folder / file, f"{name}/{file}")
        return ZippedKit(f"{name}.zip", stream.getvalue(), kit.parts, kit.lesson)
