"""Puts `resources/` into the wheel as `delve_desktop/_resources`.

An editable install gets no copy: there the program reads `resources/` where it lies.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Called by hatchling before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder, except to an editable install."""
        if version != "editable":
            build_data["force_include"]["resources"] = "delve_desktop/_resources"
