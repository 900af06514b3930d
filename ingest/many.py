"""Reading many files on all cores: in order, and one bad file never stops the rest.

The processes are loky's. They are started afresh, since a fork would copy the locks of threads that do not go
on in it; and unlike the standard library's they do not run the program's main module, in the app a page.
"""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from loky import ProcessPoolExecutor

from ingest.document import Document
from ingest.errors import BrokenReader, IngestError
from ingest.read import read_document

_WORTH_A_PROCESS = 8
"""Files; fewer are read here, for a new process takes as long as reading some of them."""

_AHEAD = 64
"""Files per process that may wait unread by the caller, so that memory stays bounded."""


def read_documents(paths: Sequence[Path], processes: int | None = None) -> Iterator[Document | IngestError]:
    """Yield for each file, in order, its document, or the reason why it has none.

    Args:
        paths: the files.
        processes: how many to read in at once; by default one a core.

    """
    processes = min(processes or os.cpu_count() or 1, len(paths) // _WORTH_A_PROCESS)
    if processes <= 1:
        yield from map(_read, paths)
        return
    done = 0
    while done < len(paths):  # again after each file at which a process broke
        for outcome in _read_in_processes(paths[done:], processes):
            done += 1
            yield outcome


def _read_in_processes(paths: Sequence[Path], processes: int) -> Iterator[Document | IngestError]:
    """Yield outcomes in order, up to the first file at which a process broke: that one is read alone."""
    with ProcessPoolExecutor(processes) as pool:
        waiting = deque((path, pool.submit(_read, path)) for path in paths[: _AHEAD * processes])
        upcoming = iter(paths[_AHEAD * processes :])
        while waiting:
            path, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                break
            waiting.extend((more, pool.submit(_read, more)) for more in islice(upcoming, 1))
        else:
            return
    yield _read_alone(path)


def _read_alone(path: Path) -> Document | IngestError:
    """Read a file in a process of its own; if that breaks, the file is what breaks it."""
    with ProcessPoolExecutor(1) as pool:
        try:
            outcome: Document | IngestError = pool.submit(_read, path).result()
        except BrokenProcessPool:
            outcome = BrokenReader(path, reason="tiến trình đọc bị dừng đột ngột")
    return outcome


def _read(path: Path) -> Document | IngestError:
    try:
        return read_document(path)
    except IngestError as error:
        return error
    except Exception as error:  # noqa: BLE001 (a fault of ours in one file must not cost the others)
        return BrokenReader(path, reason=f"{type(error).__name__}: {error}")
