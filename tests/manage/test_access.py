"""The password: right, wrong, and ever longer waits; and who of those a provider vouches for may enter."""

import pytest

from manage.access import PasswordGate, TooManyTries, hash_password
from view.door import is_admin

PASSWORD = "cán bộ quản trị 2024"  # noqa: S105 (of these tests only)
HASH = hash_password(PASSWORD)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_only_the_right_password_opens() -> None:
    gate = PasswordGate()
    assert gate.opens(PASSWORD, HASH, "a")
    assert not gate.opens(PASSWORD + " ", HASH, "a")
    assert not gate.opens("", HASH, "a")


def test_the_hash_is_salted_and_holds_no_password() -> None:
    assert hash_password(PASSWORD) != HASH
    assert HASH.startswith("$argon2id$")


def test_a_short_password_is_refused() -> None:
    with pytest.raises(ValueError, match="12"):
        hash_password("ngắn")


def test_wrong_ones_cost_ever_more_time_even_if_the_next_is_right() -> None:
    clock = Clock()
    gate = PasswordGate(clock)
    for _ in range(4):
        assert not gate.opens("sai", HASH, "a")
    with pytest.raises(TooManyTries, match="đợi"):
        gate.opens(PASSWORD, HASH, "a")
    assert gate.opens(PASSWORD, HASH, "b")
    clock.now += 2.1
    assert not gate.opens("sai", HASH, "a")
    clock.now += 2.1
    with pytest.raises(TooManyTries):
        gate.opens(PASSWORD, HASH, "a")
    clock.now += 2
    assert gate.opens(PASSWORD, HASH, "a")
    assert not gate.opens("sai", HASH, "a")


@pytest.mark.parametrize(
    ("email", "verified", "enters"),
    [
        ("can.bo@tinh.gov.vn", True, True),
        ("Can.Bo@Tinh.gov.vn", True, True),
        ("can.bo@tinh.gov.vn", False, False),
        ("ai.do@tinh.gov.vn", True, False),
        (None, True, False),
        ("", True, False),
    ],
)
def test_only_listed_and_verified_addresses_are_administrators(
    email: str | None, verified: bool, enters: bool
) -> None:
    assert is_admin(email, verified=verified, admins=("can.bo@tinh.gov.vn",)) is enters
    assert not is_admin(email, verified=verified, admins=())
