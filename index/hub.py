"""Models by name: the Hugging Face cache and what fills it."""

import re
from contextlib import suppress
from functools import partial
from pathlib import Path

from httpx2 import HTTPError
from huggingface_hub import constants, is_offline_mode, snapshot_download
from huggingface_hub.errors import LocalEntryNotFoundError

from index.errors import EncoderProblem
from index.model_files import LOADED

_HUB_NAME = re.compile(r"(?P<repository>[\w-][\w.-]*(?:/[\w.-]+)?)(?:@(?P<revision>\S+))?")
"""Takes "intfloat/multilingual-e5-small", "BAAI/bge-m3@refs/pr/38"; not "./mo-hinh", "/duong/dan"."""

_COMMIT = re.compile(r"[0-9a-f]{40}")
"""Takes a commit's hash, which git writes in forty digits; not "main" or "refs/pr/38"."""


def snapshot_of(name: str, pinned: str | None = None) -> tuple[Path, str]:
    """Return the folder and the commit of a model's snapshot, downloaded unless it is cached.

    Args:
        name: "owner/model" or "owner/model@revision"; one of sentence-transformers' own has no owner.
        pinned: the commit that an index was built with.

    Raises:
        EncoderProblem: it is not here and cannot be had; the message says what to download and to where.

    """
    repository, asked = _repository(name)
    wanted = pinned or asked
    try:
        folder = _snapshot(repository, wanted)
    except (HTTPError, OSError, ValueError) as error:
        here = sorted(path.name for path in _cache(repository).glob("snapshots/*"))
        if pinned and here:
            raise EncoderProblem(
                f"Chỉ mục được dựng bằng bản {pinned} của mô hình “{name}”; máy này chỉ có bản "
                f"{', '.join(here)}. Hãy dựng lại: danchu index build --encoder {name}, hoặc tải đúng bản "
                f"ấy: hf download {repository} --revision {pinned}"
            ) from error
        raise EncoderProblem(_not_here(name, repository, wanted, error)) from error
    return folder, folder.name


def may_be_had(name: str, commit: str) -> bool:
    """Tell whether a commit of a model is cached or may be downloaded."""
    repository, _ = _repository(name)
    return not is_offline_mode() or (_cache(repository) / "snapshots" / commit).is_dir()


def _repository(name: str) -> tuple[str, str | None]:
    """Return the repository and the revision, if any, that a name means; EncoderProblem if a folder's."""
    found = _HUB_NAME.fullmatch(name)
    if not found:
        raise EncoderProblem(
            f"Không có mô hình mã hóa “{name}”: không thấy thư mục “{Path(name).expanduser().absolute()}”. "
            "Hãy kiểm tra biến DANCHU_ENCODER (hoặc --encoder)."
        )
    repository = found["repository"]
    return (repository if "/" in repository else f"sentence-transformers/{repository}"), found["revision"]


def _snapshot(repository: str, revision: str | None) -> Path:
    """Return a snapshot's folder; the hub is not asked about a commit that is cached whole."""
    fetch = partial(snapshot_download, repository, revision=revision, allow_patterns=list(LOADED))
    if revision and _COMMIT.fullmatch(revision):
        with suppress(LocalEntryNotFoundError):
            return Path(fetch(local_files_only=True))
    return Path(fetch(local_files_only=is_offline_mode()))


def _cache(repository: str) -> Path:
    return Path(constants.HF_HUB_CACHE).expanduser() / f"models--{repository.replace('/', '--')}"


def _not_here(name: str, repository: str, revision: str | None, error: Exception) -> str:
    command = f"hf download {repository}" + (f" --revision {revision}" if revision else "")
    why = (
        "HF_HUB_OFFLINE đang bật nên không tải"
        if is_offline_mode()
        else f"không tải được ({_first_line(error)})"
    )
    return (
        f"Không có mô hình mã hóa “{name}” trên máy này: đã tìm thư mục “{Path(name).absolute()}” và kho đệm "
        f"“{_cache(repository)}”; {why}. Hãy tải ở nơi có mạng: {command} rồi chép vào kho đệm ấy, hoặc đặt "
        "DANCHU_ENCODER (hay --encoder) là thư mục chứa mô hình."
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
