"""Puts `resources/` into the wheel as `delve_desktop/_resources`, the words of every language compiled.

An editable install gets no copy: there the program reads `resources/` where it lies.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Called by hatchling before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder, except to an editable install."""
        if version != "editable":
            self._compile_words()
            build_data["force_include"]["resources"] = "delve_desktop/_resources"

    def _compile_words(self) -> None:
        """By Qt's tool, where there is one; a source archive has them compiled already."""
        words = Path(self.root) / "resources" / "translations"
        stale = [
            each
            for each in words.glob("*.ts")
            if not (made := each.with_suffix(".qm")).exists() or made.stat().st_mtime < each.stat().st_mtime
        ]
        if not stale:
            return
        tool = Path(self.root) / "packaging" / "translations.py"
        done = subprocess.run(
            [sys.executable, str(tool), "compile"], check=False, capture_output=True, text=True
        )
        if done.returncode != 0:
            self.app.display_warning(f"The window will speak English only: {done.stderr.strip()}")
