"""Lines of every version in one form, and that form as the lines of a version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.interchange.vcard_parsing import parse, parse_line
from delve_desktop.interchange.vcard_property import Property, line_of
from delve_desktop.interchange.vcard_text import CHARSETS, charset_of, escape, split, unescape
from delve_desktop.interchange.vcard_writing import FOLD, card_bytes

from .vcard_cards import card, lines, properties

LETTERS = "aZ09 ÑоÐ🪨\\,;:\"'^=.-_\t\x00\x7f\u2028"
texts = st.text(st.sampled_from(LETTERS), max_size=12)
names = st.sampled_from(
    [
        *(
            "FN",
            "N",
            "NOTE",
            "TEL",
            "EMAIL",
            "ADR",
            "ORG",
            "TITLE",
            "ROLE",
            "URL",
            "BDAY",
            "CATEGORIES",
            "UID",
        ),
        *(
            "NICKNAME",
            "LANG",
            "KIND",
            "GEO",
            "PHOTO",
            "KEY",
            "IMPP",
            "X-ABLabel",
            "X-FOO",
            "GENDER",
            "RELATED",
        ),
        *("ANNIVERSARY", "REV", "AGENT", "LABEL"),
    ]
)
words = st.text(st.sampled_from("aZ09-"), min_size=1, max_size=6)
param_names = st.sampled_from(["TYPE", "PREF", "VALUE", "LANGUAGE", "ALTID", "SORT-AS", "X-P", "LABEL"])
quoted = st.text(st.sampled_from("aÑ ,;:.^n'\\"), max_size=6).map(lambda text: f'"{text}"')
params = (
    st.builds("{}={}".format, param_names, words | quoted | st.sampled_from(["uri", "text", "pref"])) | words
)
raw_lines = st.builds(
    lambda group, name, parameters, value: (
        f"{group}{''.join(f';{one}' for one in [name, *parameters])[1:]}:{value}"
    ),
    st.sampled_from(["", "", "item1.", "a."]),
    names,
    st.lists(params, max_size=3),
    texts
    | st.sampled_from(
        ["data:image/PNG;base64,AAA=", "19800322", "geo:1,2", "1;2", "tel:+1-2;ext=3", "uri:x\\,y", "a\\nb"]
    ),
)
versions = st.sampled_from(["2.1", "3.0", "4.0"])


def parsed(line: str, version: str) -> Property | None:
    try:
        return parse(line.encode(), version)
    except InvalidContent:
        return None


@given(raw_lines, versions)
def test_the_one_form_is_read_as_itself(line, version):
    one = parsed(line, version)
    assert one is None or parse_line(line_of(one)) == one


def same(one: Property) -> Property:
    """Telephone numbers as addresses count as plain ones: version 3.0 knows no others."""
    if one.key == "TEL" and one.param("VALUE") == ("uri",):
        number = Property("TEL", escape(one.value.removeprefix("tel:")), one.params, one.group)
        return number.without("VALUE")
    return one


@given(st.lists(raw_lines, max_size=4), versions, st.sampled_from(["4.0", "3.0"]))
def test_every_version_that_is_written_gives_the_same_properties(given_lines, version, written):
    kept = [one for one in (parsed(line, version) for line in given_lines) if one is not None]
    (again,) = properties(card_bytes(kept, written))
    assert [same(one) for one in again] == [same(one) for one in kept]


@given(st.lists(raw_lines, max_size=4))
def test_no_written_line_is_longer_than_a_fold(given_lines):
    kept = [one for one in (parsed(line, "3.0") for line in given_lines) if one is not None]
    for line in card_bytes(kept).split(b"\r\n"):
        assert len(line) <= FOLD
        line.decode()


@given(texts)
def test_a_text_comes_back_from_its_escaped_form(text):
    assert unescape(escape(text)) == text
    assert split(escape(text), ";") == split(escape(text), ",") == [escape(text)]


@pytest.mark.parametrize(
    "version, given_line, expected",
    [
        # types, whatever they look like
        ("2.1", "TEL;CELL;PREF:1", "TEL;PREF=1;TYPE=cell:1"),
        ("3.0", "TEL;type=WORK;type=pref:1", "TEL;PREF=1;TYPE=work:1"),
        ("3.0", "TEL;TYPE=WORK,VOICE:1", "TEL;TYPE=voice,work:1"),
        ("4.0", 'TEL;TYPE="work,voice";PREF=1:1', "TEL;PREF=1;TYPE=voice,work:1"),
        ("4.0", "TEL;TYPE=pref;PREF=2:1", "TEL;PREF=2;TYPE=pref:1"),
        ("3.0", "EMAIL;TYPE=INTERNET;TYPE=HOME:a@b.c", "EMAIL;TYPE=home:a@b.c"),
        # groups, and the spelling of names
        ("3.0", "item1.tel:1", "item1.TEL:1"),
        ("3.0", "item1.X-ABLabel:_$!<Home>!$_", "item1.X-ABLabel:_$!<Home>!$_"),
        # character sets
        ("2.1", "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jos=E9", "FN:José"),
        ("2.1", "FN;CHARSET=windows-1252;QUOTED-PRINTABLE:=80", "FN:€"),
        ("2.1", "FN;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=91", "FN:Ñ"),
        ("2.1", "FN;CHARSET=utf-16-le;QUOTED-PRINTABLE:=D1=00", "FN:Ñ"),
        # escapes
        ("3.0", r"NOTE:a\, b\; c\nd\\e \"f\" g\:", r'NOTE:a\, b\; c\nd\\e "f" g:'),
        ("3.0", r"NOTE:a, b; C:\dir\Name", r"NOTE:a\, b\; C:\\dir\name"),
        ("2.1", r"NOTE:a, b; c\n", r"NOTE:a\, b\; c\\n"),
        ("2.1", "N:Doe;John;Richter,James;;", r"N:Doe;John;Richter\,James;;"),
        ("3.0", "N:Doe;John;Richter,James;;", "N:Doe;John;Richter,James;;"),
        ("2.1", "N;QUOTED-PRINTABLE:a=3Bb;c", r"N:a\;b;c"),
        ("2.1", r"ADR:a\;b;c;;;;;", r"ADR:a\;b;c;;;;;"),
        ("2.1", r"X-FOO:a\b", r"X-FOO:a\\b"),
        ("3.0", r"URL:http\://a.b/c\,d", "URL:http://a.b/c,d"),
        ("4.0", "URL:http://a.b/c;d,e", "URL:http://a.b/c;d,e"),
        ("4.0", 'ADR;LABEL="a^nb, c^^":;;;;;;', 'ADR;LABEL="a^nb, c^^":;;;;;;'),
        ("2.1", "X-FOO;X-P=a^nb:1", "X-FOO;X-P=a^^nb:1"),
        ("2.1", r"X-FOO;X-P=a\;b:1", 'X-FOO;X-P="a;b":1'),
        # data in three spellings, and as an address
        ("2.1", "PHOTO;ENCODING=BASE64;JPEG:/9k=", "PHOTO:data:image/jpeg;base64,/9k="),
        ("3.0", "PHOTO;ENCODING=b;TYPE=JPG:/9k=", "PHOTO:data:image/jpeg;base64,/9k="),
        ("3.0", "PHOTO;BASE64:/9k=", "PHOTO:data:application/octet-stream;base64,/9k="),
        ("3.0", "KEY;X509;ENCODING=B:AAA", "KEY;TYPE=x509:data:application/octet-stream;base64,AAA"),
        ("3.0", "PHOTO;ENCODING=b:<>", "PHOTO;ENCODING=b:<>"),
        ("3.0", "PHOTO;VALUE=uri:http://a/b", "PHOTO:http://a/b"),
        ("2.1", "PHOTO;URL:http://a/b", "PHOTO:http://a/b"),
        # dates and places
        ("2.1", "BDAY:19800322", "BDAY:1980-03-22"),
        ("3.0", "BDAY;VALUE=date:1980-03-22", "BDAY:1980-03-22"),
        ("4.0", "BDAY;VALUE=text:circa 1800", "BDAY;VALUE=text:circa 1800"),
        ("4.0", "BDAY:--0203", "BDAY:--0203"),
        ("3.0", "GEO:46.77;-71.28", "GEO:geo:46.77,-71.28"),
        # quotes that are never closed
        ("3.0", 'X-FOO;X-P=5" wide:1', "X-FOO;X-P=5^' wide:1"),
    ],
)
def test_lines_that_mean_the_same_have_one_form(version, given_line, expected):
    assert lines(given_line, version=version) == [expected]


def test_a_line_in_another_alphabet_is_read_when_it_is_named():
    data = card("FN:Алтан Шороо".encode("cp1251"), version="2.1")
    with pytest.raises(InvalidContent, match=r"line 3: this is not utf-8"):
        properties(data)
    ((name,),) = properties(data, charset_of("windows-1251"))
    assert name == Property("FN", "Алтан Шороо")


@pytest.mark.parametrize("name", ["latin-1", "ISO-8859-15", "Windows-1252", "Shift_JIS", "GB18030", "utf8"])
def test_character_sets_are_known_by_their_usual_names(name):
    assert charset_of(name) in CHARSETS


@pytest.mark.parametrize("name", ["zip", "hex", "idna", "utf-7", "", "../x", "a" * 10_000, "rot13", "\x00"])
def test_codecs_that_are_no_alphabets_are_not(name):
    with pytest.raises(InvalidContent):
        charset_of(name)


def test_a_version_is_written_as_its_readers_expect_it():
    (found,) = properties(
        card(
            "TEL;PREF=1;TYPE=cell;VALUE=uri:tel:+255-1;ext=2",
            "EMAIL:a@b.c",
            "PHOTO:data:image/jpeg;base64,/9k=",
            "LOGO:http://a/b",
            "GEO:geo:1.5,2",
            "BDAY:19800322",
            "UID:urn:uuid:1",
            "LANG;PREF=2:sw",
        )
    )
    assert card_bytes(found, "3.0").decode().split("\r\n")[2:-2] == [
        r"TEL;TYPE=cell,pref:+255-1\;ext=2",
        "EMAIL;TYPE=internet:a@b.c",
        "PHOTO;ENCODING=b;TYPE=jpeg:/9k=",
        "LOGO;VALUE=uri:http://a/b",
        "GEO:1.5;2",
        "BDAY:1980-03-22",
        "UID:urn:uuid:1",
        "LANG;PREF=2:sw",
    ]
    assert card_bytes(found, "4.0").decode().split("\r\n")[2:-2] == [
        "TEL;PREF=1;TYPE=cell;VALUE=uri:tel:+255-1;ext=2",
        "EMAIL:a@b.c",
        "PHOTO:data:image/jpeg;base64,/9k=",
        "LOGO:http://a/b",
        "GEO:geo:1.5,2",
        "BDAY:19800322",
        "UID:urn:uuid:1",
        "LANG;PREF=2:sw",
    ]
