"""Logs as JSON lines, one event a line; what people ask is not in them unless the settings say so."""

import json
import logging
from datetime import UTC, datetime

from manage.settings import Settings

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


def log_answer(question: str, status: str, citations: int, took_ms: float, *, with_question: bool) -> None:
    """Log that a question was answered; its text only where `with_question`."""
    asked = {"question": question} if with_question else {"characters": len(question)}
    fields = {"status": status, "citations": citations, "took_ms": round(took_ms), **asked}
    log.info("answered", extra=fields)
