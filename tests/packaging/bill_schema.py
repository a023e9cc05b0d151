"""The schema of CycloneDX 1.6, as `tests/packaging/cyclonedx/` holds it."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import fastjsonschema

FOLDER: Final = Path(__file__).with_name("cyclonedx")


def read(name: str) -> Any:
    """One of its files."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@functools.cache
def follows() -> Callable[[object], object]:
    """Raises `fastjsonschema.JsonSchemaException` where a document does not follow it."""
    made: Callable[[object], object] = fastjsonschema.compile(
        read("bom-1.6.SNAPSHOT.schema.json"),
        handlers={"http": lambda address: read(address.rpartition("/")[2])},  # what it refers to
    )
    return made
