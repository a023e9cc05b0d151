"""Sizes, times and kinds of attachments in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.services.attachments.views import AttachmentView

_ICONS = {"audio": "mic", "image": "picture"}


def size_words(size: int) -> str:
    """Bytes as people read them: 2.3 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def length_words(seconds: int) -> str:
    """Minutes and seconds: 1:05."""
    return f"{seconds // 60}:{seconds % 60:02}"


def icon_of(view: AttachmentView) -> str:
    """The icon of a file."""
    return _ICONS.get(view.type.partition("/")[0], "clip")


def facts(view: AttachmentView) -> str:
    """Size, and of a recording how long it is."""
    if view.is_sound and view.seconds:
        return QCoreApplication.translate("attachments", "{0}, {1}").format(
            length_words(view.seconds), size_words(view.size)
        )
    return size_words(view.size)
