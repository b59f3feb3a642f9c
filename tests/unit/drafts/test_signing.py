import json
from dataclasses import replace

import pytest

from tests.shared_secrets import valid_vector
from tests.unit.drafts.signings import LATER, SHARED, signing_of
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.signing import KEPT, How, Signing, id_headers, signed, unsigned
from webhook_inspector.signatures.registry import verify

WITH_IDS = {
    "standard-webhooks": b"webhook-id",
    "standard-webhooks-raw-key": b"webhook-id",
    "svix": b"svix-id",
    "twitch": b"Twitch-Eventsub-Message-Id",
}


def edited(body: bytes) -> bytes:
    """As a user edits it: another value, still of the same kind."""
    try:
        value = json.loads(body)
    except ValueError:
        return body + b"&edited=1" if b"=" in body and b"\n" not in body else body
    return json.dumps({**value, "edited": "yes"}).encode() if isinstance(value, dict) else body


@pytest.mark.parametrize("name", SHARED)
def test_an_edited_capture_signed_again_is_valid(name) -> None:
    vector = valid_vector(name)
    signing, now = signing_of(vector), vector.now + LATER
    request = replace(vector.request, body=edited(vector.request.body))
    found = signed(request, signing, now)
    assert verify(found, name, signing.keys, signing.settings, now).status is Status.VALID
    before, after = ([one.lower() for one, _ in fields] for fields in (request.fields, found.fields))
    assert [one for one in after if one in before] == [one for one in before if one in after]


@pytest.mark.parametrize("name", SHARED)
def test_a_new_id_where_the_scheme_signs_one(name) -> None:
    vector = valid_vector(name)
    signing, now = signing_of(vector), vector.now + LATER
    ids = id_headers(vector.request, signing, now)
    assert ids == ((WITH_IDS[name],) if name in WITH_IDS else ())
    for header in ids:
        old = first(vector.request.fields, header)
        new, again = (first(signed(vector.request, signing, at).fields, header) for at in (now, now + 1))
        assert len({old, new, again}) == 3
        kept = signed(vector.request, replace(signing, new_id=False), now)
        assert first(kept.fields, header) == old
        assert verify(kept, name, signing.keys, signing.settings, now).status is Status.VALID


def test_kept_is_the_same_request() -> None:
    request = valid_vector("stripe").request
    assert signed(request, KEPT, 0) is request


def test_none_takes_the_signature_out_without_a_key() -> None:
    vector = valid_vector("stripe")
    found = signed(vector.request, Signing(How.NONE, "stripe"), 0)
    assert first(found.fields, b"stripe-signature") is None
    assert len(found.fields) == len(vector.request.fields) - 1


@pytest.mark.parametrize("scheme", ["mailgun", ""])
def test_what_cannot_be_taken_out_is_told(scheme) -> None:
    with pytest.raises(KnownError) as caught:
        unsigned(valid_vector("mailgun").request, Signing(How.NONE, scheme))
    assert caught.value.problem.code == "signature-stays"


def test_without_a_key_it_cannot_be_signed() -> None:
    with pytest.raises(KnownError) as caught:
        signed(valid_vector("stripe").request, Signing(How.NEW, "stripe"), 0)
    assert caught.value.problem.code == "cannot-sign"


def test_its_repr_shows_no_secret() -> None:
    vector = valid_vector("stripe")
    assert vector.keys[0].value not in repr(signing_of(vector))
