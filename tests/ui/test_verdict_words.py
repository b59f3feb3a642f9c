import pytest

from tests.ui.judged import RIGHT, examined, make_finding, rules_of, signed_record
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.doctor.finding import Action, Finding, Remedy
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui import theme
from webhook_inspector.ui.verdict_words import (
    WORDS,
    detail_text,
    headline,
    proof_text,
    remedy_detail,
    remedy_text,
    scheme_title,
)


def test_every_status_has_words_and_a_colour():
    assert set(WORDS) == set(Status)
    assert len({word.sentence for word in WORDS.values()}) == len(Status)
    assert all(getattr(theme.LIGHT, word.tone) for word in WORDS.values())
    assert headline(Status.INVALID) == "✗ Signature does not match"
    assert headline(Status.EXPIRED) == "! Valid, but too old"


def test_tells_how_it_was_verified():
    assert detail_text(examined()) == "Stripe · scheme stripe · with “prod 1” · endpoint /stripe"
    assert detail_text(examined(signed_record(path="/a"), NO_RULES)) == "Stripe · scheme stripe · endpoint /a"


def test_marks_what_is_only_reported():
    reported = next(row for row in SCHEMES.values() if not row.official)
    assert scheme_title(reported.name) == f"{reported.title} (reported, not official)"
    assert scheme_title("stripe") == "Stripe"
    assert scheme_title("no\x1bne") == "no\\x1bne"


@pytest.mark.parametrize(
    ("remedy", "words"),
    [
        (Remedy(Action.USE_SECRET, source="/old", label="test"), "Use secret “test” for /stripe"),
        (Remedy(Action.CORRECT_SECRET, label="prod", value=RIGHT), "Correct the secret “prod”"),
        (Remedy(Action.SET, name="signed_url", value="https://x"), "Set signed_url"),
        (Remedy(Action.USE_SCHEME, value="github"), "Verify as GitHub"),
    ],
)
def test_a_button_says_what_it_does(remedy, words):
    assert remedy_text(remedy, "/stripe") == words


def test_every_remedy_has_words_and_none_shows_a_secret():
    for action in Action:
        remedy = Remedy(action, source="/a", label="prod", name="signed_url", value=RIGHT)
        assert remedy_text(remedy, "/stripe")
        assert action in (Action.SET, Action.USE_SCHEME) or RIGHT not in remedy_text(remedy, "/stripe")
    corrected = Remedy(Action.CORRECT_SECRET, label="prod", value=RIGHT)
    assert remedy_detail(corrected) == ""
    assert remedy_detail(Remedy(Action.SET, name="signed_url", value="https://x")) == "signed_url = https://x"


def test_tells_what_proves_a_finding():
    fits = "With this change the signature is valid: the signature fits test."
    assert proof_text(make_finding(), Status.INVALID) == fits
    assert proof_text(make_finding(status=Status.INVALID), Status.INVALID) == ""
    assert proof_text(make_finding(status=Status.EXPIRED), Status.EXPIRED) == ""
    late = Verdict(Status.EXPIRED, "stripe", (Step("timestamp", False, "it is 9 s old"), Step("digest", True, "x")))
    words = "With this change the signature fits, but is too old: it is 9 s old."
    assert proof_text(Finding(make_finding().problem, late), Status.INVALID) == words
    bare = Finding(make_finding().problem, Verdict(Status.VALID, "stripe"))
    assert proof_text(bare, Status.INVALID) == "With this change the signature is valid."


def test_a_path_cannot_write_over_the_words():
    found = examined(signed_record(path="/\u202ea".encode().decode("latin-1")), rules_of())
    assert found.case.endpoint == "/\\u202ea"
    assert detail_text(found).endswith("endpoint /\\u202ea")
