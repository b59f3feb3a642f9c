import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    scheme_called,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from tests.shared_secrets import secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.scheme import Key
from webhook_inspector.signatures.standard_webhooks import SCHEMES

NAMES = ("standard-webhooks", "standard-webhooks-raw-key", "svix")
ALL = pytest.mark.parametrize("name", NAMES)


def signed(name: str, body: bytes = b"{}", request=None, key=None):
    scheme = scheme_called(name, SCHEMES)
    assert scheme.sign is not None
    return scheme, scheme.sign(request or make_request(body), [key or secret("whsec")], {}, NOW)


def family(name: str) -> bytes:
    return b"svix" if name == "svix" else b"webhook"


@ALL
@given(BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(name, body, place) -> None:
    scheme, sent = signed(name, body)
    assert status(scheme, sent, secret("whsec")) is Status.VALID
    assert status(scheme, with_body(sent, body + b" "), secret("whsec")) is Status.INVALID
    assert status(scheme, sent, secret("whsec", 2)) is Status.INVALID
    for part in (b"-id", b"-timestamp", b"-signature"):
        header_name = family(name) + part
        other = with_header(sent, header_name, changed(header(sent, header_name), place))
        assert status(scheme, other, secret("whsec")) is Status.INVALID


@ALL
def test_junk(name) -> None:
    @settings(max_examples=30)
    @given(
        junk_requests(
            *(prefix + part for prefix in (b"webhook", b"svix") for part in (b"-id", b"-timestamp", b"-signature"))
        )
    )
    def survives(sent) -> None:
        survives_junk(scheme_called(name, SCHEMES), sent, secret("whsec"))

    survives()


def test_the_key_is_decoded_or_taken_as_it_stands() -> None:
    scheme, sent = signed("standard-webhooks")
    assert status(scheme, sent, Key("secret", secret("whsec").value.removeprefix("whsec_"))) is Status.VALID
    assert status(scheme, sent, secret("whsec"), settings={"secret_is_raw": True}) is Status.INVALID
    raw, by_text = signed("standard-webhooks-raw-key", key=Key("secret", "polar_whs_1"))
    assert status(raw, by_text, Key("secret", "polar_whs_1")) is Status.VALID
    assert status(scheme, by_text, Key("secret", "polar_whs_1")) is Status.VALID
    as_base64 = "whsec_" + base64.b64encode(b"polar_whs_1").decode()
    assert status(scheme, by_text, Key("secret", as_base64)) is Status.VALID


def test_any_entry_of_version_one_will_do() -> None:
    scheme, sent = signed("standard-webhooks")
    good = header(sent, b"webhook-signature")
    many = with_header(sent, b"webhook-signature", b"v1a,AAAA v2,x v1," + b"A" * 43 + b"= " + good)
    assert status(scheme, many, secret("whsec")) is Status.VALID
    for value in (good.removeprefix(b"v1,"), b"v1a," + good[3:], good.replace(b"v1,", b"v1,v1,")):
        assert status(scheme, with_header(sent, b"webhook-signature", value), secret("whsec")) is Status.INVALID


def test_svix_reads_either_family_and_keeps_it() -> None:
    _, sent = signed("standard-webhooks")
    svix, again = signed("svix", request=sent)
    assert status(svix, sent, secret("whsec")) is Status.VALID
    assert not [name for name, _ in again.fields if name.startswith(b"svix")]
    standard, own = signed("svix")[0], signed("svix")[1]
    assert status(scheme_called("standard-webhooks", SCHEMES), own, secret("whsec")) is Status.UNSIGNED
    assert status(standard, own, secret("whsec")) is Status.VALID


@given(st.integers(-400, 400))
def test_the_limit_holds_in_both_directions(late) -> None:
    scheme, sent = signed("svix")
    found = verdict(scheme, sent, secret("whsec"), settings={"tolerance_seconds": 300}, now=NOW + late)
    assert found.status is (Status.VALID if abs(late) <= 300 else Status.EXPIRED)
