"""What is imported is declared: the base install, the server and the window need nothing unsaid."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable

import grimp
import pytest

from tests.architecture.rules import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# what a package is imported as, and the packages that it is built on and hands out
IMPORTED_AS = {
    "fastapi": {"fastapi", "starlette", "anyio"},
    "markdown_it_py": {"markdown_it"},
    "pillow": {"pil"},
    "pyside6_essentials": {"pyside6", "shiboken6"},
    "pyyaml": {"yaml"},
    "sqlmodel": {"sqlmodel", "sqlalchemy", "pydantic"},
    "zxing_cpp": {"zxingcpp"},
}
OWN = {"delve_desktop", "sync_server"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*sorted(OWN), include_external_packages=True, cache_dir=None)


def declared(requirements: Iterable[str]) -> set[str]:
    names = {re.split(r"[^\w.-]", line)[0].lower().replace("-", "_").split(".")[0] for line in requirements}
    return set().union(*(IMPORTED_AS.get(name, {name}) for name in names))


def libraries(graph: grimp.ImportGraph, *parts: str) -> set[str]:
    """Top-level names outside the standard library that the modules of these parts import."""
    inside = [
        module
        for module in graph.modules
        for part in parts
        if module == part or module.startswith(f"{part}.")
    ]
    imported = {name for module in inside for name in graph.find_modules_directly_imported_by(module)}
    tops = {name.split(".")[0] for name in imported}
    return {top.lower() for top in tops - OWN if top not in sys.stdlib_module_names and top != "compression"}


def test_msgspec_is_the_one_library_of_the_domain(graph: grimp.ImportGraph):
    assert libraries(graph, "delve_desktop.domain") <= {"msgspec"}


# the window, and what tries it out beside a hub
ABOVE = {"delve_desktop.app", "delve_desktop.selftest", "delve_desktop.starting", "delve_desktop.ui"}


def test_all_but_the_window_runs_on_the_base_install(graph: grimp.ImportGraph):
    below = sorted(graph.find_children("delve_desktop") - ABOVE)
    assert libraries(graph, *below) - declared(PROJECT["dependencies"]) == set()


def test_the_window_needs_only_the_base_and_the_desktop_extra(graph: grimp.ImportGraph):
    extra = PROJECT["optional-dependencies"]["desktop"]
    parts = sorted(graph.find_children("delve_desktop") - {"delve_desktop.selftest"})
    assert libraries(graph, *parts) - declared([*PROJECT["dependencies"], *extra]) == set()


def test_the_self_test_needs_only_what_the_window_and_the_server_need(graph: grimp.ImportGraph):
    extras = PROJECT["optional-dependencies"]
    both = declared([*PROJECT["dependencies"], *extras["desktop"], *extras["server"]])
    assert libraries(graph, "delve_desktop.selftest") - both == set()


def test_the_server_needs_only_the_base_and_the_server_extra(graph: grimp.ImportGraph):
    extra = PROJECT["optional-dependencies"]["server"]
    assert libraries(graph, "sync_server") - declared([*PROJECT["dependencies"], *extra]) == set()
