"""A training kit made for a browser: built in a folder of its own, handed out as one zip."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from index import HybridRetriever
from ingest.accents import slug
from materials.kit import Audience, Lesson, build_kit


@dataclass(frozen=True, slots=True)
class ZippedKit:
    """A kit as one file to download: its name, its bytes, the files in it, and what they teach."""

    name: str
    content: bytes
    files: tuple[str, ...]
    lesson: Lesson


def zipped_kit(
    topic: str,
    audience: Audience,
    place: str | None,
    retriever: HybridRetriever,
    progress: Callable[[str, float], None],
) -> ZippedKit:
    """Build a kit and zip it, nothing of it left on disk.

    Raises:
        KitProblem: there is no such kit; the message is Vietnamese.

    """
    with TemporaryDirectory(prefix="danchu-") as scratch:
        name = f"tap-huan-{slug(topic)[:60].strip('-') or 'chu-de'}"
        kit = build_kit(topic, audience, place, retriever, Path(scratch, name), progress=progress)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for file in kit.files:
                archive.write(kit.folder / file, f"{name}/{file}")
        return ZippedKit(f"{name}.zip", stream.getvalue(), kit.files, kit.lesson)
