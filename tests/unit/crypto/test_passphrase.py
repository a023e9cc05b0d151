import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.kdf import normalise
from delve_desktop.crypto.passphrase import MIN_LENGTH, Weakness, judge


@pytest.mark.parametrize("passphrase", ["", "   ", "\t\n"])
def test_nothing_is_no_passphrase(passphrase):
    assert judge(passphrase).weakness is Weakness.EMPTY
    assert judge(passphrase).score == 0


def test_fifteen_characters_are_the_least():
    assert judge("goats ate hats").weakness is Weakness.SHORT
    assert judge("goats ate a hat").acceptable
    assert judge("goats          ate").weakness is Weakness.SHORT
    assert len("goats ate a hat") == MIN_LENGTH


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple1",
        "passwordpassword1",
        "mot de passe 2024!!!!",
        "La senha senha senha 1",
        "contraseña contraseña",
        "The quick brown fox 99",
        "Notre Père qui es aux cieux",
        "in the beginning was the Word",
    ],
)
def test_phrases_that_everybody_knows_are_refused(passphrase):
    strength = judge(passphrase)
    assert strength.weakness in (Weakness.COMMON, Weakness.REPEATED)
    assert strength.score == 0
    assert not strength.acceptable


@pytest.mark.parametrize(
    "passphrase", ["aaaaaaaaaaaaaaaa", "abababababababab", "goat goat goat goat", "..............."]
)
def test_repetition_is_refused(passphrase):
    assert judge(passphrase).weakness is Weakness.REPEATED


@pytest.mark.parametrize(
    "passphrase",
    [
        "qwertyuiopasdfghjkl",
        "123456789012345",
        "azertyuiopqsdfgh",
        "abcdefghijklmnop",
        "0987654321 0987654321",
        "zyxwvutsrqponmlk",
    ],
)
def test_runs_along_the_keyboard_or_the_alphabet_are_refused(passphrase):
    assert judge(passphrase).weakness in (Weakness.SEQUENCE, Weakness.REPEATED, Weakness.COMMON)


def test_what_an_acquaintance_would_try_is_refused():
    personal = ["Wanjirú", "Geita", "Mama", "AB", ""]
    assert judge("Mama Wanjiru Geita 2024", personal).weakness is Weakness.PERSONAL
    assert judge("Mama Wanjiru Geita 2024").acceptable
    assert judge("Wanjiru keeps seven goats", personal).acceptable


def test_a_longer_passphrase_scores_higher():
    scores = [
        judge(text).score
        for text in (
            "goats ate",
            "goats ate my hat",
            "goats ate my big hat on tuesday",
            "nine goats ate my hat near the river",
        )
    ]
    assert scores == [1, 2, 3, 4]


@given(st.text(max_size=80), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_gets_a_score_with_a_reason_for_each_refusal(passphrase, personal):
    strength = judge(passphrase, personal)
    assert 0 <= strength.score <= 4
    assert strength.acceptable == (strength.score >= 2) == (strength.weakness is None)


@given(st.text(max_size=MIN_LENGTH - 1))
def test_nothing_shorter_is_ever_accepted(passphrase):
    # a ligature counts as the letters it stands for
    assert not judge(passphrase).acceptable or len(normalise(passphrase)) >= MIN_LENGTH
