"""Tables of data beside the texts: TOML that has the form of a dataclass."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from collect.errors import BrokenTable

_Form = TypeVar("_Form")


def read_table(path: Path, form: TypeAdapter[_Form]) -> _Form:
    """Return what a TOML file says.

    Raises:
        BrokenTable: it cannot be opened, is not TOML, or has not this form; the message names the places.

    """
    try:
        return form.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise BrokenTable(path=path, reason="không có tệp này") from error
    except OSError as error:
        raise BrokenTable(path=path, reason=error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenTable(path=path, reason=f"không phải TOML: {error}") from error
    except ValidationError as error:
        places = (" › ".join(map(str, fault["loc"])) for fault in error.errors())
        raise BrokenTable(path=path, reason=f"thiếu, thừa hoặc sai ở {', '.join(places)}") from error
