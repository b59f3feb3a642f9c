from webhook_inspector.cli.streams import STYLES
from webhook_inspector.cli.verdict_words import WORDS, colour_of
from webhook_inspector.core.verdict import Status


def test_every_verdict_has_its_word_and_a_colour() -> None:
    assert list(WORDS) == list(Status)
    assert WORDS[Status.VALID] == "✓ valid"
    assert WORDS[Status.NO_SECRET] == "– no secret"
    assert {colour_of(status) for status in (*Status, None)} <= set(STYLES)


def test_only_a_valid_one_is_green() -> None:
    assert [status for status in Status if colour_of(status) == "green"] == [Status.VALID]
    assert [status for status in Status if colour_of(status) == "red"] == [Status.INVALID]
