from webhook_inspector.core.meaning import NO_MEANING, Meaning


def test_everything_may_be_missing() -> None:
    assert Meaning() == NO_MEANING
    assert (NO_MEANING.provider, NO_MEANING.attempt, NO_MEANING.live) == ("", 0, None)
