"""The idle lock and its PIN, by a clock that the test turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent, Locked
from delve_desktop.services.keeping.pin import (
    IDLE_AFTER,
    SLEPT_AFTER,
    TRIES,
    Cover,
    IdleLock,
    PinTry,
    check_pin,
)
from delve_desktop.services.session import Session

PIN = "482915"


class Scene:
    """A lock, its clock, and how often the vault was closed."""

    def __init__(self, pin: str | None = PIN) -> None:
        self.now = 1000.0
        self.closed = 0
        self.lock = IdleLock(lambda: self.now, self._close)
        self.lock.set_pin(pin)

    def _close(self) -> None:
        self.closed += 1

    def waits(self, seconds: float) -> None:
        """Time goes by, with the window's regular looks at the clock."""
        while seconds > 0:
            self.now += min(seconds, 5)
            seconds -= 5
            self.lock.tick()


def test_who_is_there_is_not_locked_out() -> None:
    scene = Scene()
    for _ in range(10):
        scene.waits(IDLE_AFTER - 10)
        scene.lock.touch()
    assert scene.lock.cover is Cover.OPEN


def test_after_some_minutes_the_pin_is_asked_and_opens() -> None:
    scene = Scene()
    scene.waits(IDLE_AFTER - 5)
    assert scene.lock.cover is Cover.OPEN
    scene.waits(5)
    assert scene.lock.cover is Cover.PIN
    assert scene.closed == 0  # the keys are in memory
    scene.lock.touch()  # a moved mouse opens nothing
    assert scene.lock.cover is Cover.PIN
    assert scene.lock.try_pin(PIN) == PinTry(Cover.OPEN, TRIES)
    scene.waits(IDLE_AFTER)
    assert scene.lock.cover is Cover.PIN


def test_without_a_pin_the_idle_lock_is_a_full_lock() -> None:
    scene = Scene(None)
    scene.waits(IDLE_AFTER)
    assert (scene.lock.cover, scene.closed) == (Cover.LOCKED, 1)
    assert scene.lock.try_pin(PIN) == PinTry(Cover.LOCKED, 0)


def test_five_wrong_tries_lock_for_good() -> None:
    scene = Scene()
    scene.lock.cover_up()
    for left in range(TRIES - 1, 0, -1):
        assert scene.lock.try_pin("111112") == PinTry(Cover.PIN, left)
    assert scene.closed == 0
    assert scene.lock.try_pin("111112") == PinTry(Cover.LOCKED, 0)
    assert scene.closed == 1
    assert scene.lock.try_pin(PIN) == PinTry(Cover.LOCKED, 0)  # also with the right one
    scene.lock.lock()
    assert scene.closed == 1
    assert not scene.lock.has_pin


def test_a_right_pin_gives_the_tries_back_and_covering_again_does_too() -> None:
    scene = Scene()
    for _ in range(4):
        scene.lock.cover_up()
        for _ in range(TRIES - 1):
            scene.lock.try_pin("000001")
        assert scene.lock.try_pin(PIN).cover is Cover.OPEN
    assert scene.closed == 0


@pytest.mark.parametrize("covered", [False, True])
def test_sleep_ends_it_whether_it_is_told_or_seen_by_the_clock(covered: bool) -> None:
    for told in (False, True):
        scene = Scene()
        if covered:
            scene.lock.cover_up()
        if told:
            scene.lock.slept()
        else:
            scene.now += SLEPT_AFTER + 1  # no tick for so long
        assert scene.lock.try_pin(PIN) == PinTry(Cover.LOCKED, 0)
        assert scene.closed == 1


def test_waking_by_a_key_does_not_come_before_the_look_at_the_clock() -> None:
    scene = Scene()
    scene.now += 8 * 3600
    scene.lock.touch()
    assert (scene.lock.cover, scene.closed) == (Cover.LOCKED, 1)


def test_a_clock_that_is_set_back_locks() -> None:
    scene = Scene()
    scene.now -= 3600
    assert scene.lock.tick() is Cover.LOCKED


def test_a_pin_is_chosen_only_while_the_vault_is_open() -> None:
    scene = Scene()
    scene.lock.cover_up()
    with pytest.raises(Locked):
        scene.lock.set_pin("135792")
    scene.lock.try_pin(PIN)
    scene.lock.set_pin("135792")
    scene.lock.cover_up()
    assert scene.lock.try_pin(PIN).cover is Cover.PIN
    assert scene.lock.try_pin("135792").cover is Cover.OPEN
    scene.lock.set_pin(None)
    scene.lock.cover_up()
    assert scene.lock.cover is Cover.LOCKED


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "12345a", "\u0661\u0662\u0663\u0664\u0665\u0666", " 48291", "48291\n"]
)
def test_a_pin_is_six_digits(pin: str) -> None:
    with pytest.raises(InvalidContent, match="6 digits"):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["000000", "123456", "654321", "345678", "121212", "123123"])
def test_a_pin_that_is_tried_first_is_refused(pin: str) -> None:
    with pytest.raises(InvalidContent, match="tried first"):
        check_pin(pin)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_right_or_wrong(typed: str) -> None:
    scene = Scene()
    scene.lock.cover_up()
    assert (scene.lock.try_pin(typed).cover is Cover.OPEN) == (typed == PIN)


def test_the_full_lock_drops_the_vault_s_keys(session: Session) -> None:
    now = [0.0]
    lock = IdleLock(lambda: now[0], session.close)
    lock.set_pin(PIN)
    lock.cover_up()
    with session.vault.read() as unit:  # a sync may go on behind the PIN
        assert unit.spaces() == []
    lock.lock()
    with pytest.raises(Locked), session.vault.read():
        pass


def test_the_pin_is_not_kept_as_it_is() -> None:
    scene = Scene()
    assert PIN not in repr(vars(scene.lock))
    assert PIN.encode() not in b"".join(one for one in vars(scene.lock).values() if isinstance(one, bytes))
