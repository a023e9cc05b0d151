"""Tickets as text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.protocol.ticket import PREFIX, Ticket, secret_hash

KEY = b"k" * 32


@given(st.binary(min_size=16, max_size=16))
def test_a_ticket_survives_being_written_down(secret):
    ticket = Ticket.for_hub(secret, KEY)
    text = ticket.text()
    assert Ticket.parse(text) == ticket
    assert Ticket.parse(f"  {text[:20]}\n{text[20:].lower()} ") == ticket
    assert ticket.is_for(KEY)
    assert not ticket.is_for(b"x" * 32)
    assert len(text) == 56


@given(st.text(max_size=80))
def test_what_is_no_ticket_is_said_so(text):
    for candidate in (text, PREFIX + text):
        with contextlib.suppress(InvalidContent):
            assert Ticket.parse(candidate).text()


@pytest.mark.parametrize(
    "text", ["", "DT1-", "DT2-" + "A" * 52, "DT1-" + "A" * 51, "DT1-" + "1" * 52, "DT1-é"]
)
def test_typing_errors_are_refused(text):
    with pytest.raises(InvalidContent):
        Ticket.parse(text)


def test_the_secret_is_not_shown_by_accident():
    ticket = Ticket.for_hub(b"0123456789abcdef", KEY)
    assert "0123456789abcdef" not in repr(ticket)
    assert secret_hash(ticket.secret) != ticket.secret
