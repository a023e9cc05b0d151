"""What the clipboard brings -> blocks: bold, italic, headings, lists, tables, links, and nothing else.

HTML of word processors, mail, chats and the web is read as text with a few marks; styles, scripts, pictures
and everything that would have to be fetched are left out. Size and depth are bounded before and while it
is read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Final

from .blocks import Form, Kind, Run, Runs, joined
from .inline import MAX_INLINE, tidied
from .lines import MAX_CELLS, MAX_COLUMNS, blocks_of
from .pasted import Loss, Pasted

MAX_PASTED: Final = 2_000_000  # characters of HTML; word processors wrap little text into much of it
MAX_TEXT: Final = 60_000  # code points that come out
MAX_BLOCKS: Final = 2_000
MAX_TAGS: Final = (
    20_000  # that are read for what they mean; a word processor makes a third of them on 30 pages
)
MAX_RUNS: Final = 200  # stretches of one look in a line, which is read again if they are not many more
MAX_LINK: Final = 2_000  # characters of an address
MAX_LOOKS: Final = 3_000  # of such stretches in all: laying each out takes time in which nobody can type
LINKS: Final = ("https://", "http://", "mailto:")

_SPACE: Final = re.compile(r"[ \t\n\r\f\u00a0]+")
_SKIPPED: Final = frozenset(
    {"script", "style", "head", "title", "svg", "math", "object", "iframe", "template", "noscript", "select"}
)
_PARTS: Final = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "address", "ul", "ol", "table", "tr", "td"}
    | {"th", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "body", "hr"}
)
_LOOKS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
    "code": "code",
    "tt": "code",
}
_WORD_LIST: Final = re.compile(r"mso-list:\s*\w+\s+level(\d)", re.IGNORECASE)
_WORD_SIGN: Final = re.compile(r"^\s*(?:(\d{1,3})[.)]|[\u00b7\u2022\u25aao§\uf0b7\uf0a7-])(?:\s+|$)")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>", re.DOTALL)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_LINK: Final = re.compile(r"</?a(?:[\s/][^<>]*)?>", re.IGNORECASE)
_LOOK: Final = re.compile(
    r"</?(?:b|big|em|font|i|small|span|strong|sub|sup|u)(?:[\s/][^<>]*)?>", re.IGNORECASE
)
# a "<" that begins no tag: the parser of Python would look from each to the end of the text for one
_STRAY: Final = re.compile(r"<(?!/?[a-zA-Z][^<>]*>)")


def pasted_plain(text: str, loss: Loss = Loss.NOTHING) -> Pasted:
    """Plain text keeps its lines; what is Markdown in it is taken for it, as people send it in chats.

    `loss` is what was left out of it before.
    """
    lines = text[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    forms = [block.form for block in blocks_of(lines).blocks]
    return Pasted(forms, loss | (Loss.WORDS if text[MAX_TEXT:].strip() else Loss.NOTHING))


def pasted_html(html: str) -> Pasted:
    """The blocks of a piece of HTML; none where it holds no text."""
    if len(html) > MAX_PASTED:
        return Pasted([], Loss.LOOKS)
    html = _STRAY.sub("&lt;", _COMMENT.sub("", html))
    loss = Loss.NOTHING
    for missed in (_LOOK, _LINK):  # the first is missed least
        if html.count("<") > MAX_TAGS:
            html, loss = missed.sub("", html), Loss.LOOKS
    if html.count("<") > MAX_TAGS:
        forms, loss = pasted_plain(_words_of(html), loss)
        return Pasted(forms[:MAX_BLOCKS], loss | (Loss.WORDS if forms[MAX_BLOCKS:] else Loss.NOTHING))
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Pasted(reader.finished(), loss | reader.loss)


def _words_of(html: str) -> str:
    """The text alone, a line a part."""
    found: list[str] = []
    at, skipped = 0, ""
    for tag in _TAG.finditer(html):
        if not skipped:
            found.append(_SPACE.sub(" ", html[at : tag.start()]))
        at, name = tag.end(), tag[2].lower()
        if skipped:
            skipped = "" if tag[1] and name == skipped else skipped
        elif name in _SKIPPED and not tag[1]:
            skipped = name
        elif name in _PARTS or name == "br":
            found.append("\n")
    if not skipped:
        found.append(_SPACE.sub(" ", html[at:]))
    lines = unescape("".join(found)).split("\n")
    return "\n\n".join(line.strip() for line in lines if line.strip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._forms: list[Form] = []
        self._runs: list[Run] = []
        self._head = Form(Kind.PARAGRAPH)
        self._looks: list[tuple[str, dict[str, object]]] = []  # open elements that change how text looks
        self._lists: list[tuple[Kind, int]] = []  # kind, and the number of the next item
        self._skipped: list[str] = []
        self._rows: list[list[Runs]] | None = None  # of the table that is open
        self._cell = False
        self._inner = 0  # tables within the table: their cells count as text
        self._size = 0
        self._stretches = 0  # of one look, in all; those of the line are `_in_line`
        self._in_line = 0
        self._pre = 0
        self._code = ""
        self.loss = Loss.NOTHING
        self._word = False  # within an item as word processors write them: a paragraph with a sign

    # -- elements --------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped.append(tag)
        if self._skipped or len(self._forms) >= MAX_BLOCKS:
            return
        named = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._end_line()
        elif tag in _PARTS:
            self._start_part(tag, named)
        else:
            self._start_look(tag, named)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ("br", "img", "hr"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if tag in _PARTS:
            self._end_part(tag)
            return
        for at in range(len(self._looks) - 1, -1, -1):
            if self._looks[at][0] == tag:
                del self._looks[at:]
                return

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        room = max(0, MAX_TEXT - self._size) if len(self._forms) < MAX_BLOCKS else 0
        if data[room:].strip():
            self.loss |= Loss.WORDS
        data = data[:room]
        if not data:
            return
        self._size += len(data)
        if self._pre and self._rows is None:
            self._code += data
            return
        text = _SPACE.sub(" ", data)
        if not self._runs or self._runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        self._add(text)

    def finished(self) -> list[Form]:
        """All that was read."""
        self._end_line()
        self._end_code()
        self._end_table()
        if self._forms[MAX_BLOCKS:]:
            self.loss |= Loss.WORDS
        return self._forms[:MAX_BLOCKS]

    # -- parts -----------------------------------------------------------------------------------

    def _start_part(self, tag: str, named: dict[str, str]) -> None:
        if tag == "table":
            self._inner += self._rows is not None
            if self._rows is None:
                self._end_line()
                self._rows = []
            return
        if self._rows is not None and not self._inner:
            if tag == "tr" and len(self._rows) < MAX_CELLS:
                self._end_cell()
                self._rows.append([])
            elif tag in ("td", "th"):
                self._end_cell()
                self._cell = True
        if self._rows is not None:
            self._runs += [Run(" ")] if self._runs else []
            return
        self._end_line()
        self._open_part(tag, named)

    def _open_part(self, tag: str, named: dict[str, str]) -> None:
        word = _WORD_LIST.search(named.get("style", ""))
        if tag in ("ul", "ol"):
            start = named.get("start", "1")
            number = int(start) if start.isdecimal() and len(start) < 9 else 1
            self._lists.append((Kind.NUMBER if tag == "ol" else Kind.BULLET, number))
        elif tag == "li":
            self._head = self._item()
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._head = Form(Kind.HEADING, level=min(3, int(tag[1])))
        elif tag == "blockquote":
            self._head = Form(Kind.QUOTE, level=1)
        elif tag == "hr":
            self._forms.append(Form(Kind.RULE))
        elif word is not None:
            self._word = True
            self._head = Form(Kind.BULLET, level=2 * (int(word[1]) - 1), marker="-")
        self._pre += tag == "pre"

    def _item(self) -> Form:
        if not self._lists:
            return Form(Kind.BULLET, marker="-")
        kind, number = self._lists[-1]
        self._lists[-1] = kind, number + 1
        level = sum(3 if outer is Kind.NUMBER else 2 for outer, _number in self._lists[:-1][:8])
        return Form(kind, level=level, marker="." if kind is Kind.NUMBER else "-", number=number)

    def _end_part(self, tag: str) -> None:
        if self._rows is not None:
            if tag == "table":
                if self._inner:
                    self._inner -= 1
                else:
                    self._end_table()
            elif tag in ("td", "th") and not self._inner:
                self._end_cell()
            return
        self._end_line(keep_head=tag in ("p", "div") and self._head.kind in (Kind.BULLET, Kind.NUMBER))
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag not in ("p", "div"):
            self._head = Form(Kind.PARAGRAPH)
        if tag == "pre":
            self._end_code()
        self._word = False

    def _end_line(self, *, keep_head: bool = False) -> None:
        if self._rows is not None:
            self._runs += [Run(" ")] if self._runs else []
            return
        runs = self._take_runs()
        if not runs:
            return
        head = self._head
        if self._word:
            head, runs = _word_item(head, runs)
        self._forms.append(replace(head, runs=runs))
        if head.kind is not Kind.QUOTE and not keep_head:
            self._head = Form(Kind.PARAGRAPH)

    def _end_code(self) -> None:
        self._pre = 0
        if self._code.strip():
            self._forms.append(Form(Kind.CODE, text=self._code.strip("\n")))
        self._code = ""

    def _end_cell(self) -> None:
        assert self._rows is not None
        if self._cell:
            if not self._rows:
                self._rows.append([])
            runs = self._take_runs()
            if len(self._rows[-1]) < MAX_COLUMNS:
                self._rows[-1].append(runs)
            elif runs:
                self.loss |= Loss.WORDS
        self._cell = False
        self._runs, self._in_line = [], 0

    def _end_table(self) -> None:
        if self._rows is None:
            return
        self._end_cell()
        rows = [row for row in self._rows if any(row)]
        self._rows, self._inner = None, 0
        width = max((len(row) for row in rows), default=0)
        if width == 1:  # how mails and pages lay text out
            self._forms += [Form(Kind.PARAGRAPH, row[0]) for row in rows]
        elif rows:
            most = max(1, MAX_CELLS // width)
            if rows[most:]:
                self.loss |= Loss.WORDS
            rows = rows[:most]
            self._forms.append(
                Form(Kind.TABLE, rows=tuple(tuple(row) + ((),) * (width - len(row)) for row in rows))
            )

    # -- looks -----------------------------------------------------------------------------------

    def _start_look(self, tag: str, named: dict[str, str]) -> None:
        style = named.get("style", "").lower().replace(" ", "")
        look: dict[str, object] = {}
        if tag in _LOOKS:
            look[_LOOKS[tag]] = True
        weight = re.search(r"(?:^|;)font-weight:(\w+)", style)
        if weight is not None:
            look["bold"] = weight[1] in ("bold", "bolder") or (
                weight[1].isdecimal() and int(weight[1]) >= 600
            )
        if re.search(r"(?:^|;)font-style:", style) is not None:
            look["italic"] = "font-style:italic" in style
        if "text-decoration:line-through" in style:
            look["struck"] = True
        if tag == "a" and named.get("href", "").lower().startswith(LINKS):
            if len(named["href"]) > MAX_LINK:  # one that is cut leads elsewhere
                self.loss |= Loss.LOOKS
            else:
                look["link"] = named["href"].strip()
        if "mso-list:ignore" in style:
            look = {"code": False}
        if tag not in ("img", "meta", "link", "input", "base", "col", "wbr"):
            self._looks.append((tag, look))
            if len(self._looks) > 200:
                del self._looks[0]

    def _take_runs(self) -> Runs:
        """The words since the last line or cell, without blanks around them."""
        runs, self._runs, self._in_line = self._runs, [], 0
        if sum(len(run.text) for run in runs) > MAX_INLINE // 2:  # its marks would not be read again
            plain = Run("".join(run.text for run in runs))
            if any(not run.alike(Run(run.text)) for run in runs):
                self.loss |= Loss.LOOKS
            runs = [plain]
        return _trimmed(runs)

    def _add(self, text: str) -> None:
        if not text:
            return
        look: dict[str, object] = {}
        for _tag, each in self._looks:
            look.update(each)
        if self._head.kind is Kind.HEADING:
            look["bold"] = False  # it is anyway
        run = Run(text).looking(**look)
        if self._runs and not self._runs[-1].alike(run):
            if self._in_line >= MAX_RUNS or self._stretches >= MAX_LOOKS:
                if not run.alike(Run(text)):
                    self.loss |= Loss.LOOKS
                run = Run(text)
            self._in_line += 1
            self._stretches += 1
        self._runs.append(run)


def _trimmed(runs: list[Run]) -> Runs:
    made = list(tidied(joined(runs)))
    while made and not made[0].text.strip(" "):
        made.pop(0)
    while made and not made[-1].text.strip(" "):
        made.pop()
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip(" "))
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
    return tuple(made)


def _word_item(head: Form, runs: Runs) -> tuple[Form, Runs]:
    """An item of a word processor's list: its sign stands in the text."""
    words = "".join(run.text for run in runs)
    found = _WORD_SIGN.match(words)
    if found is None:
        return head, runs
    left = found.end()
    rest: list[Run] = []
    for run in runs:
        rest.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    if found[1]:
        head = Form(Kind.NUMBER, level=head.level, marker=".", number=int(found[1]))
    return head, joined(rest)
