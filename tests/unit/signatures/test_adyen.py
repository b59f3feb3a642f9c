import json
from copy import deepcopy

import pytest
from hypothesis import given, settings

from tests.key_pairs import NOW, PLACES, changed, junk_requests, make_request, status, survives_junk, verdict
from tests.shared_secrets import secret
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.adyen import SCHEMES

(ADYEN,) = SCHEMES
KEY = secret("hex")
ITEM = {
    "pspReference": "7914073381342284",
    "merchantAccountCode": "Test:Merchant",
    "amount": {"value": 1130, "currency": "EUR"},
    "eventCode": "AUTHORISATION",
    "success": "true",
    "additionalData": {"hmacSignature": ""},
}


def body(count: int = 2) -> dict:
    items = [deepcopy(ITEM) | {"merchantReference": f"r{place}"} for place in range(count)]
    return {"live": "false", "notificationItems": [{"NotificationRequestItem": item} for item in items]}


def signed(count: int = 2):
    return ADYEN.sign(make_request(json.dumps(body(count)).encode()), [KEY], {}, NOW)


def with_items(sent, change):
    found = json.loads(sent.body)
    change(found["notificationItems"])
    return make_request(json.dumps(found).encode())


def test_every_item_is_signed_and_checked() -> None:
    sent = signed()
    found = verdict(ADYEN, sent, KEY)
    assert (found.status, found.key_label) == (Status.VALID, "key 1")
    assert found.signed_content.splitlines() == [
        f"7914073381342284::Test:Merchant:r{place}:1130:EUR:AUTHORISATION:true".encode() for place in (0, 1)
    ]
    assert status(ADYEN, sent, secret("hex", 2)) is Status.INVALID
    second = with_items(sent, lambda items: items[1]["NotificationRequestItem"].update(success="false"))
    assert status(ADYEN, second, KEY) is Status.INVALID
    uncovered = with_items(sent, lambda items: items[1]["NotificationRequestItem"].update(reason="x"))
    assert status(ADYEN, uncovered, KEY) is Status.VALID


@given(PLACES)
def test_a_changed_character_of_a_signature_fails(place) -> None:
    sent = signed(1)
    text = json.loads(sent.body)["notificationItems"][0]["NotificationRequestItem"]["additionalData"]["hmacSignature"]
    other = sent.body.replace(text.encode(), changed(text.encode(), place))
    assert status(ADYEN, make_request(other), KEY) is Status.INVALID


@settings(max_examples=80)
@given(junk_requests(b"Content-Type"))
def test_junk(sent) -> None:
    survives_junk(ADYEN, sent, KEY)


@pytest.mark.parametrize(
    "found", [{}, {"notificationItems": []}, {"notificationItems": [1, None]}, {"notificationItems": {}}, []]
)
def test_a_body_without_signature(found) -> None:
    sent = make_request(json.dumps(found).encode())
    assert status(ADYEN, sent, KEY) is Status.UNSIGNED
    with pytest.raises(KnownError):
        ADYEN.sign(sent, [KEY], {}, NOW)


def test_one_item_unsigned_is_told() -> None:
    lost = with_items(signed(), lambda items: items[1]["NotificationRequestItem"].pop("additionalData"))
    found = verdict(ADYEN, lost, KEY)
    assert (found.status, found.steps[0].fact) == (Status.UNSIGNED, "additionalData.hmacSignature of item 2 is missing")
