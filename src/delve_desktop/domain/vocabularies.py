"""The lists of terms that fields choose from: own ones whole, those of ISO and the IETF by their form.

A term is a short code that is stored and travels; what people read for it, in their language, lies in
`resources/vocabularies`. In an *open* list a person's own words may stand beside the terms. Terms are
never renamed or reused: laptops far away hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of terms. `name` is that of its file of words; `terms` are in the order they are offered."""

    name: str
    terms: tuple[str, ...]
    open: bool = False


THEMES: Final = Vocabulary(
    "themes",
    (
        "formalisation",
        "health",  # health and safety
        "mercury",  # and other chemicals
        "environment",
        "gender",  # and child labour
        "finance",
        "market",  # and due diligence
        "organisation",  # and advocacy
        "emergency",
    ),
    open=True,
)
MINERALS: Final = Vocabulary(
    "minerals",
    (
        *("gold", "silver", "tin", "tantalum", "tungsten", "cobalt", "copper", "lithium", "manganese"),
        *("chromite", "iron", "lead", "zinc", "diamond", "ruby", "sapphire", "emerald", "tanzanite"),
        *("tourmaline", "garnet", "amethyst", "aquamarine", "opal", "jade", "amber", "gemstones"),
        *("salt", "sand", "gravel", "stone", "marble", "limestone", "clay", "gypsum", "mica"),
        *("graphite", "barite", "fluorspar", "phosphate", "pumice", "coal"),
    ),
    open=True,
)
STAGES: Final = Vocabulary("stages", ("prospect", "extract", "process", "trade", "close"))
MATURITIES: Final = Vocabulary("maturities", ("idea", "promising", "good", "established"))
STATES: Final = Vocabulary(
    "states", ("draft", "submitted", "needs-answer", "accepted", "published", "superseded")
)
SENSITIVITIES: Final = Vocabulary("sensitivities", ("open", "members", "personal"))
RESULTS: Final = Vocabulary("results", ("works", "works-with-changes", "did-not-work", "too-early"))
CATEGORIES: Final = Vocabulary("categories", ("person", "association", "cooperative", "agency", "supplier"))
LICENCES: Final = Vocabulary(
    "licences", ("cc0", "cc-by", "cc-by-sa", "cc-by-nc", "members-only", "ask-first")
)
CONSENTS: Final = Vocabulary("consents", ("nobody-shown", "spoken", "written", "not-asked"))
WAYS: Final = Vocabulary(
    "ways",  # what a number, an e-mail or an address is for, by the words of vCard (RFC 6350, 6.4.1)
    ("cell", "home", "work", "voice", "text", "fax", "pager", "video", "textphone", "pref", "whatsapp"),
    open=True,
)

VOCABULARIES: Final = (
    *(THEMES, MINERALS, STAGES, MATURITIES, STATES, SENSITIVITIES, RESULTS, CATEGORIES, LICENCES),
    *(CONSENTS, WAYS),
)
