"""The architecture as sentences. Each rule holds here, and a module planted against it is caught."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.architecture.rules import PACKAGES, ROOT, Report, check, copy_sources, plant

LAYERS = "Each layer imports only the layers below it, and siblings do not import each other"
QT = "Qt is imported only by the window and the composition root"
SQL = "SQL is spoken only by the stores"
STORE_BYTES = "To the store, segments and acts are bytes: it does not import the protocol"
SCREENS = "Screens do not import each other"
SERVER = "The server imports the protocol and the domain, and nothing else of the desktop"
DESKTOP = "The desktop does not import the server, the composition root aside"
WEB = "The desktop has no web framework"
PURE = "The domain has no I/O, no clock and no randomness, and msgspec is its one library"

# rule -> (planted module, what it imports); each alone breaks the rule
AGAINST: dict[str, tuple[tuple[str, str], ...]] = {
    LAYERS: (
        ("delve_desktop.domain.planted", "delve_desktop.protocol"),
        ("delve_desktop.domain.planted", "delve_desktop.crypto"),
        ("delve_desktop.protocol.planted", "delve_desktop.crypto"),
        ("delve_desktop.crypto.planted", "delve_desktop.protocol"),
        ("delve_desktop.crypto.planted", "delve_desktop.store"),
        ("delve_desktop.store.planted", "delve_desktop.sync"),
        ("delve_desktop.sync.planted", "delve_desktop.services"),
        ("delve_desktop.sync.planted", "delve_desktop.interchange"),
        ("delve_desktop.interchange.planted", "delve_desktop.sync"),
        ("delve_desktop.services.planted", "delve_desktop.ui"),
        ("delve_desktop.ui.planted", "delve_desktop.app"),
        ("delve_desktop.cli", "delve_desktop.app"),
        ("delve_desktop.app", "delve_desktop.starting"),
        ("delve_desktop.starting", "delve_desktop.selftest"),
    ),
    QT: (
        ("delve_desktop.services.planted", "PySide6.QtCore"),
        ("delve_desktop.sync.planted", "PySide6.QtNetwork"),
        ("delve_desktop.store.planted", "shiboken6"),
        ("delve_desktop.cli", "PySide6"),
        ("sync_server.planted", "PySide6.QtCore"),
    ),
    SQL: (
        ("delve_desktop.services.planted", "sqlalchemy.orm"),
        ("delve_desktop.sync.planted", "sqlmodel"),
        ("delve_desktop.ui.planted", "sqlcipher3.dbapi2"),
        ("delve_desktop.domain.planted", "sqlite3"),
        ("delve_desktop.app", "alembic.command"),
        ("sync_server.planted", "sqlalchemy"),
        ("sync_server.routes.planted", "psycopg"),
    ),
    STORE_BYTES: (("delve_desktop.store.planted", "delve_desktop.protocol.transport"),),
    SCREENS: (
        ("delve_desktop.ui.notes.planted", "delve_desktop.ui.contacts.planted"),
        ("delve_desktop.ui.vault.planted", "delve_desktop.ui.notes.planted"),
        ("delve_desktop.ui.exchange.planted", "delve_desktop.ui.merge.planted"),
    ),
    SERVER: (
        ("sync_server.planted", "delve_desktop.crypto"),
        ("sync_server.store.planted", "delve_desktop.store"),
        ("sync_server.routes.planted", "delve_desktop.services"),
        ("sync_server.cli", "delve_desktop.sync"),
    ),
    DESKTOP: (
        ("delve_desktop.sync.planted", "sync_server"),
        ("delve_desktop.services.planted", "sync_server.store"),
        ("delve_desktop.cli", "sync_server.routes"),
        ("delve_desktop.selftest.planted", "sync_server.app"),
    ),
    WEB: (
        ("delve_desktop.sync.planted", "fastapi"),
        ("delve_desktop.protocol.planted", "starlette.requests"),
        ("delve_desktop.services.planted", "uvicorn"),
        ("delve_desktop.selftest.planted", "uvicorn"),
    ),
    PURE: (
        ("delve_desktop.domain.planted", "os"),
        ("delve_desktop.domain.planted", "time"),
        ("delve_desktop.domain.planted", "random"),
        ("delve_desktop.domain.planted", "socket"),
        ("delve_desktop.domain.planted", "pathlib"),
        ("delve_desktop.domain.planted", "cryptography.hazmat.primitives"),
    ),
}

# what the same rules must let through
PERMITTED = (
    ("delve_desktop.__main__", "delve_desktop.starting"),
    ("delve_desktop.starting", "delve_desktop.app"),
    ("delve_desktop.starting", "PySide6.QtWidgets"),
    ("delve_desktop.app", "delve_desktop.ui"),
    ("delve_desktop.app", "PySide6.QtWidgets"),
    ("delve_desktop.selftest.planted", "delve_desktop.app"),
    ("delve_desktop.selftest.planted", "PySide6.QtWidgets"),
    ("delve_desktop.selftest.hub", "sync_server.app"),
    ("delve_desktop.selftest.hub", "uvicorn"),
    ("delve_desktop.ui", "PySide6.QtCore"),
    ("delve_desktop.ui.widgets.planted", "PySide6.QtGui"),
    ("delve_desktop.ui.notes.planted", "delve_desktop.ui.widgets.planted"),
    ("delve_desktop.ui.planted", "delve_desktop.services"),
    ("delve_desktop.courier.planted", "delve_desktop.protocol"),
    ("delve_desktop.store.planted", "sqlalchemy"),
    ("delve_desktop.store.migrations.planted", "alembic.op"),
    ("delve_desktop.store.planted", "delve_desktop.domain.ops"),
    ("delve_desktop.protocol.planted", "cryptography.hazmat.primitives"),
    ("sync_server.planted", "delve_desktop.protocol.transport"),
    ("sync_server.store.planted", "sqlmodel"),
    ("sync_server.store.planted", "delve_desktop.domain"),
    ("sync_server.routes.planted", "fastapi"),
)


@pytest.fixture(scope="module")
def report() -> Report:
    return check(ROOT)


def contract_of(rule: str) -> str:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    return next(contract["id"] for contract in contracts if contract["name"] == rule)


@pytest.mark.parametrize("rule", AGAINST)
def test_the_source_keeps_the_rule(rule: str, report: Report):
    assert rule in report.kept, report.text


def test_every_rule_has_a_planted_violation(report: Report):
    assert report.kept | report.broken == set(AGAINST)


@pytest.mark.parametrize("rule", AGAINST)
def test_every_module_planted_against_the_rule_is_caught(rule: str, tmp_path: Path):
    tree = tmp_path / "copy"
    copy_sources(tree)
    planted = [numbered(module, number) for number, (module, _) in enumerate(AGAINST[rule])]
    for module, (_, imported) in zip(planted, AGAINST[rule], strict=True):
        plant_target(tree, imported)
        plant(tree, module, f"import {imported}")
    found = check(tree, contract_of(rule))
    assert found.broken == {rule}, found.text
    unseen = [module for module in planted if module not in found.text]
    assert not unseen, f"not caught: {unseen}\n{found.text}"


def plant_target(tree: Path, imported: str) -> None:
    """What a planted module imports exists, if it is ours; a part that is still to come begins empty."""
    top, _, inner = imported.partition(".")
    if inner and top in PACKAGES:
        plant(tree, imported, "")


def numbered(module: str, number: int) -> str:
    """A planted module gets a name of its own, so that the report tells it from the others."""
    return f"{module}{number}" if module.endswith("planted") else module


def test_an_import_inside_a_function_is_caught_too(tmp_path: Path):
    tree = tmp_path / "copy"
    copy_sources(tree)
    plant(
        tree,
        "delve_desktop.services.planted",
        "def late():\n    from PySide6 import QtCore\n    return QtCore",
    )
    assert check(tree, "qt").broken == {QT}


def test_a_detour_through_another_module_is_caught_too(tmp_path: Path):
    tree = tmp_path / "copy"
    copy_sources(tree)
    plant(tree, "delve_desktop.ui.widgets.planted", "import delve_desktop.ui.contacts.planted")
    plant(tree, "delve_desktop.ui.contacts.planted", "")
    plant(tree, "delve_desktop.ui.notes.planted", "import delve_desktop.ui.widgets.planted")
    assert check(tree, "screens").broken == {SCREENS}


def test_a_module_outside_the_layers_is_caught(tmp_path: Path):
    tree = tmp_path / "copy"
    copy_sources(tree)
    plant(tree, "delve_desktop.utils", "")
    found = check(tree, "layers")
    assert found.broken == {LAYERS}
    assert "utils" in found.text


def test_what_the_rules_permit_passes(tmp_path: Path):
    tree = tmp_path / "copy"
    copy_sources(tree)
    for module, imported in PERMITTED:
        plant_target(tree, imported)
        plant(tree, module, f"import {imported}")
    found = check(tree)
    assert not found.broken, found.text
