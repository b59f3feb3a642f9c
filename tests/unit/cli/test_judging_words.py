from webhook_inspector.cli.judging_words import LONG_SECONDS, JudgingWords
from webhook_inspector.core.events import Judging


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_quick_is_not_told() -> None:
    clock = Clock()
    words = JudgingWords(clock)
    assert words.words(Judging(200, 1200)) is None
    clock.now += LONG_SECONDS - 0.1
    assert words.words(Judging(400, 1200)) is None
    clock.now += 10
    assert words.words(Judging(1200, 1200)) is None


def test_what_takes_long_is_told_once_and_at_its_end() -> None:
    clock = Clock()
    words = JudgingWords(clock)
    assert words.words(Judging(200, 1200)) is None
    clock.now += LONG_SECONDS
    assert words.words(Judging(400, 1200)) == "Verifying stored captures again: 400 of 1,200 so far …"
    assert words.words(Judging(600, 1200)) is None
    assert words.words(Judging(1200, 1200)) == "Verified 1,200 stored captures again."
    assert words.words(Judging(200, 1200)) is None  # the next time begins anew
    assert words.words(Judging(1200, 1200)) is None
