"""Sound inside the window, by the system's own means; where there are none, the button says so.

QtMultimedia is used with the backend of the system and never with FFmpeg. What is played stays in memory;
what is recorded is 16 kHz in one channel and goes from memory into the vault: no sound is ever in a file.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
import wave
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.unable import make_unable

from .words import length_words

BACKENDS: Final = {"win32": "windows", "darwin": "darwin"}
RATE: Final = 16_000  # samples a second
LONGEST: Final = 300  # seconds of a voice note, 9.6 MB


@cache
def multimedia() -> Any | None:
    """QtMultimedia with the system's own backend; None where there is none."""
    backend = BACKENDS.get(sys.platform)
    if backend is None:
        return None
    os.environ["QT_MEDIA_BACKEND"] = backend  # before the first import: else Qt may take FFmpeg
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


def why_silent() -> str:
    """Why sound cannot be played or recorded here; empty where it can."""
    if multimedia() is not None:
        return ""
    if sys.platform in BACKENDS:
        return QCoreApplication.translate("attachments", "The part of Qt that plays sound is not installed.")
    return QCoreApplication.translate(
        "attachments",
        "Delve cannot use the sound of this system: save the recording to hear it.",
    )


class SoundPlayer(QWidget):
    """Play and stop for one recording. Nothing is read before it is clicked."""

    def __init__(self, desk: Desk, view: AttachmentView, bar: InPlaceBar) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._bar = bar
        self._player: Any = None
        self._buffer: QBuffer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._time = label("", "second")
        row.addWidget(self._time)
        self.play = button(self.tr("Play"), "quiet", "mic")
        self.play.setAccessibleName(self.tr("Play {0}").format(view.name))
        if reason := why_silent():
            make_unable(self.play, "mic", reason)
        self.play.clicked.connect(self._on_play)
        row.addWidget(self.play)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads the record any more, or the window is covered: silence, at once."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop()

    def _on_play(self) -> None:
        if reason := why_silent():
            self._bar.say(reason, icon="warn")
            return
        if self._player is not None:
            self._stop()
            return
        value = self._view.values[0]
        self._desk.ask(
            lambda use: use.attachment_bytes(value), self._begin, failed=self._bar.fail, owner=self
        )

    def _begin(self, data: bytes) -> None:
        found = multimedia()
        if found is None or self._player is not None or not self.isVisible():  # hidden since it was asked for
            return
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._player = found.QMediaPlayer(self)
        self._player.setAudioOutput(found.QAudioOutput(self._player))
        self._player.setSourceDevice(self._buffer)
        self._player.positionChanged.connect(self._on_position)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.play()
        self.play.setText(self.tr("Stop"))

    def _on_position(self, milliseconds: int) -> None:
        self._time.setText(length_words(milliseconds // 1000))

    def _on_state(self, state: Any) -> None:
        found = multimedia()
        if found is not None and state == found.QMediaPlayer.PlaybackState.StoppedState:
            self._stop()

    def _stop(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.stop()
            player.deleteLater()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        self._time.setText("")
        self.play.setText(self.tr("Play"))


class VoiceRecorder(QObject):
    """Records into memory until it is stopped, for five minutes at the most."""

    recorded = Signal(bytes, int)
    """A whole WAV file, and how many seconds it is."""
    ticked = Signal(int)
    """So many seconds are recorded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._source: Any = None
        self._device: Any = None
        self._samples = bytearray()
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._clock.timeout.connect(self._on_tick)

    @property
    def running(self) -> bool:
        """Whether it records now."""
        return self._source is not None

    def start(self) -> bool:
        """Begin; False when there is no microphone or no leave to use it."""
        found = multimedia()
        if found is None or self.running:
            return False
        microphone = found.QMediaDevices.defaultAudioInput()
        if microphone.isNull():
            return False
        form = found.QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(found.QAudioFormat.SampleFormat.Int16)
        self._samples.clear()
        self._source = found.QAudioSource(microphone, form, self)
        self._device = self._source.start()
        if self._device is None:
            self._source = None
            return False
        self._device.readyRead.connect(self._on_ready)
        self._clock.start()
        return True

    def stop(self) -> None:
        """End, and hand out what was recorded."""
        if not self.running:
            return
        self._clock.stop()
        self._on_ready()
        self._source.stop()
        self._source.deleteLater()
        self._source = self._device = None
        self.recorded.emit(wav(bytes(self._samples)), self._seconds())
        self._samples.clear()

    def _on_ready(self) -> None:
        if self._device is not None:
            self._samples += bytes(self._device.readAll().data())

    def _seconds(self) -> int:
        return len(self._samples) // (2 * RATE)

    def _on_tick(self) -> None:
        self.ticked.emit(self._seconds())
        if self._seconds() >= LONGEST:
            self.stop()


def wav(samples: bytes) -> bytes:
    """A WAV file of 16-bit samples in one channel."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples[: len(samples) // 2 * 2])
    return out.getvalue()
