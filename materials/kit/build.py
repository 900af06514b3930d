"""A kit's folder: all of its files, or none."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from index import HybridRetriever
from materials.kit.errors import FolderTaken
from materials.kit.lesson import Audience, Lesson, lesson
from materials.kit.parts import ALL_PARTS, Part, is_kit_file
from materials.kit.sources import Sources


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit as written: its folder, its parts in the order made, and what they teach."""

    folder: Path
    parts: tuple[Part, ...]
    lesson: Lesson

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(part.file for part in self.parts)


def build_kit(  # noqa: PLR0913 (what a kit is made from, where, and how)
    topic: str,
    audience: Audience,
    place: str | None,
    retriever: HybridRetriever,
    out: Path,
    *,
    force: bool = False,
    parts: Sequence[Part] = ALL_PARTS,
    progress: Callable[[str, float], None] = lambda _message, _share: None,
) -> Kit:
    """Write the training kit of a topic into a folder; every statement is a checked, cited quotation.

    Args:
        topic: as "giám sát đầu tư của cộng đồng", at most `LONGEST_TOPIC` characters.
        audience: one of `audiences()`.
        place: a place whose texts alone are used; None for all.
        retriever: an open index.
        out: the folder to make; one that exists must be empty, or `force` given and nothing else in it.
        force: whether to replace an earlier kit.
        parts: the files to make.
        progress: called with what is made and the share done, 0 to 1.

    Raises:
        KitProblem: the topic is none, no text answers it, papers are wanted and there are no questions, or
            the folder is taken; the folder is unchanged.
        OSError: the folder cannot be written.

    """
    _check_free(out, force=force)
    progress("Hỏi kho văn bản", 0.0)
    sources = Sources(lesson(topic, audience, place, retriever), retriever)
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        written = []
        for done, part in enumerate(parts, start=1):
            progress(f"Soạn: {part.name}", done / (len(parts) + 1))
            if (made := part.write(sources)) is not None:
                (scratch / part.file).write_bytes(made)
                written.append(part)
        scratch.chmod(0o755)
        _swap(scratch, out)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    progress("Xong", 1.0)
    return Kit(out, tuple(written), sources.lesson)


def _check_free(out: Path, *, force: bool) -> None:
    """Raise FolderTaken unless a kit may be written there: a person's own files are never replaced."""
    if not out.exists():
        return
    held = [out.name] if not out.is_dir() else sorted(one.name for one in out.iterdir())
    foreign = next((name for name in held if not is_kit_file(name)), None)
    if foreign or (held and not force):
        raise FolderTaken(out, foreign=foreign if force else None)


def _swap(made: Path, out: Path) -> None:
    """Put a folder in the place of another, which is put back if that fails."""
    old = made.with_name(f"{made.name}-old")
    if out.exists():
        out.rename(old)
    try:
        made.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
