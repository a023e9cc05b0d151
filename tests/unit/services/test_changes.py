from __future__ import annotations

import logging

import pytest

from delve_desktop.services.changes import ChangeSummary, NoticeHub


def test_a_subscriber_that_raises_keeps_nobody_from_hearing_and_fails_no_change(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The change has committed: told that it failed, a person would write it again."""
    hub, heard = NoticeHub(), []

    def broken(_summary: ChangeSummary) -> None:
        raise ValueError("what somebody wrote")

    hub.subscribe(broken)
    hub.subscribe(heard.append)
    summary = ChangeSummary("local")
    with caplog.at_level(logging.ERROR):
        hub.publish(summary)
    assert heard == [summary]
    assert "ValueError" in caplog.text
    assert "what somebody wrote" not in caplog.text


def test_who_unsubscribes_hears_no_more() -> None:
    hub, heard = NoticeHub(), []
    leave = hub.subscribe(heard.append)
    leave()
    leave()
    hub.publish(ChangeSummary("local"))
    assert heard == []
