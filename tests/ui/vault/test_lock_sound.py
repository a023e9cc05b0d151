"""Sound at a lock: what plays is silent at once, and what was recorded until then is in the record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QObject, Signal
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.services import records
from delve_desktop.services.attachments import adding, reading
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.keeping.pin import IDLE_AFTER
from delve_desktop.services.session import open_vault
from delve_desktop.services.views import SetValue, SpaceView
from delve_desktop.ui.attachments import sound
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.attachments.sound import SoundPlayer, wav
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.pauses import Hand, pause, pin_page, start, use_pin
from tests.ui.vault.person import LONG, opened, settled

SECOND = b"\1\2" * sound.RATE


class Player(QObject):
    """As QMediaPlayer, but silent."""

    positionChanged = Signal(int)  # noqa: N815 - Qt calls it so
    playbackStateChanged = Signal(object)  # noqa: N815
    playing: int = 0

    PlaybackState = SimpleNamespace(StoppedState="stopped")

    def setAudioOutput(self, _output: object) -> None:  # noqa: N802
        """Nowhere."""

    def setSourceDevice(self, device: QBuffer) -> None:  # noqa: N802
        assert device.isOpen()

    def play(self) -> None:
        Player.playing += 1

    def stop(self) -> None:
        Player.playing -= 1


class Microphone(QObject):
    """As QAudioSource: gives one second, and the rest when it is asked for."""

    def __init__(self, _device: object, _form: object, parent: QObject) -> None:
        super().__init__(parent)
        self.given = QBuffer(self)

    def start(self) -> QBuffer:
        self.given.setData(SECOND)
        self.given.open(QBuffer.OpenModeFlag.ReadOnly)
        return self.given

    def stop(self) -> None:
        self.given.close()


class Form:
    """As QAudioFormat."""

    SampleFormat = SimpleNamespace(Int16="int16")

    def __getattr__(self, name: str) -> Callable[[object], None]:
        return lambda _value: None


@pytest.fixture
def audible(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose sound can be used."""
    device = SimpleNamespace(isNull=lambda: False)
    made = SimpleNamespace(
        QMediaPlayer=Player,
        QAudioOutput=QObject,
        QAudioSource=Microphone,
        QAudioFormat=Form,
        QMediaDevices=SimpleNamespace(defaultAudioInput=lambda: device),
    )
    monkeypatch.setattr(sound, "multimedia", lambda: made)
    monkeypatch.setattr(Player, "playing", 0)


def space_of(shell: Shell) -> SpaceView:
    space = shell.current_space()
    assert space is not None
    return space


@pytest.mark.usefixtures("audible")
def test_a_sound_that_plays_is_silent_at_once(window: Program, qtbot: QtBot, hand: Hand) -> None:
    shell = opened(window, qtbot)
    desk = window._desk
    assert desk is not None
    space = space_of(shell)

    def with_voice(use: BoundUseCases) -> None:
        value = adding.seal_sound(use.session, wav(SECOND), "voice.wav", "audio/wav", 1)
        record = records.add_record(use.session, space.id, "note", [SetValue("title", "Heard")])[0]
        adding.attach(use.session, record, [value])

    desk.ask(with_voice)  # type: ignore[arg-type]
    settled(window, qtbot)
    shell.go(Section.NOTES)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    (player,) = shell.pane.findChildren(SoundPlayer)
    player.play.click()
    shell.go(Section.CONTACTS)  # before its bytes have come
    settled(window, qtbot)
    assert Player.playing == 0, "nobody reads the record any more"
    shell.go(Section.NOTES)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    player = shell.pane.findChildren(SoundPlayer)[-1]
    player.play.click()
    settled(window, qtbot)
    assert Player.playing == 1
    window.lock()
    assert Player.playing == 0, "while what was typed is being kept"
    start(window, qtbot)


@pytest.mark.usefixtures("audible")
@pytest.mark.parametrize("way", ["pin", "lock", "close"])
def test_what_was_recorded_until_then_is_in_the_record(
    window: Program, qtbot: QtBot, hand: Hand, tmp_path: Path, way: str
) -> None:
    shell = opened(window, qtbot)
    space = space_of(shell).id
    if way == "pin":
        use_pin(window)
    shell.start_new("note")
    settled(window, qtbot)
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(AttachmentEdit)[0]
    edit.voice_button.click()
    assert edit._recorder.running
    if way == "close":
        window.window.close()
        qtbot.waitUntil(lambda: not window.window.isVisible(), timeout=LONG)
    elif way == "pin":
        pause(window, hand, IDLE_AFTER + 5)
        pin_page(window, qtbot).words.click()
        start(window, qtbot)
    else:
        window.lock()
        start(window, qtbot)
    with closing(open_vault(tmp_path / "vault", PASSPHRASE)) as session:
        made = [row for row in records.list_records(session, space, "note").rows if row.voice]
        assert len(made) == 1
        (voice,) = attachments(session, made[0].id)
        assert reading.read_whole(session, voice.values[0]) == wav(SECOND)
