"""Practices: what works, told so that others can do it."""

from __future__ import annotations

from .reading import PracticeReading

__all__ = ["PracticeReading"]
