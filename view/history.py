"""Conversations and what readers said of their answers, in one SQLite file that outlives the server.

Every call opens the file, does one short transaction and closes it: sessions run in threads of their own, and
with write-ahead logging readers never wait for a writer.
"""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock
from sqlite_utils import Database
from sqlite_utils.db import Table

from answer import Answer
from manage.settings import settings

Vote = Literal["up", "down"]

_SECONDS = 20
"""How long a writer waits for another; a transaction takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation and its answer; `limits` says in Vietnamese what it was limited to."""

    id: int
    conversation: str
    asked_at: str
    limits: tuple[str, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader said of an answer."""

    vote: Vote
    reason: str


def new_conversation() -> str:
    """Return an id that cannot be guessed: whoever has it can read the conversation."""
    return secrets.token_urlsafe(16)


def kept_history() -> "History":
    """Return the server's history, in the file that the settings name."""
    return History(settings().history)


class History:
    """The conversations in a file, made when first written to.

    Raises sqlite3.Error or OSError, from every method, where the file cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, conversation: str, given: Answer, limits: tuple[str, ...] = ()) -> int:
        """Keep an answer as a conversation's last turn; return the turn's id."""
        row = {
            "conversation": conversation,
            "asked_at": _now(),
            "limits": json.dumps(limits, ensure_ascii=False),
            "answer": json.dumps(given.to_json(), ensure_ascii=False),
        }
        with self._opened() as database:
            return int(_table(database, "turns").insert(row).last_rowid or 0)

    def turns(self, conversation: str) -> list[Turn]:
        """Return a conversation's turns, oldest first; none if there is no such conversation."""
        with self._opened() as database:
            rows = list(_table(database, "turns").rows_where("conversation = ?", [conversation], "id"))
        return [_turn(row) for row in rows]

    def say(self, turn: int, feedback: Feedback | None) -> None:
        """Keep what a reader says of a turn's answer in place of what was said before; None takes it back."""
        with self._opened() as database:
            said = _table(database, "feedback")
            if feedback:
                said.upsert({"turn": turn, **asdict(feedback), "said_at": _now()})
            else:
                said.delete_where("turn = ?", [turn])

    def said(self, turn: int) -> Feedback | None:
        """Return what a reader said of a turn's answer."""
        with self._opened() as database:
            rows = list(_table(database, "feedback").rows_where("turn = ?", [turn]))
        return _feedback(rows[0]) if rows else None

    def voted(self) -> list[tuple[Turn, Feedback, tuple[str, ...]]]:
        """Return every turn that something was said of, that, and the questions before it, oldest first."""
        with self._opened() as database:
            rows = list(database.query(_VOTED))
        return [(_turn(row), _feedback(row), tuple(json.loads(row["earlier"]))) for row in rows]

    @contextmanager
    def _opened(self) -> Iterator[Database]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = Database(self._path)
        try:
            database.execute(f"pragma busy_timeout = {_SECONDS * 1000}")
            with FileLock(f"{self._path}.lock", timeout=_SECONDS):  # no busy timeout holds while WAL is set
                _prepare(database)
            yield database
        finally:
            database.close()


_VOTED = """
select turns.*, feedback.vote, feedback.reason, (
    select json_group_array(json_extract(answer, '$.question')) from (
        select answer from turns as earlier
        where earlier.conversation = turns.conversation and earlier.id < turns.id order by earlier.id
    )
) as earlier
from feedback join turns on turns.id = feedback.turn order by turns.id
"""


def _prepare(database: Database) -> None:
    """Make the tables of a new file."""
    if database.table("feedback").exists():
        return
    database.enable_wal()
    _table(database, "turns").create(
        {"id": int, "conversation": str, "asked_at": str, "limits": str, "answer": str},
        pk="id",
        if_not_exists=True,
    ).create_index(["conversation"], if_not_exists=True)
    _table(database, "feedback").create(
        {"turn": int, "vote": str, "reason": str, "said_at": str},
        pk="turn",
        foreign_keys=[("turn", "turns", "id")],
        if_not_exists=True,
    )


def _table(database: Database, name: str) -> Table:
    return database.table(name, pk="turn" if name == "feedback" else "id")


def _turn(row: dict[str, Any]) -> Turn:
    return Turn(
        id=row["id"],
        conversation=row["conversation"],
        asked_at=row["asked_at"],
        limits=tuple(json.loads(row["limits"])),
        answer=Answer.from_json(json.loads(row["answer"])),
    )


def _feedback(row: dict[str, Any]) -> Feedback:
    return Feedback(row["vote"], row["reason"])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
