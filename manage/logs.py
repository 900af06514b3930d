"""Logs as JSON lines, one event a line; what people ask is not in them unless the settings say so."""

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from manage.settings import Settings

if TYPE_CHECKING:
    from answer import Answer

log = logging.getLogger("danchu")

_TAKEN = frozenset(logging.makeLogRecord({}).__dict__)
"""What a record has of itself; anything more was given as `extra`."""


class JsonLines(logging.Formatter):
    """One JSON object a record: time (UTC, ISO 8601), level, event, then the fields given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields = {name: value for name, value in record.__dict__.items() if name not in _TAKEN}
        line = {"time": time, "level": record.levelname, "event": record.getMessage(), **fields}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def configure_logs(settings: Settings) -> None:
    """Send the program's log to the file in the settings, or to stderr; done again, it changes nothing.

    Raises:
        OSError: the file's folder cannot be made, or the file not opened.

    """
    if log.handlers:
        return
    if settings.log_file:
        settings.log_file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(settings.log_file, encoding="utf-8")
    else:
        handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    log.addHandler(handler)
    log.setLevel(settings.log_level)
    log.propagate = False


def log_answer(given: "Answer", settings: Settings) -> None:
    """Log that a question was answered; what it was only where the settings say so."""
    asked = {"question": given.question} if settings.log_questions else {"characters": len(given.question)}
    fields = {"status": given.status, "citations": len(given.citations), "took_ms": round(given.took_ms)}
    log.info("answered", extra={**fields, **asked})
