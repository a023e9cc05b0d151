"""Who begins here: name, association, country, and for a founder the name of the space."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.word_chips import complete

from . import opening
from .step import Step

MOST = 80  # characters of a name, of a person as of a space


class _CountryField(QLineEdit):
    """Tells when the person goes on to another field; `editingFinished` is silent while words are offered."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class AboutStep(Step):
    """Only the name must be given. `founding` asks for the space's name too."""

    def __init__(self, language: str, worker: Worker) -> None:
        super().__init__(
            self.tr("Who are you?"),
            self.tr("The others see this beside what you write. You can change it later in Contacts."),
            self.tr("Go on"),
        )
        self._language = language
        self._worker = worker
        self._code = ""
        self._completer: QCompleter | None = None
        self.name = self._line(self.tr("Your name, as the others know you"), self.tr("Zawadi M."))
        self.association = self._line(self.tr("Your association"), self.tr("Kambi ya Mawe"))
        self._country_caption = label(self.tr("Country"), "strong", wrap=True)
        self.body.addWidget(self._country_caption)
        self.country = QComboBox()
        self._typed = typed = _CountryField()
        typed.setAccessibleName(self.tr("Country"))
        self.country.setLineEdit(typed)
        self.country.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.country.setAccessibleName(self.tr("Country"))
        typed.setPlaceholderText(self.tr("Type the first letters"))
        self.country.setProperty("tall", "true")
        self.body.addWidget(self.country)
        self.body.addSpacing(8)
        self._space_caption, self.space = label("", "strong", wrap=True), QLineEdit()
        self._space_caption.setText(self.tr("Name of the space, as the others will see it"))
        self.space.setAccessibleName(self._space_caption.text())
        self.space.setProperty("tall", "true")
        self.space.setMaxLength(MOST)
        self.space.setPlaceholderText(self.tr("as your association"))
        self.body.addWidget(self._space_caption)
        self.body.addWidget(self.space)
        self.association.textChanged.connect(self._on_association)
        for field in (self.name, self.association, typed, self.space):
            field.textChanged.connect(self._on_typed)
            field.returnPressed.connect(self._on_return)
        typed.left.connect(self._take_the_only_one)
        self.ask_for_space(founding=False)
        worker.submit(lambda: opening.countries(language), self._on_countries, owner=self)

    def _line(self, name: str, hint: str) -> QLineEdit:
        caption = label(name, "strong", wrap=True)
        field = QLineEdit()
        field.setProperty("tall", "true")
        field.setMaxLength(MOST)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        caption.setBuddy(field)
        self.body.addWidget(caption)
        self.body.addWidget(field)
        self.body.addSpacing(8)
        return field

    @property
    def country_code(self) -> str:
        """Of the country that was meant, as ISO says; empty for none."""
        return self._code

    @property
    def space_name(self) -> str:
        """What the space will be called."""
        return self.space.text().strip() or self.association.text().strip()

    def ask_for_space(self, *, founding: bool) -> None:
        """Whether a space will be founded."""
        self._founding = founding
        self._space_caption.setVisible(founding)
        self.space.setVisible(founding)
        self._on_typed()

    def begin(self) -> None:
        super().begin()
        self.name.setFocus()

    def go_on(self) -> None:
        """First find out which country is meant."""
        self._take_the_only_one()
        typed = self.country.currentText().strip()
        if not typed:
            self._on_meant("")
            return
        language = self._language
        self._worker.submit(lambda: opening.country_meant(typed, language), self._on_meant, owner=self)

    def _on_meant(self, code: str | None) -> None:
        if code is None:
            self.tell(self.tr("This country is not in the list. Choose one from it, or leave it empty."))
            self.country.setFocus()
            return
        self._code = code
        super().go_on()

    def _on_countries(self, countries: dict[str, str]) -> None:
        typed = self.country.currentText()
        for code, name in countries.items():
            self.country.addItem(name, code)
        self.country.setCurrentIndex(-1)
        self.country.setEditText(typed)
        self._completer = complete(self._typed, list(countries.values()))

    def _on_return(self) -> None:
        """Enter goes on, unless it only chooses a country of those that are offered, or the only one."""
        offered = self._completer.popup() if self._completer is not None else None
        if offered is None or not offered.isVisible():
            self.go_on()
        elif not offered.currentIndex().isValid():
            typed = self._typed.text()
            self._take_the_only_one()
            offered.hide()
            if self._typed.text() == typed:
                self.go_on()

    def _take_the_only_one(self) -> None:
        """The first letters of a country are enough where no other is offered for them."""
        typed = self._typed.text().strip()
        if self._completer is None or not typed:
            return
        self._completer.setCompletionPrefix(typed)
        if self._completer.completionCount() == 1:
            self.country.setEditText(self._completer.currentCompletion())

    def _on_association(self, text: str) -> None:
        self.space.setPlaceholderText(text.strip() or self.tr("as your association"))

    def _on_typed(self) -> None:
        self.tell("")
        named = bool(self.name.text().strip())
        spaced = not self._founding or bool(self.space_name)
        why = self.tr("Type your name first") if not named else self.tr("Type the association or the space")
        self.set_ready(ready=named and spaced, why=why)
