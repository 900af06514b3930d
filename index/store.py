"""The index on disk: immutable versions side by side, and one small file that names the current one.

var/index/
├── CURRENT               name of the version in use, replaced in one rename
├── HELD                  name of the version a person went back to, if one did
└── 20260101T080000-1a2b3c4d/
    ├── manifest.json     what it was built of, and with what
    ├── facts.json        the documents without their texts, by id
    ├── documents/ID.json one parsed document each (the contract's form)
    ├── passages.jsonl    one passage a line
    ├── lines.npy         where each of these lines begins, and the last one ends, memory-mapped
    ├── parts.npy         what document and passage each row is of, and its span, memory-mapped
    ├── terms/            term scores, memory-mapped
    ├── phrases/          titles and defined terms, memory-mapped
    └── vectors.faiss     one row a part of a passage, memory-mapped
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import get_ident
from uuid import uuid4

from index.errors import BrokenIndex, NoIndex


@cache
def software() -> str:
    """Return the release and a digest of what reads and cuts the texts: other code's index is stale."""
    root = Path(__file__).parent.parent
    files = (path for name in ("ingest", "index") for path in sorted((root / name).rglob("*.*")))
    sources = (path.read_bytes() for path in files if path.suffix in (".py", ".toml"))
    digest = hashlib.sha256(b"".join(sources)).hexdigest()
    return f"{version('danchu')}+{digest[:8]}"


FORMAT = 3
KEPT = 5
"""Versions that stay on disk, the one in use included, so that a person can go back."""

_CURRENT = "CURRENT"
_HELD = "HELD"
"""Names the version that a person went back to; it is not replaced until a person builds again."""

_BUILDING = "building-"
REBUILD = "Chỉ mục ở “{folder}” thiếu hoặc hỏng tệp. Hãy dựng lại: danchu index build --force"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index version was built of (`corpus`: file name → SHA-256) and with what.

    `revision` pins the encoder: the commit of a model from the hub, the SHA-256 of one in a folder.
    """

    format: int
    version: str
    built_at: str
    corpus: dict[str, str]
    encoder: str
    revision: str
    dimensions: int
    documents: int
    passages: int
    software: str


def current_version(index_dir: Path) -> Path:
    """Return the folder of the version in use.

    Raises:
        NoIndex: none has been built.
        BrokenIndex: the version named is not there.

    """
    pointer = index_dir / _CURRENT
    if not pointer.is_file():
        raise NoIndex(f"Chưa có chỉ mục ở “{index_dir}”. Hãy dựng bằng lệnh: danchu index build")
    folder = index_dir / _pointed(index_dir)
    if not (folder / "manifest.json").is_file():
        raise BrokenIndex(REBUILD.format(folder=folder))
    return folder


def read_manifest(index_dir: Path) -> Manifest:
    """Return the current version's manifest.

    Raises:
        NoIndex, BrokenIndex: there is none, or another release of this software wrote it.

    """
    return manifest_of(current_version(index_dir))


def manifest_of(folder: Path) -> Manifest:
    """Return the manifest in one version's folder; BrokenIndex if it cannot be understood."""
    try:
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        manifest = Manifest(**data)
    except (ValueError, TypeError) as error:
        raise BrokenIndex(
            f"Không hiểu được tệp mô tả chỉ mục ở “{folder}”. Hãy dựng lại: danchu index build"
        ) from error
    if manifest.format != FORMAT:
        raise BrokenIndex(
            f"Chỉ mục ở “{folder}” do phiên bản khác của phần mềm dựng. Hãy dựng lại: danchu index build"
        )
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a version's manifest, the last file of it."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text, encoding="utf-8")


@contextmanager
def new_version(index_dir: Path) -> Iterator[Path]:
    """Give an empty folder to build a version in; it is gone afterwards unless it was switched to."""
    folder = index_dir / f"{_BUILDING}{uuid4().hex}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def switch_to(index_dir: Path, folder: Path, version: str) -> None:
    """Make a finished folder the current version in one rename; of those before, the latest few stay."""
    folder.rename(index_dir / version)
    before = _pointed(index_dir)
    _point(index_dir, version)
    release(index_dir)
    older = [path for path in _version_folders(index_dir) if path.name not in {version, before}]
    for old in older[KEPT - 2 :]:
        shutil.rmtree(old, ignore_errors=True)


def versions(index_dir: Path) -> list[Manifest]:
    """Return the versions on disk that this release can read, the latest first."""
    found = []
    for folder in _version_folders(index_dir):
        with suppress(BrokenIndex):
            found.append(manifest_of(folder))
    return found


def switch_back(index_dir: Path, version: str) -> None:
    """Make an earlier version the current one in one rename, and hold it until a person builds again.

    Raises:
        NoIndex: there is no such version here; the one in use stays in use.

    """
    if version not in {manifest.version for manifest in versions(index_dir)}:
        raise NoIndex(f"Không còn bản chỉ mục “{version}” ở “{index_dir}”. Hãy chọn bản khác.")
    _replace(index_dir / _HELD, version)
    _point(index_dir, version)


def is_held(index_dir: Path) -> bool:
    """Tell whether the version in use is one that a person went back to."""
    held = index_dir / _HELD
    return held.is_file() and held.read_text(encoding="utf-8", errors="replace").strip() == _pointed(
        index_dir
    )


def release(index_dir: Path) -> None:
    """Let the version in use be replaced as soon as the corpus is another."""
    (index_dir / _HELD).unlink(missing_ok=True)


def _version_folders(index_dir: Path) -> list[Path]:
    """Return the folders of finished versions, the latest first: their names sort by time."""
    found = (manifest.parent for manifest in index_dir.glob("*/manifest.json"))
    return sorted((path for path in found if not path.name.startswith(_BUILDING)), reverse=True)


def _pointed(index_dir: Path) -> str:
    pointer = index_dir / _CURRENT
    return pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""


def _point(index_dir: Path, version: str) -> None:
    _replace(index_dir / _CURRENT, version)


def _replace(path: Path, text: str) -> None:
    """Write a small file in one rename."""
    written = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}")
    written.write_text(text, encoding="utf-8")
    written.replace(path)
