"""The foot of the record pane: where what stands above it is safe."""

from __future__ import annotations

from delve_desktop.services.views import RecordView
from delve_desktop.ui.ages import age
from delve_desktop.ui.widgets.foot import FootLine, Where


class PaneFoot(FootLine):
    """The foot line in the words of a record."""

    sample = False
    """What stands above is made up: it goes nowhere, and is not kept."""

    def say_kept(self, *, editing: bool) -> None:
        """It is on this laptop and nowhere else yet."""
        if self.sample:
            self.show_state(Where.NOTHING, self.tr("A sample – never sent, and not kept"))
            return
        remark = self._promise() if editing else ""
        self.show_state(Where.HERE, self.tr("Saved on this laptop – not yet sent"), remark)

    def _promise(self) -> str:
        return self.tr("Kept as you type · goes out with the next sync")

    def say_begun(self, *, new: bool, drafted: bool) -> None:
        """The form is open: what stands in it is kept, or will be."""
        if drafted:
            self.say_kept(editing=True)
        elif new:
            self.show_state(Where.NOTHING, self.tr("Kept as you type"))
        elif not self.sample:
            self.show_remark(self._promise())  # of what will be typed; where the record is stays said

    def end_with(self, remark: str) -> None:
        """Something of the record itself at the end of the line, where it has something to say."""
        if remark:
            self.show_remark(remark)

    def say_failed(self, *, pending: bool) -> None:
        """It could not be made a version; `pending` says that it is not on the disk either."""
        if pending:
            self.show_state(Where.WRITING, self.tr("Not saved yet"))
        else:
            self.show_state(Where.HERE, self.tr("Kept as you typed it – to be mended first"))

    def say_where(self, view: RecordView, *, you: str, now: float, editing: bool) -> None:
        """Where the record is that stands above."""
        if view.unsent or self.sample:
            self.say_kept(editing=editing)
        else:
            self.say_shared(view, you=you, now=now)
            if editing:
                self.show_remark(self._promise())

    def say_shared(self, view: RecordView, *, you: str, now: float) -> None:
        """The server has it too."""
        mine = view.updated_by == you
        where = self.tr("Sent to the server") if mine else self.tr("Here and on the server")
        last = self.tr("{0}, {1}").format(view.updated_by, age(view.updated, now))
        self.show_state(Where.SENT, where, last)
