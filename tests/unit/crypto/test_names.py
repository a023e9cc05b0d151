import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.box import seal_box
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import MAX_NAME, open_name, seal_name
from delve_desktop.domain.errors import Damaged, InvalidContent

KEY = EpochKey(bytes(range(32)))

names = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60)


@given(names, st.binary(max_size=40))
def test_a_sealed_name_opens(name, bound):
    assert open_name(KEY, seal_name(KEY, os.urandom, name, bound), bound) == name


def test_a_name_opens_only_where_it_belongs():
    sealed = seal_name(KEY, os.urandom, "Amina", b"device 1")
    with pytest.raises(Damaged):
        open_name(KEY, sealed, b"device 2")
    with pytest.raises(Damaged):
        open_name(EpochKey(bytes(32)), sealed, b"device 1")


def test_names_of_like_length_look_alike():
    sizes = {len(seal_name(KEY, os.urandom, "n" * size, b"")) for size in range(33)}
    assert sizes == {64}
    assert len(seal_name(KEY, os.urandom, "n" * 33, b"")) == 96


def test_the_longest_name_fits_and_a_longer_one_does_not():
    assert len(seal_name(KEY, os.urandom, "é" * (MAX_NAME // 2), b"")) == 288
    with pytest.raises(InvalidContent):
        seal_name(KEY, os.urandom, "é" * (MAX_NAME // 2) + "e", b"")
    with pytest.raises(InvalidContent):
        seal_name(KEY, os.urandom, "a\0b", b"")


def test_a_sealed_name_that_is_no_text_is_damaged():
    with pytest.raises(Damaged, match="not text"):
        open_name(KEY, seal_box(KEY, "name", b"\xff" * 32, b"", os.urandom), b"")
