import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.box import OVERHEAD, open_box, seal_box
from delve_desktop.domain.errors import Damaged

KEY = bytes(range(32))


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_is_sealed_opens(plaintext, bound):
    box = seal_box(KEY, "use", plaintext, bound, os.urandom)
    assert len(box) == len(plaintext) + OVERHEAD
    assert open_box(KEY, "use", box, bound) == plaintext


def test_key_use_place_and_every_bit_are_bound():
    box = seal_box(KEY, "use", b"plaintext", b"place", os.urandom)
    with pytest.raises(Damaged):
        open_box(bytes(32), "use", box, b"place")
    with pytest.raises(Damaged):
        open_box(KEY, "other", box, b"place")
    with pytest.raises(Damaged):
        open_box(KEY, "use", box, b"elsewhere")
    for at in range(len(box)):
        with pytest.raises(Damaged):
            open_box(KEY, "use", box[:at] + bytes((box[at] ^ 1,)) + box[at + 1 :], b"place")


def test_a_cut_box_is_damaged():
    box = seal_box(KEY, "use", b"plaintext", b"", os.urandom)
    for size in range(len(box)):
        with pytest.raises(Damaged):
            open_box(KEY, "use", box[:size], b"")


def test_two_boxes_of_one_plaintext_differ():
    assert seal_box(KEY, "use", b"text", b"", os.urandom) != seal_box(KEY, "use", b"text", b"", os.urandom)
