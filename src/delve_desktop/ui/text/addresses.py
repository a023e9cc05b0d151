"""Where a link leads: what is opened, what is said before, and links whose words say something else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QUrl

from .blocks import Form, Run

OPENED: Final = frozenset({"https", "mailto"})
KEPT: Final = frozenset({"https", "http", "mailto"})  # what a link may be set to; http is not opened
MAX_ADDRESS: Final = 2_000

_HOST_IN_WORDS: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,24}\b", re.UNICODE)
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+$")
_CONTROLS: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_OVERRIDES: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads. `shown` is safe to put into a sentence; `host` is what is asked for."""

    shown: str
    host: str
    opens: bool  # whether Delve hands it on to the system, after asking


def target_of(url: QUrl) -> Target:
    """What to tell of an address before anything is done with it."""
    scheme = url.scheme().lower()
    written = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)[:MAX_ADDRESS]
    if scheme == "mailto":
        whom = url.path(QUrl.ComponentFormattingOption.FullyDecoded)
        mail = _CONTROLS.sub("", whom)
        return Target(isolated(mail), mail.rpartition("@")[2], opens=_MAIL.match(mail) is not None)
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    opens = scheme in OPENED and bool(host) and not url.userInfo() and url.isValid()
    return Target(isolated(written), host, opens)


def typed_address(typed: str) -> str | None:
    """The address that a person meant, or None if a link may not lead there."""
    address = _CONTROLS.sub("", typed.strip())
    if _MAIL.match(address) and ":" not in address:
        address = f"mailto:{address}"
    elif "://" not in address and ":" not in address.split("/")[0] and _HOST_IN_WORDS.match(address):
        address = f"https://{address}"
    url = QUrl(address)
    if len(address) > MAX_ADDRESS or not url.isValid() or url.scheme().lower() not in KEPT:
        return None
    if url.scheme().lower() != "mailto" and not url.host():
        return None
    return address if re.search(r"\s", address) is None else None


def is_deceptive(words: str, link: str) -> bool:
    """Whether the words of a link name another host than the one it leads to, or hide what they say."""
    host = target_of(QUrl(link)).host.lower()
    if _CONTROLS.search(words) or (host and mixes_scripts(QUrl(link).host())):
        return True
    named = [found.group().lower() for found in _HOST_IN_WORDS.finditer(words)]
    same = [name for name in named if QUrl(f"https://{name}").host(_ENCODED) in (host, f"www.{host}")]
    looks_like_one = [name for name in named if "/" in words or name == words.strip().lower() or "@" in words]
    return bool(looks_like_one) and not same and not any(f"www.{name}" == host for name in named)


_ENCODED: Final = QUrl.ComponentFormattingOption.FullyEncoded


def mixes_scripts(host: str) -> bool:
    """Whether one label of a host has letters of several scripts, as look-alikes have."""
    for label in (
        QUrl.fromAce(host.encode("ascii", "ignore")).split(".") if host.isascii() else host.split(".")
    ):
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in label if sign.isalpha()}
        if len(scripts - {"CJK", "HIRAGANA", "KATAKANA"}) > 1:
            return True
    return False


def unmasked(form: Form) -> Form:
    """A block in which every deceptive link is followed by the host it leads to."""
    if not any(run.link for run in form.runs):
        return form
    made: list[Run] = []
    for at, run in enumerate(form.runs):
        made.append(run)
        last = at + 1 == len(form.runs) or form.runs[at + 1].link != run.link
        words = "".join(each.text for each in form.runs if each.link == run.link)
        if run.link and last and is_deceptive(words, run.link):
            host = target_of(QUrl(run.link)).host or run.link[:60]
            made.append(Run(f" ⟪{host}⟫", bold=True))
    return replace(form, runs=tuple(made))


def isolated(text: str) -> str:
    """A name or an address that leaves the direction of what stands around it alone."""
    return f"\u2068{_OVERRIDES.sub('', text)}\u2069" if _needs_isolating(text) else text


def _needs_isolating(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text) or bool(
        _OVERRIDES.search(text)
    )
