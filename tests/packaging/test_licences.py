"""Which licences may be shipped, where notices come from, and the bill of materials."""

from __future__ import annotations

import copy
import json
import re
import sys
from pathlib import Path
from typing import Any

import fastjsonschema
import msgspec
import pytest

import licences
import sbom
from delve_desktop.services.licences import Component, read_components
from licences import BESIDE_PYTHON, PERMITTED, ROOT, WITHIN, Refused, Shipped, components_of, permitted
from licences_of_debian import DEBIAN

from .bill_schema import follows, read


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "Apache-2.0 OR BSD-3-Clause",
        "GPL-2.0-only OR LGPL-3.0-only",
        "MIT AND Zlib",
        "(AFL-2.1 OR GPL-2.0-or-later) AND MIT",
        "AGPL-3.0-only OR (MIT AND (GPL-3.0-only OR ISC))",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    ],
)
def test_what_is_permitted_is_shipped(expression: str):
    assert permitted(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "GPL-2.0-only OR AGPL-3.0-only",
        "Commercial",
        "(MIT OR Apache-2.0) AND GPL-3.0-only",
        "MIT AND (GPL-2.0-only OR AGPL-3.0-only)",
        "GPL-3.0-only AND (MIT)",
        "(MIT",
        "MIT)",
        "MIT Apache-2.0",
    ],
)
def test_gpl_agpl_and_what_is_unknown_are_not(expression: str):
    assert not permitted(expression)


def test_no_gpl_is_permitted_but_with_an_exception():
    assert [name for name in PERMITTED if "GPL" in name and "LGPL" not in name and "WITH" not in name] == []
    assert all(permitted(licence) for licence in DEBIAN.values())


def test_a_file_is_traced_to_the_wheel_it_came_from():
    # what is built into this environment's own interpreter and wheels
    found = components_of([msgspec.__file__, json.__file__, str(ROOT / "src" / "delve_desktop" / "app.py")])
    names = {one.name: one for one in found}
    assert names["msgspec"].licence == "BSD-3-Clause"
    assert "Redistribution and use" in names["msgspec"].text
    assert names["Python"].version == sys.version.split()[0]
    assert {"pyinstaller", "Noto Sans, Noto Serif"} <= set(names)
    assert "delve-desktop" not in names


def test_what_is_compiled_into_a_wheel_is_named_too():
    import sqlcipher3

    names = [one.name for one in components_of([sqlcipher3.__file__])]
    assert [f"{inner} (in sqlcipher3)" for inner, _, _ in WITHIN["sqlcipher3"]] == [
        "SQLCipher (in sqlcipher3)",
        "SQLite (in sqlcipher3)",
        "OpenSSL (in sqlcipher3)",
    ]
    assert {"SQLCipher (in sqlcipher3)", "sqlcipher3"} <= set(names)


@pytest.mark.parametrize("terms", ["GPL-3.0-only", "Anything"])
def test_a_wheel_under_other_terms_ends_the_build(terms: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(licences.WHEELS, "msgspec", terms)
    with pytest.raises(Refused, match=f"msgspec .* is under {terms}"):
        components_of([msgspec.__file__])


def test_a_library_of_nobody_ends_the_build(tmp_path: Path):
    stray = tmp_path / "libstray.so"
    stray.write_bytes(b"")
    with pytest.raises(Refused, match="belongs to no package"):
        components_of([str(stray)])


PART = Shipped("msgspec", "1.0", "BSD-3-Clause", "terms", "pkg:pypi/msgspec@1.0")


def test_the_bill_says_the_same_every_time_and_names_each_component_once():
    parts = [
        PART,
        Shipped("libz", "", "Zlib", "terms"),
        Shipped("cap", "2", "BSD-3-Clause OR GPL-2.0-only", "terms", "pkg:deb/debian/cap@2"),
    ]
    one, other = (sbom.document("1.2.0", parts, epoch=1_700_000_000, system="linux-x86_64") for _ in range(2))
    assert sbom.encoded(one) == sbom.encoded(other)
    assert one["bomFormat"] == "CycloneDX"
    assert one["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    refs = [each["bom-ref"] for each in one["components"]]
    assert len(set(refs)) == len(parts)
    assert one["dependencies"][0]["dependsOn"] == refs
    assert one["components"][2]["licenses"] == [{"expression": "BSD-3-Clause OR GPL-2.0-only"}]
    assert (
        sbom.document("1.2.1", parts, epoch=0, system="linux-x86_64")["serialNumber"] != one["serialNumber"]
    )


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    """Of every kind of component and of licence that may be in a program."""
    wheels = components_of([msgspec.__file__, json.__file__])
    debian = [
        Shipped(name, "1.2-3", terms, "terms", f"pkg:deb/debian/{name}@1.2-3?arch=amd64")
        for name, terms in DEBIAN.items()
    ]
    beside = [Shipped(name, "", terms, "terms") for _, name, terms, _ in BESIDE_PYTHON]
    permitted = [Shipped(f"under {terms}", "1", terms, "terms") for terms in sorted(PERMITTED)]
    parts = sorted({*wheels, *debian, *beside, *permitted})
    made = sbom.document("1.2.0rc1", parts, epoch=1_700_000_000, system="windows-x86_64")
    written: dict[str, Any] = json.loads(sbom.encoded(made))
    return written


def test_the_bill_follows_the_schema_of_its_format(bill):
    follows()(bill)
    ids = {
        licence["license"]["id"]
        for one in bill["components"]
        for licence in one["licenses"]
        if "license" in licence
    }
    assert ids > {"MIT", "PSF-2.0", "blessing"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda bill: bill.update(specVersion=1.6),
        lambda bill: bill.update(serialNumber="urn:uuid:1"),
        lambda bill: bill["components"][0].update(type="package"),
        lambda bill: bill["components"][0].update(licenses=[{"license": {"id": "Whatever"}}]),
        lambda bill: bill["components"][0].pop("name"),
        lambda bill: bill["components"].append(bill["components"][0]),
        lambda bill: bill["metadata"].update(author="somebody"),
    ],
)
def test_a_bill_that_does_not_would_be_found(bill, spoil):
    other = copy.deepcopy(bill)
    spoil(other)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        follows()(other)


def test_each_licence_is_written_as_spdx_has_it():
    listed = read("spdx.SNAPSHOT.schema.json")["enum"]
    names = {
        part
        for expression in (*PERMITTED, *DEBIAN.values(), *licences.WHEELS.values())
        for part in re.split(r" (?:AND|OR|WITH) ", re.sub(r"[()]", "", expression))
    }
    assert {name for name in names if name not in listed} == {
        "LicenseRef-Microsoft-redistributable",
        "LicenseRef-public-domain",
    }


def test_a_version_that_is_not_pinned_ends_the_build(tmp_path: Path):
    pins = tmp_path / "freeze.txt"
    pins.write_text("msgspec==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")
    sbom.check_pins([PART], pins)
    pins.write_text("msgspec==1.1 \\\n    --hash=sha256:00\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"1\.0 is frozen, and 1\.1 is pinned"):
        sbom.check_pins([PART], pins)


def test_the_program_reads_the_notices_as_they_are_written(tmp_path: Path):
    import notices

    target = tmp_path / "licences" / "components.json"
    notices._write(tmp_path, "licences/components.json", notices._notices([PART]))
    assert read_components(target) == [Component("msgspec", "1.0", "BSD-3-Clause", "terms")]


def test_what_the_build_itself_makes_has_no_licence_of_its_own(tmp_path: Path):
    import notices

    work = tmp_path / "work" / "delve"
    work.mkdir(parents=True)
    assert not notices._is_of_others(str(work / "base_library.zip"), work)
    assert not notices._is_of_others("built-in", work)
    assert notices._is_of_others(str(tmp_path / "libstray.so"), work)


# -- the texts that are kept here, beside those of the systems they came from -------------------


def of_debian(package: str) -> str:
    path = Path("/usr/share/doc", package, "copyright")
    if not path.is_file():
        pytest.skip(f"needs Debian's {package}")
    return path.read_text(encoding="utf-8")


def words(text: str) -> str:
    """Without what each layout puts between them."""
    return " ".join(word for word in text.split() if word != ".")


@pytest.mark.parametrize(
    "name, common", [("Apache-2.0", "Apache-2.0"), ("GPL-3.0", "GPL-3"), ("LGPL-3.0", "LGPL-3")]
)
def test_the_common_licences_are_those_of_the_system_to_the_byte(name: str, common: str):
    path = Path("/usr/share/common-licenses", common)
    if not path.is_file():
        pytest.skip("needs Debian's licences")
    assert (licences.TEXTS / f"{name}.txt").read_bytes() == path.read_bytes()


def test_the_terms_of_libffi_are_those_of_its_makers():
    text = (licences.TEXTS / "libffi.txt").read_text(encoding="utf-8")
    terms = text[text.index("Permission is hereby") :]
    assert words(terms) in words(of_debian("libffi8"))


def test_liblzma_is_under_what_debian_says_of_the_one_that_is_shipped():
    in_public_domain = "liblzma is in the public domain" in of_debian("liblzma5")
    assert DEBIAN["liblzma5"] == ("LicenseRef-public-domain" if in_public_domain else "0BSD")


def test_the_notice_of_python_names_whose_work_is_in_it():
    (python,) = [one for one in components_of([json.__file__]) if one.name == "Python"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in python.text
    for part in ("Mersenne Twister", "Modules/expat/*", "Modules/_decimal/libmpdec/*", "Python/dtoa.c"):
        assert part in python.text
    assert "Readline" not in python.text  # it is under the GPL, and left out (`left_out.MODULES`)
