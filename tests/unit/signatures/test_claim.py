import pytest

from tests.shared_secrets import fact, secret
from webhook_inspector.core.verdict import Status, Step
from webhook_inspector.signatures.claim import Claim, Offer, judge, open_keys
from webhook_inspector.signatures.keyed import HEX, Method, signature_text
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.reading import unsigned
from webhook_inspector.signatures.scheme import Key

CONTENT = b"1000.body"
FITS = signature_text(HEX, b"whs-dev-7f3a9c", CONTENT)
LIMIT = {"tolerance_seconds": 10}
KEYS = (secret(),)
SECONDS = Clock()


def claim(*offers: bytes, time: bytes | None = b"1000", clock: Clock | None = SECONDS, checks=(), method=HEX) -> Claim:
    return Claim("X-Sig", tuple(map(Offer, offers or (FITS,))), (b"other", CONTENT), method, time, clock, checks)


def status(one: Claim, now: float = 1000, settings=LIMIT, keys=KEYS) -> Status:
    return judge("x", one, keys, settings, now).status


def test_the_steps_come_in_order() -> None:
    names = [step.name for step in judge("x", claim(), [secret()], LIMIT, 1000).steps]
    assert names == ["header", "format", "key", "timestamp", "content", "digest"]


def test_valid_shows_the_content_that_fits() -> None:
    found = judge("x", claim(), [secret()], LIMIT, 1002.4)
    assert (found.status, found.signed_content, found.key_label) == (Status.VALID, CONTENT, "key 1")
    assert fact(found, "timestamp").fact == "the timestamp is 2 s old, the limit is 10 s"
    assert fact(found, "content").fact == "9 bytes are signed"


def test_invalid_shows_expected_and_found() -> None:
    found = judge("x", claim(b"0" * 64), [secret()], LIMIT, 1000)
    step = fact(found, "digest")
    assert (found.status, step.found, step.holds) == (Status.INVALID, "0" * 64, False)
    assert step.expected == signature_text(HEX, b"whs-dev-7f3a9c", b"other").decode()


@pytest.mark.parametrize(
    ("now", "ahead_counts", "expected"),
    [
        (1010, True, Status.VALID),
        (1010.5, True, Status.EXPIRED),
        (990, True, Status.VALID),
        (989, True, Status.EXPIRED),
        (989, False, Status.VALID),
        (1011, False, Status.EXPIRED),
    ],
)
def test_time(now, ahead_counts, expected) -> None:
    assert status(claim(clock=Clock(ahead_counts=ahead_counts)), now) is expected
    assert status(claim(clock=Clock(ahead_counts=ahead_counts)), now, {}) is Status.VALID
    assert status(claim(b"0" * 64, clock=Clock(ahead_counts=ahead_counts)), now) is Status.INVALID


def test_a_time_that_is_none() -> None:
    assert status(claim(time=b"soon")) is Status.INVALID
    assert status(claim(time=b"soon"), settings={}) is Status.VALID
    assert status(claim(time=None)) is Status.VALID
    assert status(claim(clock=None)) is Status.VALID


def test_a_failing_check_is_invalid_whatever_fits() -> None:
    assert status(claim(checks=(Step("content", False, "no"),))) is Status.INVALID
    assert status(claim(checks=(Step("content", True, "yes"),))) is Status.VALID


def test_an_offer_for_one_key_fits_no_other() -> None:
    one = Claim("X-Sig", (Offer(FITS, 1),), (CONTENT,), HEX)
    assert status(one, keys=(secret(),)) is Status.INVALID
    assert judge("x", one, (secret(number=2), secret()), {}, 0).key_label == "key 2"


def test_keys_that_cannot_be_used() -> None:
    method = Method(key="hex")
    opened, step = open_keys([secret("hex"), secret("text", label="live")], method)
    assert [(one.label, one.place) for one in opened] == [("key 1", 0)]
    assert (step.holds, step.fact) == (True, "live is not hex")
    assert open_keys([secret("text")], method)[1].holds is False
    assert open_keys([type(secret())("secret", "")], HEX)[1].fact == "key 1 is empty"
    found = judge("x", claim(method=method), [secret("text")], {}, 0)
    assert (found.status, fact(found, "digest").expected) == (Status.INVALID, "")


def test_a_signature_by_an_empty_key_fits_no_empty_secret() -> None:
    by_nothing = claim(signature_text(HEX, b"", CONTENT), method=Method(key="whsec"))
    found = judge("x", by_nothing, [Key("secret", "whsec_")], LIMIT, 1000)
    assert (found.status, fact(found, "key").holds) == (Status.INVALID, False)


def test_without_any_key() -> None:
    found = judge("x", claim(), [], LIMIT, 1000)
    assert (found.status, fact(found, "key").fact) == (Status.NO_SECRET, "there is no key to verify with")
    assert found.signed_content == b"other"


def test_the_time_step_holds_numbers_for_programs() -> None:
    def values(one: Claim, settings=LIMIT, now: float = 1000) -> tuple[str, str]:
        step = fact(judge("x", one, KEYS, settings, now), "timestamp")
        return step.expected, step.found

    assert values(claim(), now=1015.2) == ("10", "15")
    assert values(claim(), now=980) == ("10", "-20")
    assert values(claim(), {}) == ("", "0")
    assert values(claim(time=b"soon")) == ("s", "soon")
    assert values(claim(time=None)) == ("", "")


def test_what_stops_is_the_verdict() -> None:
    found = judge("x", unsigned("X-Sig"), [secret()], {}, 0)
    assert (found.status, found.steps[0].fact) == (Status.UNSIGNED, "X-Sig is missing")


def test_either_case_where_the_sender_allows_it() -> None:
    assert status(claim(FITS.upper())) is Status.INVALID
    assert status(claim(FITS.upper(), method=Method(any_case=True))) is Status.VALID
