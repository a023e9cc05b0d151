import hashlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.passphrase import judge
from delve_desktop.crypto.words import LISTS, join_digest, six_words, suggest_passphrase, word_list
from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.ids import ActId, SpaceId

# SHA-256 of the 2048 words, composed, one a line: two laptops compare what they read from these lists
LIST_HASHES = {
    "en": "187db04a869dd9bc7be80d21a86497d692c0db6abd3aa8cb6be5d618ff757fae",
    "fr": "a987d13c85916835e44001998f43aa71e1be667bd16fa868823ed7adbaf630ef",
    "es": "9853830bbcfccfaa4f9185af63bbdfdff9c8f57aa61e14b60e19abd93cdb9166",
    "pt": "882265ece9ce1178b9fe47463d571dfa399c6fc7cb17895eb2767f1930c945eb",
}

languages = st.sampled_from(sorted(LISTS))
digests = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("language", sorted(LISTS))
def test_the_lists_are_the_ones_that_were_released(language):
    words = word_list(language)
    assert len(set(words)) == 2048
    assert hashlib.sha256("\n".join(words).encode()).hexdigest() == LIST_HASHES[language]


@given(digests, languages)
def test_words_and_digits_hold_the_same_66_bits(digest, language):
    shown = six_words(digest, language)
    number = 0
    for word in shown.words:
        number = number * 2048 + word_list(language).index(word)
    assert len(shown.words) == 6
    assert [len(group) for group in shown.digits] == [4] * 5
    assert int("".join(shown.digits)) == number == int.from_bytes(digest, "big") >> 190


@given(digests)
def test_the_digits_are_the_same_in_every_language(digest):
    assert len({six_words(digest, language).digits for language in LISTS}) == 1


def test_every_one_of_the_first_66_bits_changes_words_and_digits():
    digest = bytes(range(32))
    shown = six_words(digest, "en")
    for bit in range(66):
        changed = (int.from_bytes(digest, "big") ^ 1 << 255 - bit).to_bytes(32, "big")
        assert six_words(changed, "en").words != shown.words
        assert six_words(changed, "en").digits != shown.digits


def test_the_highest_number_fits_the_digits():
    shown = six_words(b"\xff" * 32, "en")
    assert "".join(shown.digits) == str(2**66 - 1)
    assert set(shown.words) == {"zoo"}


@pytest.mark.parametrize("language", ["sw", "", "EN", "english"])
def test_a_language_without_a_list_is_refused(language):
    with pytest.raises(Mistaken):
        six_words(bytes(32), language)


def test_a_digest_too_short_to_compare_is_refused():
    with pytest.raises(ValueError, match="66"):
        six_words(bytes(8), "en")


def test_the_words_of_an_admission_stand_for_space_invite_and_request():
    space, invite, request = SpaceId(bytes(16)), ActId(bytes(32)), b"request"
    digests = {
        join_digest(space, invite, request),
        join_digest(SpaceId(b"\1" * 16), invite, request),
        join_digest(space, ActId(b"\1" * 32), request),
        join_digest(space, invite, request + b"\0"),
    }
    assert len(digests) == 4


@given(languages, st.binary(min_size=9, max_size=9))
def test_a_suggested_passphrase_is_accepted_and_typed_without_accents(language, drawn):
    passphrase = suggest_passphrase(language, lambda size: drawn[:size])
    assert len(passphrase.split()) == 6
    assert passphrase.isascii()
    assert passphrase == passphrase.lower()


@pytest.mark.parametrize("language", sorted(LISTS))
def test_suggested_passphrases_are_strong_and_never_the_same(language):
    suggested = [suggest_passphrase(language) for _ in range(50)]
    assert len(set(suggested)) == 50
    assert all(judge(passphrase).score >= 3 for passphrase in suggested)


@pytest.mark.parametrize("language", sorted(LISTS))
def test_words_stay_apart_when_accents_are_dropped(language):
    from delve_desktop.crypto.kdf import normalise

    assert len({normalise(word) for word in word_list(language)}) == 2048


def test_the_lists_are_loaded_only_when_a_word_is_wanted():
    code = (
        "import sys, delve_desktop.crypto.words as w; assert 'mnemonic' not in sys.modules; w.word_list('en')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})
