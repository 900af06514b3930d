"""A model's files on this machine: what is loaded, what is refused, and which revision they are.

Nothing here imports torch, nor the hub's library for a folder: whether an index is stale is asked often.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from index.errors import EncoderProblem

SHIPPED_ENCODER = "danchu"
"""Name of the encoder that ships with this software."""
_SHIPPED = Path(__file__).parent / "model"

LOADED = ("*.json", "*.txt", "*.model", "*.codes", "*.jinja", "*.safetensors")
"""What a model is loaded from: settings, vocabularies, weights; never code (.py) or pickle (.bin, .pt)."""
_PICKLED = ("*.bin", "*.pt", "*.pth", "*.ckpt")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model's files: of the hub, with its commit as revision, or a folder's, with its contents' hash."""

    name: str
    folder: Path
    revision: str


def find_model(name: str, revision: str | None = None) -> ModelFiles:
    """Find a model's files, downloading them if need be and HF_HUB_OFFLINE allows.

    Args:
        name: "danchu" (the one shipped), a folder, or a name on the hub: "name@revision" if not its main.
        revision: the one to have of a model on the hub, without asking the hub where it is cached.

    Raises:
        EncoderProblem: there is none here and it cannot be had, or its weights are not safetensors.

    """
    folder = _local_folder(name)
    if folder:
        files = files_in(folder, name)
    else:
        from index import hub  # noqa: PLC0415 (half a second, for a name only)

        files = ModelFiles(name, *hub.snapshot_of(name, revision))
    _refuse_pickle(files)
    return files


def files_in(folder: Path, name: str) -> ModelFiles:
    """Return the model in a folder; its revision is the SHA-256 of the names and contents of its files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if any(fnmatch(path.name, pattern) for pattern in LOADED) and path.is_file():
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
            digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return ModelFiles(name, folder, digest.hexdigest())


def can_be_had(name: str, revision: str) -> bool:
    """Tell whether this very revision of a model is here or may be downloaded."""
    folder = _local_folder(name)
    if folder:
        return files_in(folder, name).revision == revision
    from index import hub  # noqa: PLC0415 (see above)

    return hub.may_be_had(name, revision)


def _local_folder(name: str) -> Path | None:
    if name == SHIPPED_ENCODER:
        return _SHIPPED
    folder = Path(name).expanduser()
    return folder if folder.is_dir() else None


def _refuse_pickle(files: ModelFiles) -> None:
    """Raise EncoderProblem if weights lie here as pickle only, or not at all."""
    safe = [path.parent for path in files.folder.rglob("*.safetensors")]
    pickled = [
        path.name for folder in _module_folders(files) if folder not in safe for path in _pickles(folder)
    ]
    if pickled or not safe:
        found = f"chỉ có {', '.join(pickled)}" if pickled else "không có tệp .safetensors nào"
        raise EncoderProblem(
            f"Mô hình mã hóa “{files.name}” không có đủ trọng số safetensors ở “{files.folder}”: {found}. "
            "Trọng số pickle (.bin, .pt) không được nạp vì tệp pickle có thể chạy mã lạ. Hãy dùng bản có "
            "safetensors (bản ở nhánh khác thì viết TÊN@NHÁNH, ví dụ BAAI/bge-m3@refs/pr/38), hoặc một mô "
            "hình khác."
        )


def _module_folders(files: ModelFiles) -> list[Path]:
    """Return the folders of a model's modules; a plain transformers model is one module, in the root."""
    try:
        modules = json.loads((files.folder / "modules.json").read_text(encoding="utf-8"))
        return [files.folder / module["path"] for module in modules]
    except FileNotFoundError:
        return [files.folder]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderProblem(
            f"Mô hình mã hóa “{files.name}” hỏng: không đọc được “{files.folder / 'modules.json'}”."
        ) from error


def _pickles(folder: Path) -> Iterator[Path]:
    return (path for pattern in _PICKLED for path in folder.glob(pattern))
