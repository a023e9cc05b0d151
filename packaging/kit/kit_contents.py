"""What lies in a kit beside START-HERE and the programs that check it."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

from delve_desktop.interchange import jsonlines, markdown, vcard
from delve_desktop.interchange.items import Item
from delve_desktop.services.kit.paths import is_allowed
from start_here import WIDTH, page

ROOT: Final = Path(__file__).parents[2]
LANGUAGES: Final = ("en", "fr", "es", "pt")
# what is in START-HERE, how its file is called in `dist/`, and where it goes in the kit
INSTALLERS: Final = {
    "windows": ("Delve-{version}-setup.exe", "windows"),
    "run": ("Delve-{version}-linux-x86_64.run", "linux"),
    "deb": ("delve_{version}_amd64.deb", "linux"),
    "wheel": ("delve_desktop-{version}-py3-none-any.whl", "server"),
}
_HELP_TITLES: Final = {"en": "Help", "fr": "Aide", "es": "Ayuda", "pt": "Ajuda"}
_KINDS: Final = ("practices", "people", "associations", "notes", "adoptions", "comments")


def add_installers(kit: Path, dist: Path, version: str) -> dict[str, str]:
    """Copy what lies in `dist/`; returns where each lies in the kit, empty for what is missing."""
    found = {}
    for name, (pattern, folder) in INSTALLERS.items():
        source = dist / pattern.format(version=version)
        found[name] = f"{folder}/{source.name}" if source.is_file() else ""
        if found[name]:
            _copy(source, kit / folder / source.name)
    return found


def add_help(kit: Path, resources: Path) -> None:
    """Every page of the help as a page of its own, by language, with the pictures."""
    for language in LANGUAGES:
        folder = kit / "help" / language
        folder.mkdir(parents=True)
        contents = []
        for source in sorted((resources / "help" / language).glob("*.md")):
            text = source.read_text(encoding="utf-8")
            title = text.partition("\n")[0].removeprefix("# ").strip()
            contents.append(f'<li><a href="{source.stem}.html">{html.escape(title)}</a></li>\n')
            (folder / f"{source.stem}.html").write_bytes(page(language, title, _help_body(text, language)))
        title = _HELP_TITLES[language]
        body = f"<h1>Delve: {title}</h1>\n<ul>\n{''.join(contents)}</ul>\n"
        (folder / "index.html").write_bytes(page(language, title, body))
        for picture in sorted((resources / "help" / "pictures" / language).glob("*.png")):
            _copy(picture, kit / "help" / "pictures" / language / picture.name)


def add_samples(kit: Path, resources: Path) -> None:
    """The sample library as `delve import` takes it; contacts and practices in other forms too."""
    source, folder = resources / "sample", kit / "samples"
    for name in ("README.md", *(f"{kind}.jsonl" for kind in _KINDS)):
        _copy(source / name, folder / name)
    contacts = [*_items(source / "associations.jsonl"), *_items(source / "people.jsonl")]
    (folder / "contacts.vcf").write_bytes(b"".join(vcard.write(one)[0] for one in contacts))
    (folder / "practices").mkdir()
    for one in _items(source / "practices.jsonl"):
        (folder / "practices" / f"{one.origin.rpartition('/')[2]}.md").write_bytes(markdown.write(one))


def add_licences(kit: Path, dist: Path, checkers: Mapping[str, str]) -> None:
    """The licence of Delve, those of what checks the kit, and the notices that the frozen programs carry.

    Lists of parts for machines (CycloneDX) that lie in `dist/` go beside them.
    """
    folder = kit / "licences"
    _copy(ROOT / "LICENSE", folder / "Delve.txt")
    for name, text in checkers.items():
        (folder / f"verify-{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    for system in ("linux", "windows"):
        for source in sorted((dist / system).rglob("licences/components.json")):
            (folder / f"Delve-for-{system}.txt").write_bytes(_notices(source))
    for source in sorted(dist.glob("*.cdx.json")):
        _copy(source, folder / source.name)


def add_server(kit: Path) -> None:
    """The unit, the container file and the examples, what pip needs, and the page for whoever runs a hub."""
    folder = kit / "server"
    for source in sorted((ROOT / "packaging" / "server").iterdir()):
        if source.is_file() and is_allowed(f"server/{source.name}"):
            _copy(source, folder / source.name)
    _copy(ROOT / "requirements" / "server.txt", folder / "requirements.txt")
    text = (ROOT / "docs" / "run-a-hub.md").read_text(encoding="utf-8")
    body = MarkdownIt("commonmark").enable("table").render(text)
    body = re.sub(r'<a href="[\w-]+\.md">(.*?)</a>', r"\1", body)  # those pages are not in the kit
    (folder / "run-a-hub.html").write_bytes(page("en", "Run a hub", body))


def _notices(source: Path) -> bytes:
    """What a frozen program says of its parts, for Notepad."""
    rule = "\n" + "-" * WIDTH + "\n\n"
    parts = (
        f"{one['name']} {one['version']}: {one['licence']}\n\n{one['text'].strip()}\n"
        for one in json.loads(source.read_text(encoding="utf-8"))
    )
    text = "\n".join(rule.join(parts).splitlines()) + "\n"
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def _help_body(text: str, language: str) -> str:
    body: str = MarkdownIt("commonmark").enable("table").render(text)
    body = body.replace('src="pictures/', f'src="../pictures/{language}/')
    return re.sub(r'href="([\w-]+)\.md(#[^"]*)?"', r'href="\1.html\2"', body)


def _items(path: Path) -> Iterator[Item]:
    for _, item in jsonlines.read(io.BytesIO(path.read_bytes()), path.name):
        yield item


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
