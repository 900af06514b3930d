"""The settings: environment variables `DANCHU_*` before one TOML file before defaults, checked at start."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from index import SHIPPED_ENCODER

PREFIX = "DANCHU_"
CONFIG = f"{PREFIX}CONFIG"
DEFAULT_FILE = Path("danchu.toml")

_FAULTS = {
    "extra_forbidden": "không có mục cấu hình nào tên như vậy",
    "literal_error": "chỉ nhận {expected}",
    "string_type": "phải là chữ, viết trong ngoặc kép",
    "path_type": "phải là đường dẫn, viết trong ngoặc kép",
    "tuple_type": 'phải là danh sách, ví dụ ["a@tinh.gov.vn"]',
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
}
"""pydantic's name of a fault → what a person reads."""


class SettingsProblem(Exception):
    """The settings cannot be used; the message is Vietnamese and names each wrong one and where it stands."""


def _argon2_hash(text: str) -> str:
    try:
        extract_parameters(text)
    except InvalidHashError as error:
        raise ValueError(
            "không phải mã băm argon2 (đừng ghi mật khẩu vào đây); lấy bằng lệnh danchu admin-password"
        ) from error
    return text


def _list(value: object) -> object:
    """Split what an environment variable can only say in one line."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


class Settings(BaseModel):
    """Every setting; a path is relative to the folder the program is started in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: Path = Path("corpus")
    index: Path = Path("var/index")
    encoder: str = SHIPPED_ENCODER
    llm: str | None = None
    history: Path = Path("var/history.db")
    report: Path = Path("var/eval.json")
    log_file: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_questions: bool = False
    admin_password_hash: Annotated[str, AfterValidator(_argon2_hash)] | None = None
    admins: Annotated[tuple[str, ...], BeforeValidator(_list)] = ()


@cache
def settings() -> Settings:
    """Return the settings of this process, read once; SettingsProblem as `load_settings`."""
    return load_settings(os.environ)


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Return the settings that variables and the file at DANCHU_CONFIG (default danchu.toml) give.

    A variable without a value counts as not set.

    Raises:
        SettingsProblem: the file named is missing or not TOML; a key is unknown or its value wrong.

    """
    named = environ.get(CONFIG)
    path = Path(named) if named else DEFAULT_FILE
    filed = _read(path) if named or path.is_file() else {}
    variables = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environ.items()
        if name.startswith(PREFIX) and name != CONFIG and value
    }
    try:
        return Settings.model_validate({**filed, **variables})
    except ValidationError as error:
        raise SettingsProblem(_said(error, path, set(variables))) from error


def publish(given: Settings, environ: dict[str, str] | os._Environ[str]) -> None:
    """Set the variables that commands' options read to what the file says, where they are not set."""
    for name in ("corpus", "index", "encoder", "llm", "history", "report"):
        if name in given.model_fields_set:
            environ.setdefault(f"{PREFIX}{name.upper()}", str(getattr(given, name)))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsProblem(
            f"{path}: không mở được tệp cấu hình ({error.strerror}). Hãy kiểm tra biến {CONFIG}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsProblem(f"{path}: tệp cấu hình không phải TOML: {error}.") from error


def _said(error: ValidationError, path: Path, variables: set[str]) -> str:
    lines = ["Cấu hình sai, hãy sửa rồi khởi động lại:"]
    for fault in error.errors():
        name = str(fault["loc"][0])
        where = f"biến {PREFIX}{name.upper()}" if name in variables else f"{path}, mục {name}"
        context = fault.get("ctx", {})
        template = _FAULTS.get(fault["type"], str(context.get("error", "giá trị không dùng được")))
        lines.append(f"- {where}: {template.format(expected=context.get('expected'))}.")
        if fault["type"] == "extra_forbidden":
            lines[-1] += f" Các mục có: {', '.join(Settings.model_fields)}."
    return "\n".join(lines)
