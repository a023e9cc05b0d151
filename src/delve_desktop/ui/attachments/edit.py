"""Adding to a record while it is written: pictures, files and voice notes, by button, drop, paste,
microphone.

What is added is sealed into the vault at once, and its map becomes a part of the draft: it is as safe as the
text. Taking something off is undone by one click; bytes stay while a draft or the history knows of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QLocale, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from delve_desktop.services.attachments.adding import WARN_FROM
from delve_desktop.services.attachments.pictures import PictureChoice
from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.dropped import files_in
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.text.attachments import Put, picture_in
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.run_line import RunLine
from delve_desktop.ui.widgets.unable import make_unable

from .edit_item import EditItem
from .encoding import encoded
from .inline_pictures import InlinePictures, picture_of
from .intake import Asked, Coming, HowFar, Intake, Seal, Told
from .sound import VoiceRecorder, why_silent
from .thumbnails import thumbnails_of
from .words import length_words, size_words

MOST_AT_ONCE: Final = 40  # files of one drop; a draft holds no more than an op does


class AttachmentEdit(QWidget):
    """The attachments of what is being written. Fulfils what the text editor asks of whoever keeps them."""

    edited = Signal()
    """Something was added, taken off, or got another caption."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._values: list[Any] = []
        self._shown: list[EditItem] = []
        self._choice = PictureChoice()
        self._failed = False  # one of those that are being taken in
        self._puts: dict[Coming, Put] = {}  # where in a text a picture is to stand
        self._inline = InlinePictures(desk, parent=self)
        self._intake = Intake(desk)
        self._intake.progressed.connect(self._show_progress)
        self._intake.taken.connect(self._on_taken)
        self._intake.broken.connect(self._on_broken)
        self._intake.ended.connect(self._on_ended)
        self.destroyed.connect(self._intake.let_go)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._items = Flow()
        self._items.line.setSpacing(16)
        column.addWidget(self._items)
        self.bar = InPlaceBar()
        column.addWidget(self.bar)
        self.run = RunLine(self.tr("Adding"))
        self.run.stop_asked.connect(self._intake.stop)
        column.addWidget(self.run)
        column.addWidget(self._buttons())
        column.addWidget(self._choices())
        self._recorder = VoiceRecorder(self)
        self._recorder.recorded.connect(self._on_recorded)
        self._recorder.ticked.connect(self._say_recording)
        desk.ask(lambda use: use.picture_choice(), self._show_choice, owner=self)

    # -- what the form reads and fills ---------------------------------------------------------

    def values(self) -> list[Any]:
        """The maps, as a draft keeps them, with captions as they are being written."""
        made = list(self._values)
        for item in self._shown:
            made = item.recaptioned(made)
        return made

    def look_away(self) -> None:
        """The person goes on to something else: what fails from now on is said there.

        What is being recorded ends here, and belongs to the record as if somebody had stopped it.
        """
        self._recorder.stop()
        self._intake.look_away()

    def coming(self) -> list[Coming]:
        """What is on its way into the vault, and belongs to the draft as well."""
        return self._intake.coming()

    def set_values(self, values: Sequence[Any] | None) -> None:
        """Show these; nothing counts as edited."""
        self._shown = []  # captions are of what was shown before
        self._values = list(values or ())
        self._show()

    # -- what the text editor asks -------------------------------------------------------------

    @property
    def picture_arrived(self) -> SignalInstance:
        """See `text.attachments.AttachmentDoor`."""
        return self._inline.arrived

    def pick_picture(self, put: Put | None = None) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add pictures or files"),
            "",
            self.tr("Pictures ({0});;All files ({1})").format("*.jpg *.jpeg *.png *.webp *.gif *.bmp", "*"),
        )
        self.take_files([Path(name) for name in names], put)

    @property
    def why_no_voice(self) -> str:
        """See `text.attachments.AttachmentDoor`."""
        return self.tr("No microphone can be used here.") if why_silent() else ""

    def record_voice(self) -> None:
        """Begin or end a voice note; it stands below the text."""
        self._on_voice()

    def take_files(self, paths: Sequence[Path], put: Put | None = None) -> None:
        """Take files into the vault, one after the other, on the worker."""
        if len(paths) > MOST_AT_ONCE:
            self.bar.say(
                self.tr("At most %n file(s) are added at once.", "", MOST_AT_ONCE), icon="warn", lasting=True
            )
            return
        for path in paths:
            self._take(path, put)

    def take_image(self, image: QImage | bytes, put: Put | None = None) -> None:
        """Take a picture that has no file, as from the clipboard: as it came, or as Qt has decoded it."""
        name, choice = self.tr("Picture"), self._choice

        def seal(use: UseCases, told: Told, stopped: Asked) -> dict[str, Any]:
            data = image if isinstance(image, bytes) else encoded(image)
            return use.seal_picture(data, name, choice, progress=told, cancelled=stopped)

        self._begin(name, seal, put, again=False)

    def picture_for(self, name: str) -> QImage | None:
        """A picture that stands in a text."""
        return self._inline.picture_for(name)

    # -- building ------------------------------------------------------------------------------

    def _buttons(self) -> QWidget:
        self.add_button = button(self.tr("Add pictures or files"), "outline", "picture")
        self.add_button.clicked.connect(self._on_add)
        self.voice_button = button(self.tr("Record"), "outline", "mic")
        self.voice_button.clicked.connect(self._on_voice)
        if self.why_no_voice:
            make_unable(self.voice_button, "mic", self.why_no_voice)
        return Flow(self.add_button, self.voice_button)

    def _choices(self) -> QWidget:
        """Asked where a picture is added, and remembered; nothing stops to wait for an answer."""
        self.original_box = QCheckBox(self.tr("Keep the original picture too"))
        self.place_box = QCheckBox(self.tr("Leave in where it was taken"))
        for box in (self.original_box, self.place_box):
            box.setAccessibleName(box.text())
            box.clicked.connect(self._on_choice)
        told = self.tr("Of a new picture a smaller copy travels, without the place where it was taken.")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(told, "second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(Flow(self.original_box, self.place_box), 1)
        column.addLayout(row)
        return holder

    def _show_choice(self, choice: PictureChoice) -> None:
        self._choice = choice
        self.original_box.setChecked(choice.keep_original)
        self.place_box.setChecked(choice.keep_location)

    def _on_choice(self) -> None:
        choice = PictureChoice(self.original_box.isChecked(), self.place_box.isChecked())
        self._choice = choice
        self._desk.ask(lambda use: use.set_picture_choice(choice), owner=self)

    def _show(self) -> None:
        values = self._values
        self._inline.set_values(values)
        self._desk.ask(lambda use: tuple(use.attachment_views(values)), self._fill, owner=self)

    def _fill(self, views: tuple[AttachmentView, ...]) -> None:
        if self.values() != self._values:  # a caption was written meanwhile
            self._take_captions()
            return
        empty(self._items.line)
        self._shown = []
        for view in views:
            made = EditItem(view, thumbnails_of(self._desk))
            made.removed.connect(lambda view=view: self._on_removed(view))
            made.typed.connect(self.edited)
            made.captioned.connect(self._on_caption)
            self._items.line.addWidget(made)
            self._shown.append(made)
        self._items.setVisible(bool(views))
        self._items.updateGeometry()

    # -- adding and taking off -----------------------------------------------------------------

    def _take(self, path: Path, put: Put | None) -> None:
        choice = self._choice

        def seal(use: UseCases, told: Told, stopped: Asked) -> dict[str, Any]:
            return use.seal_file(path, choice=choice, progress=told, cancelled=stopped)

        self._begin(path.name, seal, put)

    def _begin(self, name: str, seal: Seal, put: Put | None = None, *, again: bool = True) -> None:
        if not self._intake.running:
            self._failed = False
            self.bar.clear()
        one = self._intake.take(name, seal, again=again)
        if put is not None:
            self._puts[one] = put
        self.edited.emit()  # what comes belongs to the draft from now on

    def _show_progress(self, far: HowFar) -> None:
        if not self.run.running:
            self.run.begin()
            self._bring_into_view(self.run)
        words = far.name
        if far.whole:
            done, whole = size_words(far.done), size_words(far.whole)
            words = self.tr("{0}: {1} of {2}").format(far.name, done, whole)
        if far.of > 1:
            say = QLocale().toString
            words = self.tr("File {0} of {1}. {2}").format(say(far.number), say(far.of), words)
        self.run.show_progress(far.done, far.whole, words)

    def _on_broken(self, why: Sentence) -> None:
        self._failed = True
        self.bar.fail(why)
        self._bring_into_view(self.bar)

    def _on_ended(self, stopped: int) -> None:
        self.run.end()
        self._puts.clear()
        if stopped:
            self.bar.say(self.tr("Stopped. %n file(s) were not added.", "", stopped), icon="stop")

    def _bring_into_view(self, told: QWidget) -> None:
        """What was dropped on the text is told of below it: scroll there once that has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(told))

    def _scroll_to(self, told: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and told.isVisible():
            above.ensureWidgetVisible(told)

    def _on_taken(self, coming: Coming, value: dict[str, Any]) -> None:
        self._values.append(value)
        self._inline.set_values(self._values)
        put, picture = self._puts.pop(coming, None), picture_of(value)
        if put is not None and picture is not None:
            put([picture])
        size = value["size"] + value.get("original", {}).get("size", 0)
        if size >= WARN_FROM and not self._failed:  # what was not taken stays said
            self.bar.say(
                self.tr(
                    "{0} has {1}. It goes over the link after all text, and who wants it fetches as much."
                ).format(value["name"], size_words(size)),
                icon="warn",
                lasting=True,
            )
        self._show()
        self.edited.emit()

    def _on_removed(self, view: AttachmentView) -> None:
        before = list(self._values)
        gone = list(view.values)
        self._values = [value for value in self._values if value not in gone]
        self.add_button.setFocus()  # and not whatever comes next in the window, as its own button goes
        self._show()
        self.edited.emit()

        def undo() -> None:
            self._values = before
            self._show()
            self.edited.emit()

        self.bar.say(self.tr("{0} was taken off.").format(view.name), (self.tr("Undo"), undo), icon="bin")
        self._bring_into_view(self.bar)

    def _on_caption(self) -> None:
        if self.values() != self._values:
            self._take_captions()
            self.edited.emit()

    def _take_captions(self) -> None:
        """Captions that were written become parts of the maps, and these are what is shown."""
        self._values = self.values()
        self._show()

    # -- voice, drop and paste -----------------------------------------------------------------

    def _on_add(self) -> None:
        self.pick_picture()

    def _on_voice(self) -> None:
        if self._recorder.running:
            self._recorder.stop()
        elif self._recorder.start():
            self.voice_button.setText(self.tr("Stop recording"))
            self._say_recording(0)
        else:
            self.bar.say(self.tr("No microphone can be used here."), icon="warn")
            self._bring_into_view(self.bar)

    def _say_recording(self, seconds: int) -> None:
        self.bar.say(self.tr("Recording: {0}").format(length_words(seconds)), icon="mic", lasting=True)

    def _on_recorded(self, data: bytes, seconds: int) -> None:
        self.voice_button.setText(self.tr("Record"))
        name = self.tr("Voice note") + ".wav"
        self.bar.clear()
        self._begin(
            name, lambda use, _told, _stopped: use.seal_sound(data, name, "audio/wav", seconds), again=False
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        paths = files_in(mime)
        if paths:
            self.take_files(paths)
        elif (image := picture_in(mime)) is not None:
            self.take_image(image)
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            image = picture_in(QGuiApplication.clipboard().mimeData())
            if image is not None:
                self.take_image(image)
                return
        super().keyPressEvent(event)
