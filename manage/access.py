"""Who may administer: one password, kept as its argon2 hash, with fewer tries the more of them are wrong."""

import time
from collections.abc import Callable
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

_FREE_TRIES = 3
_LONGEST_WAIT_S = 900.0
SHORTEST_PASSWORD = 12


class TooManyTries(Exception):
    """An address must wait before it tries again; the message is Vietnamese."""

    def __init__(self, wait_s: float) -> None:
        minutes, seconds = divmod(int(wait_s) + 1, 60)
        span = f"{minutes} phút {seconds} giây" if minutes else f"{seconds} giây"
        super().__init__(f"Đã nhập sai nhiều lần. Hãy đợi {span} rồi thử lại.")


def hash_password(password: str) -> str:
    """Return the argon2id hash (RFC 9106) of a password for the configuration.

    Raises:
        ValueError: it has fewer than twelve characters.

    """
    if len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"Mật khẩu quá ngắn: cần ít nhất {SHORTEST_PASSWORD} ký tự.")
    return PasswordHasher().hash(password)


class PasswordGate:
    """Checks passwords, one at a time: a hash takes 64 MiB, and many at once would take the machine's memory.

    After three wrong ones from an address each further try waits: 2, 4, 8 … seconds, at most 15 minutes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: dict[str, tuple[int, float]] = {}

    def opens(self, password: str, password_hash: str, address: str) -> bool:
        """Tell whether a password is the right one.

        Args:
            password: what was typed.
            password_hash: the argon2 hash of the right one.
            address: who tries; behind a proxy all have one address.

        Raises:
            TooManyTries: the address must wait, whatever it typed.

        """
        with self._lock:
            tries, until = self._wrong.get(address, (0, 0.0))
            now = self._clock()
            if now < until:
                raise TooManyTries(until - now)
            try:
                PasswordHasher().verify(password_hash, password)
            except VerificationError:
                self._forget_the_old(now)
                wait = min(2.0 ** (tries + 1 - _FREE_TRIES), _LONGEST_WAIT_S) if tries >= _FREE_TRIES else 0
                self._wrong[address] = (tries + 1, now + wait)
                return False
            self._wrong.pop(address, None)
            return True

    def _forget_the_old(self, now: float) -> None:
        old = [who for who, (_, until) in self._wrong.items() if now - until > _LONGEST_WAIT_S]
        for who in old:
            del self._wrong[who]
