import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from delve_desktop.crypto import code_text
from delve_desktop.crypto.code_text import ALPHABET, CodeFault, CodeKind, InvalidCode, read, write
from delve_desktop.domain.errors import InvalidContent

contents = st.lists(st.integers(0, 31), max_size=80)
kinds = st.sampled_from(CodeKind)
CONTENT = [1, *range(32)]


def fault_of(text: str, kind: CodeKind = CodeKind.INVITE) -> InvalidCode:
    with pytest.raises(InvalidCode) as caught:
        read(text, kind)
    return caught.value


def letters_of(text: str) -> str:
    return "".join(text.split("-")[1:])


@given(contents, kinds)
def test_a_code_is_read_as_it_was_written(content, kind):
    row = read(write(kind, content), kind)
    assert row[: len(content)] == content
    assert set(row[len(content) :]) <= {code_text.FILL}


@given(contents, kinds)
def test_every_group_has_four_characters_of_the_alphabet(content, kind):
    name, *groups = write(kind, content).split("-")
    assert name == kind.value
    assert {len(group) for group in groups} == {4}
    assert set("".join(groups)) <= set(ALPHABET)


@given(contents, st.randoms(use_true_random=False))
def test_a_code_survives_how_people_write_it(content, random):
    text = write(CodeKind.INVITE, content)
    variants = {"1": "1iIlL", "0": "0oO", "-": ["", " ", " - ", "–", "\n", "\u00a0", ". ", "\u200b"]}
    typed = "".join(
        random.choice(variants.get(c, [c, c.lower()])) if at > 4 else c for at, c in enumerate(text)
    )
    assert read(typed, CodeKind.INVITE) == read(text, CodeKind.INVITE)
    assert read(typed.lower(), CodeKind.INVITE) == read(text, CodeKind.INVITE)
    assert read(typed.removeprefix("JOIN"), CodeKind.INVITE) == read(text, CodeKind.INVITE)


@given(contents, kinds, st.data())
def test_one_wrong_character_is_found_and_its_group_named(content, kind, data):
    letters = letters_of(write(kind, content))
    at = data.draw(st.integers(0, len(letters) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET))
    assume(wrong != letters[at])
    fault = fault_of(letters[:at] + wrong + letters[at + 1 :], kind)
    assert fault.fault is CodeFault.TYPO
    assert fault.group == at // 4 + 1
    assert letters[at // 4 * 4 : at] + wrong in str(fault)


@given(contents, kinds, st.data())
def test_two_neighbours_in_each_others_place_are_found(content, kind, data):
    letters = letters_of(write(kind, content))
    at = data.draw(st.integers(0, len(letters) - 2))
    assume(letters[at] != letters[at + 1])
    fault = fault_of(letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :], kind)
    assert fault.fault is CodeFault.TYPO
    assert fault.group == at // 4 + 1


@given(contents, kinds, st.data())
def test_up_to_three_wrong_characters_are_never_taken_for_a_code(content, kind, data):
    letters = list(letters_of(write(kind, content)))
    places = data.draw(st.sets(st.integers(0, len(letters) - 1), min_size=1, max_size=3))
    for at in places:
        letters[at] = data.draw(st.sampled_from([c for c in ALPHABET if c != letters[at]]))
    assert fault_of("".join(letters), kind).fault in (CodeFault.TYPO, CodeFault.LENGTH)


@given(contents, kinds, st.data())
def test_a_code_with_characters_missing_says_how_many_there_should_be(content, kind, data):
    letters = letters_of(write(kind, content))
    kept = data.draw(st.integers(1, len(letters) - 1))
    fault = fault_of(letters[:kept], kind)
    assert fault.fault in (CodeFault.LENGTH, CodeFault.TYPO)
    if fault.fault is CodeFault.LENGTH:
        assert f"{len(letters)} letters" in str(fault)
        assert f"here are {kept}" in str(fault)


def test_a_cut_and_a_doubled_code_are_told_from_a_typo():
    text = write(CodeKind.INVITE, CONTENT)
    assert fault_of(text[:-5]).fault is CodeFault.LENGTH
    assert fault_of(text + letters_of(text)[:4]).fault is CodeFault.LENGTH
    assert fault_of(text + text).fault is not None
    assert fault_of("JOIN-A").fault is CodeFault.LENGTH
    assert fault_of("JOIN-1234").fault is CodeFault.LENGTH
    assert "not whole" in str(fault_of(text[:-5]))
    assert "not whole" in str(fault_of("JOIN-1234-XXXX")), "no length that cannot be is asked for"
    assert "end" in str(fault_of(text + letters_of(text)[:4]))


@given(contents, kinds)
def test_the_other_kind_of_code_is_named_and_not_taken(content, kind):
    text = write(kind, content)
    for other in set(CodeKind) - {kind}:
        for typed in (text, letters_of(text), other.value + letters_of(text)):
            fault = fault_of(typed, other)
            assert fault.fault is CodeFault.KIND


@pytest.mark.parametrize("text", ["", "   ", "---", "JOIN-", "\n"])
def test_no_code_at_all_says_so(text):
    assert fault_of(text).fault is CodeFault.EMPTY


@pytest.mark.parametrize("text", ["U", "JOIN-A37U", "JOIN-é", "https://hub", "🙂", "ﬁ", "ß", "२"])
def test_a_character_of_no_code_is_named(text):
    assert fault_of(text).fault is CodeFault.CHARACTER


def test_an_endless_text_is_refused_at_once():
    assert fault_of("0" * 10**6).fault is CodeFault.LENGTH


def test_a_content_too_long_for_a_code_is_not_written():
    write(CodeKind.INVITE, [0] * 117)
    with pytest.raises(InvalidCode):
        write(CodeKind.INVITE, [0] * 118)


@given(st.text(max_size=200) | st.text(ALPHABET, max_size=130))
def test_any_text_is_a_code_or_an_invalid_one(text):
    with pytest.raises(InvalidContent):
        read(text, CodeKind.INVITE)


def test_the_kinds_do_not_share_a_checksum():
    assert len({kind.final for kind in CodeKind}) == len(CodeKind)
    assert all(0 < kind.final < 2**30 for kind in CodeKind)


def test_the_checksum_is_that_of_bip_173(monkeypatch):
    # the address of BIP-173's example, its human-readable part expanded by hand; final constant 1
    charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    hrp = [ord("b") >> 5, ord("c") >> 5, 0, ord("b") & 31, ord("c") & 31]
    data = [charset.index(c) for c in "qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"]
    assert code_text._remainder([*hrp, *data]) == 1
