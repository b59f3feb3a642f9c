from dataclasses import replace

import pytest

from tests.key_pairs import private_key, public_key
from webhook_inspector.core.verdict import Status, Step
from webhook_inspector.signatures.algorithms import keyed_digest, made
from webhook_inspector.signatures.encodings import to_base64
from webhook_inspector.signatures.publickeys import UnusableKeyError, signing_key
from webhook_inspector.signatures.reading import TRIES, Reading, Stop, judge, lacking, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key

CONTENT = b"what is signed"
FAILS = Step("claim", False, "something is wrong")


def reading(number: int = 1, **parts: object) -> Reading:
    signature = made("ed25519", signing_key(private_key("ed25519", number)), CONTENT)
    whole = Reading(CONTENT, (signature,), ("ed25519",), well_formed("Signature", "it is fine"))
    return replace(whole, **parts)


def test_valid() -> None:
    verdict = judge("x", reading(), [public_key("ed25519")])
    assert (verdict.status, verdict.scheme, verdict.signed_content, verdict.key_label) == (
        Status.VALID,
        "x",
        CONTENT,
        "key 1",
    )
    assert [step.name for step in verdict.steps] == ["header", "format", "key", "content", "digest"]
    assert all(step.holds for step in verdict.steps)


def test_of_several_keys_the_verdict_names_the_one_that_fits() -> None:
    keys = [public_key("ed25519", 2), public_key("rsa"), replace(public_key("ed25519"), label="new")]
    assert judge("x", reading(), keys).key_label == "new"
    assert judge("x", reading(), [*keys[:2], public_key("ed25519")]).key_label == "key 3"
    assert judge("x", reading(), keys[:2]).status is Status.INVALID


def test_of_several_signatures_any_may_fit() -> None:
    right = reading().signatures
    assert judge("x", reading(signatures=(b"", b"x" * 64, *right)), [public_key("ed25519")]).status is Status.VALID


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"times": (FAILS,)}, Status.EXPIRED),
        ({"claims": (FAILS,)}, Status.INVALID),
        ({"claims": (FAILS,), "times": (FAILS,)}, Status.INVALID),
        ({"signatures": (bytes(64),)}, Status.INVALID),
        ({"signatures": (bytes(64),), "times": (FAILS,)}, Status.INVALID),
        ({"content": CONTENT + b"!"}, Status.INVALID),
    ],
)
def test_what_fails_decides_the_status(parts, expected) -> None:
    assert judge("x", reading(**parts), [public_key("ed25519")]).status is expected


def test_the_key_that_the_request_names() -> None:
    named = reading(key_id="a")
    assert judge("x", named, [public_key("ed25519", key_id="a")]).status is Status.VALID
    assert judge("x", named, [public_key("ed25519")]).status is Status.VALID
    other = judge("x", named, [public_key("ed25519", key_id="b")])
    assert other.status is Status.INVALID
    assert (other.steps[-1].expected, other.steps[-1].found) == ("b", "a")
    assert judge("x", reading(), [public_key("ed25519", key_id="b")]).status is Status.VALID


def test_without_a_key_there_is_no_verdict() -> None:
    assert judge("x", reading(), []).status is Status.NO_SECRET
    assert judge("x", reading(), [Key("token", "abc")]).status is Status.NO_SECRET


def test_unusable_keys_are_told() -> None:
    keys = [Key("public_key", "#"), public_key("rsa"), replace(public_key("ed25519"), alg="ES256")]
    verdict = judge("x", reading(), keys)
    assert verdict.status is Status.INVALID
    for words in ("key 1 cannot be used", "key 2 cannot be used", "key 3 cannot be used"):
        assert words in verdict.steps[-1].fact
    assert judge("x", reading(), [*keys, public_key("ed25519")]).key_label == "key 4"


def test_the_algorithm_of_a_key_may_have_its_jose_name() -> None:
    assert judge("x", reading(), [replace(public_key("ed25519"), alg="EdDSA")]).status is Status.VALID


def test_a_key_may_be_distrusted() -> None:
    def load(key: Key) -> object:
        raise UnusableKeyError("it is not trusted")

    verdict = judge("x", reading(), [public_key("ed25519")], load)
    assert verdict.status is Status.INVALID
    assert "not trusted" in verdict.steps[-1].fact


def test_a_secret_shows_what_was_expected_but_never_itself() -> None:
    claimed = Reading(CONTENT, (b"wrong",), ("hmac-sha256",))
    verdict = judge("x", claimed, [Key("secret", "s3cr3t!")])
    assert verdict.status is Status.INVALID
    assert verdict.steps[-1].expected == to_base64(keyed_digest("hmac-sha256", b"s3cr3t!", CONTENT))
    assert verdict.steps[-1].found == to_base64(b"wrong")
    assert "s3cr3t!" not in repr(verdict)


def test_a_public_key_is_not_taken_for_a_secret() -> None:
    """The confusion of RS256 with HS256: what anybody can read must not be what signs."""
    pem = public_key("rsa").value
    forged = Reading(CONTENT, (keyed_digest("hmac-sha256", pem.encode(), CONTENT),), ("hmac-sha256", "rsa-v1_5-sha256"))
    for kind in ("public_key_pem", "secret"):
        assert judge("x", forged, [Key(kind, pem)]).status is Status.INVALID


def test_stops() -> None:
    assert judge("x", unsigned("Signature"), [public_key("rsa")]).status is Status.UNSIGNED
    stop = malformed("Signature", "it is junk", "junk")
    verdict = judge("x", stop, [public_key("rsa")])
    assert isinstance(stop, Stop)
    assert (verdict.status, [step.holds for step in verdict.steps]) == (Status.INVALID, [True, False])


def test_not_every_one_of_many_signatures_is_tried() -> None:
    right = reading().signatures
    for others, expected in ((TRIES - 1, Status.VALID), (TRIES, Status.INVALID)):
        assert judge("x", reading(signatures=(bytes(64),) * others + right), [public_key("ed25519")]).status is expected


def test_a_missing_part_is_what_was_expected() -> None:
    stop = lacking("X-Sig", "X-Time")
    assert (stop.status, stop.steps[-1].name) == (Status.INVALID, "content")
    assert (stop.steps[-1].expected, stop.steps[-1].found) == ("X-Time", "")
    assert stop.steps[-1].fact == "X-Time is missing, which is signed too"


def test_without_keys_all_that_needs_none_is_told() -> None:
    found = judge("x", reading(times=(FAILS,)), [])
    assert found.status is Status.NO_SECRET
    assert [step.name for step in found.steps] == ["header", "format", "claim", "key"]
