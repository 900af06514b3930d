"""Reading JSON lines one by one: a bad one is named with its number and why, and the rest is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

_T = TypeVar("_T")


def each_line(path: Path, read: Callable[[Any], _T]) -> tuple[list[tuple[int, _T]], list[str]]:
    """Read every line of a file that holds something.

    Args:
        path: a UTF-8 file.
        read: makes of a line's JSON what it stands for; KeyError, TypeError, ValueError, IndexError or
            AttributeError where the line is not in the form.

    Returns:
        What was read, each with its line's number from 1; a Vietnamese message for each line that was not.

    """
    found: list[tuple[int, _T]] = []
    bad: list[str] = []
    for number, line in enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append((number, read(json.loads(line.decode("utf-8")))))
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as error:
            bad.append(
                f"{path}, dòng {number}: {_why(error)}. Hãy sửa dòng này; các dòng khác vẫn được chấm."
            )
    return found, bad


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"không phải JSON (cột {error.colno}: {error.msg})"
    if isinstance(error, UnicodeDecodeError):
        return f"không phải chữ UTF-8 (byte thứ {error.start + 1})"
    if isinstance(error, KeyError):
        return f"thiếu hoặc sai {error.args[0]!r}"
    return f"không đúng dạng ({error})"
