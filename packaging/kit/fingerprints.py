"""The sheet to print and hand on apart from the stick: what the files and keys of a kit look like.

One page of A4 in four languages. The short form of a sum is its first and last eight digits: enough to find a
file that is not the right one by mistake; against somebody who tries, the whole one is there.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final

from delve_desktop.crypto.words import LISTS
from delve_desktop.services.kit.keys import KitKeys
from delve_desktop.services.kit.manifest import KitFile
from kit_keys import fingerprint, words_of

_TITLES: Final = "Fingerprints · Empreintes · Huellas · Impressões digitais"
_ADVICE: Final = {
    "en": "Compare these with what your computer shows, digit by digit."
    " Trust this paper only if it came to you by another way than the stick.",
    "fr": "Comparez avec ce que montre votre ordinateur, chiffre par chiffre."
    " Ne vous fiez à ce papier que s’il vous est parvenu par un autre chemin que la clé USB.",
    "es": "Compare con lo que muestra su computadora, dígito por dígito."
    " Confíe en este papel solo si le llegó por otro camino que la memoria USB.",
    "pt": "Compare com o que o seu computador mostra, dígito por dígito."
    " Confie neste papel só se ele chegou por outro caminho que não o pendrive.",
}
_ALARM: Final = (
    "DEVELOPMENT KIT, NOT FOR USE · KIT DE DÉVELOPPEMENT, NE PAS UTILISER · KIT DE DESARROLLO, NO USAR ·"
    " KIT DE DESENVOLVIMENTO, NÃO USAR"
)
_STYLE: Final = """
@page { size: A4; margin: 12mm; }
body { font-family: Arial, "DejaVu Sans", sans-serif; font-size: 9pt; color: #000; margin: 0 auto;
  max-width: 186mm; }
h1 { font-size: 15pt; margin: 0 0 2mm; } h2 { font-size: 11pt; margin: 4mm 0 1mm; }
p { margin: 1mm 0; } table { border-collapse: collapse; width: 100%; }
td, th { border: 0.5pt solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
code { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 8pt; }
.alarm { border: 2pt solid #000; padding: 2mm; font-weight: bold; }
tr { page-break-inside: avoid; }
"""
# what somebody compares before anything on the stick is run, then what is installed
_FIRST: Final = ("verify.exe", "verify-linux-x86_64", "verify.sh")


def sheet(version: str, number: int, date: str, keys: KitKeys, files: Sequence[KitFile]) -> bytes:
    """The page in HTML; `files` are those of the kit, of which the programs are shown, and `date` a label."""
    alarm = f'<p class="alarm">{_ALARM}</p>\n' if keys.channel != "release" else ""
    shown = [one for one in files if one.path in _FIRST or _is_program(one.path)]
    shown.sort(key=lambda one: (_FIRST.index(one.path) if one.path in _FIRST else len(_FIRST), one.path))
    advice = "".join(f'<p lang="{code}">{html.escape(text)}</p>\n' for code, text in _ADVICE.items())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>Delve {version}: fingerprints</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Delve {version} · {_TITLES}</h1>\n{alarm}<p>{date} · MANIFEST number {number}</p>\n{advice}"
        f"<h2>SHA-256</h2>\n<table>\n{''.join(map(_file_row, shown))}</table>\n"
        f"<h2>Ed25519, generation {keys.generation}</h2>\n<table>\n"
        f"{_key_row('release', keys.release)}{_key_row('offline', keys.offline)}</table>\n</body>\n</html>\n"
    ).encode()


def _is_program(path: str) -> bool:
    return path.endswith((".exe", ".run", ".deb", ".whl", ".dmg", ".zip"))


def _file_row(one: KitFile) -> str:
    digits = one.digest.hex()
    groups = " ".join(digits[at : at + 8] for at in range(0, 64, 8))
    size = f"{one.size:,}".replace(",", " ")
    return (
        f"<tr><td><b>{html.escape(one.path)}</b><br>{size} bytes</td>"
        f"<td><b><code>{digits[:8]} … {digits[-8:]}</code></b><br><code>{groups}</code></td></tr>\n"
    )


def _key_row(kind: str, key: bytes) -> str:
    words = "<br>".join(f"{language}: {' '.join(words_of(key, language))}" for language in LISTS)
    return f"<tr><td><b>{kind}</b><br>{words}</td><td><code>{' '.join(fingerprint(key))}</code></td></tr>\n"
