"""Practices: what works, told so that others can do it, and what they made of it."""

from __future__ import annotations

from .adoption_form import AdoptionForm
from .adoption_reading import AdoptionReading
from .form import PracticeForm
from .reading import PracticeReading

__all__ = ["AdoptionForm", "AdoptionReading", "PracticeForm", "PracticeReading"]
