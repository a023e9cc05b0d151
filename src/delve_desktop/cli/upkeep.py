"""Subcommands that check a vault and build it anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from delve_desktop.domain.errors import Damaged

from .wiring import Call, SpaceOption, command

if TYPE_CHECKING:
    from delve_desktop.services.upkeep import Report


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "state-hash")(state_hash)
    command(app, "verify")(verify)
    command(app, "rebuild")(rebuild)


def state_hash(call: Call, space: SpaceOption = None) -> None:
    """Print a number that is equal where the same is held."""
    from delve_desktop.services.upkeep import state_hash

    from .opening import choose_space

    with call.session() as session:
        value = state_hash(session, choose_space(session, space))
    call.emit({"state_hash": value}, [value])


def verify(call: Call) -> None:
    """Check pages, signatures, chains and records. Changes nothing."""
    from delve_desktop.services.upkeep import verify

    with call.session() as session:
        report = verify(session)
        call.emit(_report_data(report), _report_text(report))
        if not report.ok:
            raise Damaged(f"The check found {len(report.findings)} things that are not as they should be.")


def _report_data(report: Report) -> dict[str, Any]:
    return {
        "ok": report.ok,
        "findings": list(report.findings),
        "records": report.records,
        "ops": report.ops,
        "segments": report.segments,
        "acts": report.acts,
        "parked": report.parked,
        "quarantined": report.quarantined,
        "gaps": report.gaps,
        "forks": report.forks,
        "attachments": report.attachments,
    }


def _report_text(report: Report) -> Iterable[str]:
    yield from report.findings
    if report.quarantined:
        yield f"{report.quarantined} segments by authors who may only read are kept and not merged."
    yield (
        f"{report.records} records, {report.ops} changes, {report.segments} segments and {report.acts} acts"
        f" were checked; {report.parked} wait."
    )


def rebuild(call: Call) -> None:
    """Build records and search anew from the signed log."""
    from delve_desktop.services.upkeep import rebuild

    with call.session() as session:
        result = rebuild(session)
    call.emit(
        {
            "records": result.records,
            "ops": result.ops,
            "parked": result.parked,
            "refetched": result.refetched,
        },
        [f"{result.records} records were built anew from {result.ops} changes; {result.parked} wait."],
    )
