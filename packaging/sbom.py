"""The bill of materials of a frozen program, as CycloneDX 1.6 in JSON: what is in it and nothing else.

https://cyclonedx.org/docs/1.6/json/ . The same program has the same bytes: what others fill with a random
number and the time of day follows from the content and from SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from licences import Refused, Shipped

SPACE: Final = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122, names in a domain system
_PIN: Final = re.compile(r"^([a-z0-9._-]+)==([0-9][\w.]*)")


def document(version: str, components: Sequence[Shipped], *, epoch: int, system: str) -> dict[str, Any]:
    """The whole document; `system` as in `linux-x86_64`, `epoch` in seconds since 1970."""
    listed = [_component(one) for one in components]
    name = f"delve-desktop@{version}"
    content = hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, f'{name}/{system}/{epoch}/{content}')}",
        "version": 1,
        "metadata": {
            "timestamp": dt.datetime.fromtimestamp(epoch, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": name,
                "name": "delve-desktop",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "purl": f"pkg:pypi/{name}",
                "properties": [{"name": "delve:system", "value": system}],
            },
        },
        "components": listed,
        "dependencies": [{"ref": name, "dependsOn": [one["bom-ref"] for one in listed]}],
    }


def encoded(content: Mapping[str, Any]) -> bytes:
    """As it is written."""
    return json.dumps(content, indent=1, ensure_ascii=False).encode("utf-8") + b"\n"


def check_pins(components: Iterable[Shipped], requirements: Path) -> None:
    """Raise `Refused` unless every wheel that is in the program is in the version that is pinned."""
    lines = requirements.read_text("utf-8").splitlines()
    pins = {found[1]: found[2] for line in lines if (found := _PIN.match(line))}
    for one in components:
        if one.purl.startswith("pkg:pypi/"):
            name, _, version = one.purl.removeprefix("pkg:pypi/").partition("@")
            if pins.get(name) != version:
                raise Refused(f"{one.name} {version} is frozen, and {pins.get(name, 'nothing')} is pinned.")


def _component(one: Shipped) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": one.purl or re.sub(r"[^a-z0-9]+", "-", one.name.lower()).strip("-"),
        "name": one.name,
    }
    if one.version:
        made["version"] = one.version
    made["licenses"] = [_licence(one.licence)]
    if one.purl:
        made["purl"] = one.purl
    return made


def _licence(expression: str) -> dict[str, Any]:
    """One licence that SPDX lists goes by its id; all else is an expression."""
    if re.fullmatch(r"[\w.+-]+", expression) and not expression.startswith("LicenseRef-"):
        return {"license": {"id": expression}}
    return {"expression": expression}
