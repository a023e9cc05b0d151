import unicodedata
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from delve_desktop.crypto import kdf
from delve_desktop.crypto.kdf import CAP, DEFAULT, FLOOR, KdfParams, calibrate, derive_key, normalise
from delve_desktop.domain.errors import Damaged, InvalidContent

SALT = bytes(range(16))


def test_the_key_is_argon2id_of_the_passphrase():
    argon = Argon2id(salt=SALT, length=32, iterations=2, lanes=1, memory_cost=19 * 1024)
    assert derive_key("six words", SALT, FLOOR) == argon.derive(b"six words")


def test_passphrase_salt_and_cost_all_count():
    keys = {
        derive_key("six words", SALT, FLOOR),
        derive_key("Six words", SALT, FLOOR),
        derive_key("six words", bytes(16), FLOOR),
        derive_key("six words", SALT, replace(FLOOR, passes=3)),
    }
    assert len(keys) == 4


@pytest.mark.parametrize(
    "weaker",
    [
        replace(DEFAULT, memory=FLOOR.memory - 1),
        replace(DEFAULT, passes=FLOOR.passes - 1),
        replace(DEFAULT, lanes=0),
        KdfParams(0, 0, 0),
    ],
)
def test_inv23_a_cost_below_the_floor_is_refused(weaker):
    with pytest.raises(Damaged, match="weaker"):
        derive_key("six words", SALT, weaker)


@pytest.mark.parametrize(
    "dearer",
    [
        replace(DEFAULT, memory=CAP.memory + 1),
        replace(DEFAULT, passes=CAP.passes + 1),
        replace(DEFAULT, lanes=CAP.lanes + 1),
        replace(DEFAULT, memory=2**32 - 1),
    ],
)
def test_a_cost_above_the_caps_is_refused_before_memory_is_taken(dearer):
    with pytest.raises(Damaged, match="more memory or time"):
        derive_key("six words", SALT, dearer)


def test_inv23_the_floor_is_what_the_design_says():
    assert (FLOOR.memory, FLOOR.passes) == (19 * 1024, 2)
    assert (DEFAULT.memory, DEFAULT.passes, DEFAULT.lanes) == (64 * 1024, 3, 4)
    assert CAP.memory == 512 * 1024


def test_a_passphrase_opens_from_any_keyboard():
    composed = unicodedata.normalize("NFC", "académie  año ")
    assert normalise(composed) == normalise(unicodedata.normalize("NFD", composed)) == "academie ano"
    assert normalise("\tsix\u00a0words\n") == "six words"
    assert normalise("ﬁve") == "five"


def test_case_and_other_scripts_are_left_alone():
    assert normalise("Six Words") == "Six Words"
    assert normalise("सात शब्द") == unicodedata.normalize("NFKC", "सात शब्द")


class Laptop:
    """Derives in a time that grows with memory and passes, by a clock of its own."""

    def __init__(self, seconds_per_default: float) -> None:
        self.now = 0.0
        self.speed = seconds_per_default / (DEFAULT.memory * DEFAULT.passes)

    def clock(self) -> float:
        return self.now

    def derive(self, passphrase: str, salt: bytes, params: KdfParams) -> bytes:
        self.now += self.time_of(params)
        return bytes(32)

    def time_of(self, params: KdfParams) -> float:
        return params.memory * params.passes * self.speed

    def calibrated(self, **limits: int) -> KdfParams:
        return calibrate(clock=self.clock, derive=self.derive, **limits)


@pytest.mark.parametrize("seconds", [0.0001, 0.02, 0.11, 0.3, 0.6, 0.99])
def test_calibration_comes_close_to_a_second(seconds):
    laptop = Laptop(seconds)
    params = laptop.calibrated()
    params.check()
    assert laptop.time_of(params) <= 1.01
    assert laptop.time_of(params) > 0.6 or params.passes == CAP.passes or seconds > 0.6
    assert laptop.now < 2.1


def test_inv23_calibration_never_goes_below_the_default():
    assert Laptop(30.0).calibrated() == DEFAULT
    assert Laptop(1.0).calibrated() == DEFAULT


def test_calibration_stays_within_the_memory_it_is_given_and_the_cap():
    assert Laptop(0.01).calibrated().memory == kdf.CALIBRATED_MEMORY
    assert Laptop(0.01).calibrated(memory=100 * kdf.MIB).memory == DEFAULT.memory
    assert Laptop(0.001).calibrated(memory=2**40).memory == CAP.memory


def test_a_clock_that_stands_still_gives_an_acceptable_cost():
    params = calibrate(clock=lambda: 0.0, derive=lambda passphrase, salt, params: bytes(32))
    params.check()


def test_inv27_a_passphrase_that_is_no_text_is_refused_by_an_error_that_does_not_carry_it():
    """A terminal gives half a surrogate pair for each byte it does not understand."""
    with pytest.raises(InvalidContent) as raised:
        derive_key("canary \udce9", SALT, FLOOR)
    error: BaseException | None = raised.value
    while error is not None:
        assert "canary" not in repr(vars(error)) + repr(error.args)
        error = error.__context__
