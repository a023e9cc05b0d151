"""What is wrong with a typed code, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from delve_desktop.ui.sentences import Sentence, sentence


def code_sentence(error: Exception) -> Sentence:
    """The words for an error about a code; of any other error as everywhere."""
    from delve_desktop.crypto.code_text import CodeFault, InvalidCode

    if not isinstance(error, InvalidCode):
        return sentence(error)

    def tr(text: str) -> str:
        return QCoreApplication.translate("codes", text)

    if error.fault is CodeFault.TYPO and error.group is not None:
        said = tr("There is a typing mistake in group {0}. Look at it again.").format(error.group)
    else:
        said = {
            CodeFault.EMPTY: tr("Type the code, or choose the file or picture you were given."),
            CodeFault.CHARACTER: tr("A code has only letters and digits. Look at it again."),
            CodeFault.LENGTH: tr("The code is not whole, or there is too much of it. Look at it again."),
            CodeFault.TYPO: tr("There is more than one typing mistake in the code. Look at it again."),
            CodeFault.KIND: tr("This code is for something else. An invite begins with JOIN."),
            CodeFault.CONTENT: tr("This code cannot be used here. Ask for a new one."),
        }[error.fault]
    return Sentence(said, f"{type(error).__name__}: {error}")
