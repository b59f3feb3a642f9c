from webhook_inspector.core.verdict import Status, Verdict


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
