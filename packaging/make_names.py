"""Writes `resources/vocabularies/names-<language>.json` anew: names of countries, languages and currencies.

They come from Unicode's CLDR through Babel, which only this script needs. The same Babel writes the same
bytes. The codes are those of ISO 3166-1 (alpha-2), of BCP 47 (every two-letter code, and the three-letter
ones spoken in mining regions that CLDR has a name for) and of ISO 4217 (money in use today).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from babel import Locale
from babel.core import get_global

FOLDER: Final = Path(__file__).parents[1] / "resources" / "vocabularies"
OFFERED: Final = ("en", "fr", "es", "pt")
NOT_COUNTRIES: Final = frozenset(
    # reserved or private in ISO 3166-1: Ascension, Sark, the European Union, Kosovo, test locales ...
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
SPOKEN: Final = {
    "East and Central Africa": "luo luy kam guz mer kln mas saq teo ach xog nyn cgg suk nym lag sbp kde lua"
    " lol sid wal tig gez ssy din nus fan ewo bax",
    "West Africa": "mos dyu nqo snk srr sus kpe vai kri men tem fat gaa ada gur fon efi ibb tiv pcm dje ses"
    " khq twq kea dyo bin nzi tmh",
    "Southern Africa": "bem tum loz lun yao seh vmw mgh kmb umb naq nso swb mfe crs",
    "the Americas": "arn guc quc qug zap pap srn jam gon ter kgp yrl arw car cay",
    "Asia-Pacific": "fil ceb ilo bik war pag hil pam ban bjn mad min ace bug mak sas iba nia gor tet tpi pis"
    " kac shn sat raj bho mni kok bua sah tyv kru mag lus kha hnj hmn trv dtp bal khw tcy",
}


def countries(locale: Locale) -> dict[str, str]:
    """Code to name, by code."""
    names = {str(code): name for code, name in locale.territories.items()}
    codes = {code for code in names if len(code) == 2 and code.isalpha()} - NOT_COUNTRIES
    return {code: names[code] for code in sorted(codes)}


def languages(locale: Locale) -> dict[str, str]:
    """Code to name, by code; where this language has no name for one, it is left out."""
    wanted = {code for code in map(str, Locale.parse("en").languages) if len(code) == 2}
    wanted.update(*(codes.split() for codes in SPOKEN.values()))
    return {code: locale.languages[code] for code in sorted(wanted) if code in locale.languages}


def currencies(locale: Locale) -> dict[str, str]:
    """Code to name, by code, of what is legal tender somewhere and not withdrawn; as `languages`."""
    tenders = [row for rows in get_global("territory_currencies").values() for row in rows]
    in_use = {str(code) for code, _since, until, tender in tenders if tender and until is None}
    return {code: locale.currencies[code] for code in sorted(in_use) if code in locale.currencies}


def main() -> int:
    """Write the files; 0 when that went well."""
    for language in OFFERED:
        locale = Locale.parse(language)
        names = {
            "countries": countries(locale),
            "languages": languages(locale),
            "currencies": currencies(locale),
        }
        text = json.dumps(names, ensure_ascii=False, indent=1) + "\n"
        (FOLDER / f"names-{language}.json").write_text(text, encoding="utf-8", newline="\n")
        print(f"names-{language}.json: {', '.join(f'{len(some)} {name}' for name, some in names.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
