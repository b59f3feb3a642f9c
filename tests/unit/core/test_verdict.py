from webhook_inspector.core.verdict import Status, Step, Verdict


def test_the_words_are_those_that_people_read() -> None:
    assert [str(status) for status in Status] == [
        "valid",
        "invalid",
        "expired",
        "unsigned",
        "no secret",
        "unknown scheme",
    ]


def test_a_verdict_without_steps_says_only_its_word() -> None:
    verdict = Verdict(Status.UNKNOWN_SCHEME, "nope")
    assert (verdict.steps, verdict.signed_content, verdict.key_label) == ((), b"", "")


def test_seconds_are_not_shown_beside_the_words_that_tell_them() -> None:
    assert Step("digest", False, "it does not fit", "aa", "bb").compares
    assert Step("content", False, "x is missing", "x").compares
    assert not Step("timestamp", True, "the timestamp is 1 s old", "300", "1").compares
    assert not Step("key", True, "the key can be tried").compares
