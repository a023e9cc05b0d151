"""The marks within a line: Markdown -> runs and back.

Reading follows CommonMark with strike-through, by `markdown-it-py`; raw HTML is text. Writing sets as few
escapes as will do: the line is read again, and only if that gives other runs is it written with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from .blocks import Run, Runs, joined

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES: Final = ("https:", "http:", "mailto:", "delve:")
MAX_INLINE: Final = 20_000  # code points of a line that is read for marks
MAX_MARKS: Final = 1_000  # signs in a line that may be marks; a line of brackets takes quadratic time

_SIGNS: Final = re.compile(r"[\[\]*_`!<~&\\]")
_ESCAPED: Final = re.compile(r"([\\`*_\[\]<>~!&#])")
_NAMES: Final = ("bold", "italic", "struck")
_IMAGE: Final = re.compile(r"!\[[^\[\]\\\n]{0,300}\]\([^()\s\\]{1,500}\)")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("strikethrough")
    made.inline.ruler.disable(["html_inline", "newline"])
    as_it_is: Callable[[str], str] = lambda url: url  # noqa: E731 (an attribute of the parser)
    allowed: Callable[[str], bool] = lambda url: url.lower().startswith(SCHEMES)  # noqa: E731
    for name, hook in (
        ("normalizeLink", as_it_is),
        ("normalizeLinkText", as_it_is),
        ("validateLink", allowed),
    ):
        setattr(made, name, hook)
    return made


def prepare() -> None:
    """Load the parser, so that the first text does not wait for it; from any thread."""
    _parser()


def words_of_picture(run: Run) -> str | None:
    """What a picture that is shown as it is written shows, in words; None if the run is no such picture."""
    found = _IMAGE.fullmatch(run.text) if run.literal else None
    return None if found is None else run.text[2 : run.text.index("](")].strip()


def is_readable(line: str) -> bool:
    """Whether a line is short and plain enough to be read for marks in a bounded time."""
    if len(line) <= MAX_MARKS:
        return True
    return len(line) <= MAX_INLINE and len(_SIGNS.findall(line)) <= MAX_MARKS


def runs_of(line: str) -> Runs:
    """What a line of Markdown shows. A line that is not readable is literal as a whole."""
    if not is_readable(line):
        return (Run(line, literal=True),)
    if _SIGNS.search(line) is None:
        return joined([Run(line)])
    runs = _parsed(line)
    if not any(run.literal for run in runs):
        return joined(runs)
    runs, done = [], 0
    for found in _IMAGE.finditer(line):  # a picture within a line is shown as it is written
        runs += _parsed(line[done : found.start()])
        runs.append(Run(found.group(), literal=True))
        done = found.end()
    runs += _parsed(line[done:])
    return joined(runs)


def _parsed(line: str) -> list[Run]:
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(line, parser, {}, tokens)
    return list(_runs(tokens))


def _runs(tokens: list[Token]) -> Iterator[Run]:
    state: dict[str, Any] = {"bold": 0, "italic": 0, "struck": 0}
    names = {"strong": "bold", "em": "italic", "s": "struck"}
    link = ""
    for token in tokens:
        name, _, end = token.type.rpartition("_")
        looks = {key: bool(value) for key, value in state.items()}
        if name in names:
            state[names[name]] += 1 if end == "open" else -1
        elif token.type == "link_open":
            link = str(token.attrs.get("href") or "")
        elif token.type == "link_close":
            link = ""
        elif token.type == "code_inline":
            yield Run(token.content, code=True, link=link, **looks)
        elif token.type == "image":
            target = token.attrs.get("src") or ""
            yield Run(f"![{token.content}]({target})", literal=True)
        else:
            yield Run(token.content, link=link, **looks)


def source_of(runs: Runs, *, fits: Callable[[str], bool] | None = None) -> str:
    """Markdown of one line that shows these runs; `fits` says whether it may stand where it shall stand."""
    wanted = tidied(runs)
    for sign in "*_":
        for escape in (_bare, _careful, _entities):
            made = _written(wanted, escape, sign)
            if runs_of(made) == wanted and (fits is None or fits(made)):
                return made
    return _written(_simpler(wanted), _careful, "*")


def _simpler(runs: Runs) -> Runs:
    """The same words in looks that can be told apart, for the rare line in which not all can."""
    for names in (("struck",), ("struck", "italic"), _NAMES):
        made = joined([run.looking(**dict.fromkeys(names, False)) for run in runs])
        if runs_of(_written(made, _careful, "*")) == made:
            return made
    return made


def tidied(runs: Runs) -> Runs:
    """Runs whose bold, italic and struck stretches neither begin nor end with a space, as marks want it."""
    if not any(run.bold or run.italic or run.struck for run in runs):
        return joined(list(runs))
    signs: list[tuple[str, Run, dict[str, bool]]] = [
        (sign if not (run.code or run.literal) else "x", run, dict.fromkeys(_NAMES, False))
        for run in runs
        for sign in run.text
    ]
    for name in _NAMES:
        start = 0
        while start < len(signs):
            end = start
            while end < len(signs) and _goes_on(signs[start][1], signs[end][1], name):
                end += 1
            low, high = start, end
            while low < high and signs[low][0].isspace():
                low += 1
            while high > low and signs[high - 1][0].isspace():
                high -= 1
            for each in signs[low:high]:
                each[2][name] = getattr(signs[start][1], name)
            start = max(end, start + 1)
    made: list[Run] = []
    at = 0
    for run in runs:
        looks = [each[2] for each in signs[at : at + len(run.text)]]
        at += len(run.text)
        for start, end in _stretches(looks):
            text = run.text[start:end]
            made.append(Run(text, code=run.code, link=run.link, literal=run.literal, **looks[start]))
    return joined(made)


def _stretches(looks: list[dict[str, bool]]) -> Iterator[tuple[int, int]]:
    """Where neighbours of one look begin and end."""
    start = 0
    for at in range(1, len(looks) + 1):
        if at == len(looks) or looks[at] != looks[start]:
            yield start, at
            start = at


def _goes_on(first: Run, run: Run, name: str) -> bool:
    return getattr(run, name) == getattr(first, name) and run.link == first.link


def _bare(text: str) -> str:
    return text


def _careful(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", text)


def _entities(text: str) -> str:
    """All escaped, and the first and last sign as numbers: beside those, marks open and close anywhere."""
    if not text:
        return text
    if len(text) == 1:
        return f"&#{ord(text)};"
    return f"&#{ord(text[0])};{_careful(text[1:-1])}&#{ord(text[-1])};"


def _written(runs: Runs, escape: Callable[[str], str], italic: str) -> str:
    out: list[str] = []
    active: list[str] = []  # looks that are open, the last one within the others
    link = ""
    marks = {"bold": "**", "italic": italic, "struck": "~~"}
    for at, run in enumerate(runs):
        wanted = [name for name in _NAMES if getattr(run, name)]
        if run.link != link:
            out += _closed(active, 0, marks)
            out += [f"]({_address(link)})"] if link else []
            out += ["["] if run.link else []
            link = run.link
        keep = 0
        while keep < len(active) and active[keep] in wanted:
            keep += 1
        out += _closed(active, keep, marks)
        opened = sorted(set(wanted) - set(active), key=lambda name: (-_lasts(runs, at, name), name))
        out += [marks[name] for name in opened]
        active += opened
        out.append(_inner(run, escape))
    out += _closed(active, 0, marks)
    return "".join([*out, f"]({_address(link)})"] if link else out)


def _inner(run: Run, escape: Callable[[str], str]) -> str:
    if run.literal:
        return run.text
    return _code(run.text) if run.code else escape(run.text)


def _closed(active: list[str], keep: int, marks: dict[str, str]) -> list[str]:
    closed = [marks[name] for name in active[keep:][::-1]]
    del active[keep:]
    return closed


def _lasts(runs: Runs, at: int, name: str) -> int:
    """Up to which run a look stays: the one that stays longest is opened first."""
    end = at
    while end < len(runs) and getattr(runs[end], name) and runs[end].link == runs[at].link:
        end += 1
    return end


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _address(link: str) -> str:
    if re.search(r"[\s()<>\\]", link) is None:
        return link
    return "<" + re.sub(r"([<>\\])", r"\\\1", link.replace("\n", " ")) + ">"
