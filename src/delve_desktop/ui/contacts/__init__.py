"""Contacts: people and organisations."""

from __future__ import annotations

from .drop import VcardDrop
from .form import ContactForm
from .reading import ContactReading

__all__ = ["ContactForm", "ContactReading", "VcardDrop"]
