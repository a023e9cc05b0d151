"""Made-up records in five languages: the same seed gives the same records.

A record is about 600 bytes of JSON. Words are chosen unevenly, with names, numbers and rare forms
between them, so that the text compresses as real prose does and not more.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

SEED: Final = 20240601

_WORDS: Final = {
    "en": """
        the miners washed ore near the river and agreed on a new hand pump for clean water the association
        bought gloves masks and a small furnace after the visit mercury was replaced by borax in three
        villages training went well prices fell this week so the group keeps its gold until the cooperative
        sells together permit renewed tunnel timbered after rain emergency fund paid for medicine women lead
        the sorting
    """,
    "fr": """
        les mineurs ont lavé le minerai près de la rivière et l'association a acheté des gants des masques
        un petit four après la visite le mercure a été remplacé par le borax dans trois villages la
        formation s'est bien passée prix en baisse coopérative vente commune permis renouvelé galerie étayée
        après la pluie caisse de secours médicaments femmes trieuses réunion prévue forêt santé éducation
    """,
    "es": """
        los mineros lavaron el mineral cerca del río y la asociación compró guantes mascarillas un pequeño
        horno después de la visita el mercurio fue sustituido por bórax en tres comunidades la capacitación
        salió bien bajó el precio venta conjunta de la cooperativa permiso renovado túnel apuntalado lluvia
        fondo de emergencia medicinas señoras niños compañía reunión próxima montaña
    """,
    "pt": """
        os garimpeiros lavaram o minério perto do rio e a associação comprou luvas máscaras um pequeno forno
        depois da visita o mercúrio foi substituído por bórax em três aldeias a formação correu bem o preço
        desceu venda conjunta da cooperativa licença renovada galeria escorada após a chuva fundo de
        emergência medicamentos mulheres crianças reunião próxima informação atenção
    """,
    "sw": """
        wachimbaji waliosha mawe karibu na mto na chama kilinunua glavu barakoa na tanuru dogo baada ya
        ziara zebaki ilibadilishwa na boraksi katika vijiji vitatu mafunzo yalikwenda vizuri bei imeshuka
        ushirika unauza pamoja kibali kimeongezwa shimo limeimarishwa mvua mfuko wa dharura dawa akina mama
        watoto mkutano ujao maji safi afya
    """,
}
_FIRST_NAMES: Final = """
    Aïssatou Benedita Chantal Désiré Esperança Fidèle Graça Honoré Ibrahim Joaquín Kwame Lucía Mwajuma
    Noé Olívia Paciência Rokia Salomé Tawia Ulises Valentín Winnie Xoán Yawa Zawadi
"""
_LAST_NAMES: Final = """
    Acuña Balthazar Cissé Dlamini Échevarría Fofana Guimarães Hounsou Iñíguez Jeremías Kibwana Lourenço
    Mbemba Núñez Ouédraogo Peña Rakoto Sepúlveda Tchakounté Urrutia Valverde Wambui Yáñez Zongo
"""
_FIRST: Final = _FIRST_NAMES.split()
_LAST: Final = _LAST_NAMES.split()
_KINDS: Final = ("note", "note", "note", "contact", "practice")
_COUNTRIES: Final = (33, 34, 351, 254, 255, 52)
_MEAN_LENGTH: Final = 440  # bytes of text
_SPREAD: Final = 110

Record = dict[str, Any]


def records(count: int, seed: int = SEED) -> Iterator[Record]:
    """`count` records: id, kind, lang, name, phone, updated, body."""
    chance = random.Random(seed)
    words = {lang: text.split() for lang, text in _WORDS.items()}
    updated = 1_700_000_000_000
    for _ in range(count):
        lang = chance.choice(tuple(words))
        updated += chance.randrange(1_000, 600_000)
        yield {
            "id": f"{chance.getrandbits(128):032x}",
            "kind": chance.choice(_KINDS),
            "lang": lang,
            "name": f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
            "phone": f"+{chance.choice(_COUNTRIES)} {chance.randrange(10**8, 10**9)}",
            "updated": updated,
            "body": _prose(chance, words[lang]),
        }


def from_file(path: Path, count: int) -> list[Record]:
    """The first records of a file of JSON lines with the same keys."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line, _ in zip(file, range(count), strict=False)]


def as_json(some: Iterable[Record]) -> bytes:
    """The records as compact JSON lines."""
    return "".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in some).encode()


def as_import(some: Iterable[Record]) -> bytes:
    """What `delve import` takes: name as title, body as text, phone as a scalar."""
    return as_json(
        {"kind": one["kind"], "title": one["name"], "text": one["body"], "phone": one["phone"]}
        for one in some
    )


def _prose(chance: random.Random, words: list[str]) -> str:
    target = max(200, int(chance.gauss(_MEAN_LENGTH, _SPREAD)))
    parts: list[str] = []
    length = 0
    begins = True
    while length < target:
        word = _word(chance, words)
        if begins:
            word = word[:1].upper() + word[1:]
        begins = False
        if chance.random() < 0.08:
            word += chance.choice("..,")
            begins = word.endswith(".")
        parts.append(word)
        length += len(word.encode()) + 1
    return " ".join(parts)


def _word(chance: random.Random, words: list[str]) -> str:
    """A word of the language, the first ones more often; now and then a name, a number or a rare form."""
    kind = chance.random()
    if kind < 0.06:
        return chance.choice(_FIRST)
    if kind < 0.10:
        return chance.choice(_LAST)
    if kind < 0.145:
        return str(chance.randrange(1, 99_999))
    frequent = chance.random() < 0.35
    word = (
        words[min(int(chance.paretovariate(0.7)) - 1, len(words) - 1)] if frequent else chance.choice(words)
    )
    return word + "".join(chance.choices("aeioumnrst", k=2)) if kind < 0.25 else word
