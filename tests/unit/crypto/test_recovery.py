import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.code_text import CodeFault, CodeKind, InvalidCode, write
from delve_desktop.crypto.invite import InviteCode
from delve_desktop.crypto.recovery import RecoveryCode

secrets = st.binary(min_size=20, max_size=20)


@given(secrets)
def test_a_code_is_read_back_however_it_is_typed(secret):
    text = RecoveryCode(secret).to_text()
    assert re.fullmatch(r"RECOVERY(-[0-9A-HJKMNP-TV-Z]{4}){10}", text)
    for typed in (text, text.lower(), text.replace("-", " "), text.removeprefix("RECOVERY-")):
        assert RecoveryCode.parse(typed).secret == secret


@given(secrets, st.data())
def test_one_wrong_letter_is_found_and_its_group_named(secret, data):
    groups = RecoveryCode(secret).to_text().split("-")
    at = data.draw(st.integers(1, 10))
    letter = data.draw(st.integers(0, 3))
    old = groups[at][letter]
    new = data.draw(st.sampled_from([one for one in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if one != old]))
    groups[at] = groups[at][:letter] + new + groups[at][letter + 1 :]
    with pytest.raises(InvalidCode) as raised:
        RecoveryCode.parse("-".join(groups))
    assert raised.value.group == at


def test_another_kind_of_code_is_named():
    with pytest.raises(InvalidCode, match="invites another person; here the recovery code") as raised:
        RecoveryCode.parse(InviteCode.create("").to_text())
    assert raised.value.fault is CodeFault.KIND


@pytest.mark.parametrize("symbols", [[0] * 27, [0] * 33, [0] * 34])
def test_a_code_of_another_length_is_none(symbols):
    with pytest.raises(InvalidCode) as raised:
        RecoveryCode.parse(write(CodeKind.RECOVERY, symbols))
    assert raised.value.fault is CodeFault.CONTENT


def test_printing_a_code_does_not_show_it():
    assert "secret" not in repr(RecoveryCode.create())
