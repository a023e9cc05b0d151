"""Markdown to test with: every text of the sample records, odd ones, and a strategy for generated ones."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import strategies as st

from delve_desktop.settings import resources_dir

ODD = [
    "",
    "\n",
    "\n\n \n\t\n",
    "one\ntwo\n\nthree\n",
    "  two spaces\n    four spaces\n\ttab\n \u00a0hard",
    "trailing  \nbackslash\\\nnext",
    "Title\n=====\nOther\n-----\nthen",
    "- a\n  - b\n    - c\n\t- d\n* e\n+ f\n-\n- \n-g",
    "1. a\n2. b\n   - c\n10) d\n999999999. e\n1234567890. f\n1.\n1.x",
    "> q\n>> r\n> > s\n>t\n>",
    "# a #\n## b ##\n###### c\n####### d\n#e\n#",
    "```py\ncode *x*\n\n```\nafter",
    "~~~\n```\n~~~\n```\nopen\n\n\n",
    "`````\n```\n`````",
    "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n\n| 4 | 5 |",
    "a | b\n--|:-:\n`x|y` | z \\| w\ntext",
    "| a |\n|---|\n| 1 | 2 |",
    "|---|---|\n| a |\n---",
    "***\n---\n___\n- - -\n* * *",
    "![a](delve:one)\n![a](delve:one) ![b](delve:two)\n![far](https://example.org/x.png) text",
    "[![x](http://h/x.png)](https://example.org) `![a](b)` \\![c](d)",
    "<script>alert(1)</script>\n<img src=x>\n<!-- a\nb -->",
    "**bold** *it* __b__ _i_ ***both*** ~~s~~ `c` ``d`e``",
    "snake_case 5 * 3 * 2 a**b**c **中文。**中文 **a **b",
    '[l](https://x.org) [t](https://x.org "title") <https://y.org> [r][1]\n[1]: https://z.org',
    "[l](<a b>) [j](javascript:x) [d](data:image/png;base64,x) [u](//host/x)",
    "\\* \\# \\[x\\] &amp; &nbsp; &#42; &bogus;",
    "a\r\nb\r\n\r\n- c\r",
    "x\u2028y\u2029z\ufffcw\ufdd0v\ufdd1\x00u\x0bv\x0c",
    "⟦1⟧\nmine\n⟦2⟧\ntheirs\n⟦=⟧\nafter ⟦1⟧",
    "Сэтгэл ханамж ᠮᠣᠩᠭᠣᠯ مرحبا بالعالم e\u0301 👩🏽‍🌾🇰🇪 \U0001f600 نقد **عربي** نص",
    "- [ ] todo\n- [x] done",
    "line\n\n\n\nfar\n \nspace between",
    "\ufeffbom\n\u200bzero",
]


@cache
def sample_texts() -> tuple[str, ...]:
    """Every string of the sample records that may be a long text."""
    found: list[str] = []
    for file in sorted((resources_dir() / "sample").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found += [value for value in _strings(json.loads(line)) if "\n" in value or len(value) > 60]
    return tuple(found)


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [string for each in inner for string in _strings(each)]


_PIECES = st.sampled_from(
    [
        *"*_`~[]()<>!#|\\-+.>=& \t",
        "**", "``", "1. ", "- ", "> ", "## ", "```", "|---|", "\n", "\n", "\n\n", "  \n", "\r",
        "wash", "hands", "😀", "e\u0301", "ᠮᠣᠩ", "مرحبا", "\u00a0", "\u2028", "\u2029", "\ufffc",
        "⟦1⟧", "⟦=⟧",
        "[a](https://x.org)", "![b](delve:id)", "| a | b |\n|---|---|\n| 1 | 2 |\n", "&amp;", "\U0010ff00",
    ]
)  # fmt: skip
MARKDOWN = st.one_of(
    st.lists(_PIECES, max_size=40).map("".join),
    st.lists(st.sampled_from(ODD), max_size=4).map("\n".join),
    st.text(st.characters(codec="utf-8"), max_size=60),
)
