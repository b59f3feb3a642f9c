import hashlib
import hmac
import json
from dataclasses import replace

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
from tests.shared_secrets import fact, secret
from webhook_inspector.core.headers import first
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.self_describing import SCHEMES

HOOK0, CONTENTFUL, HYGRAPH, MERCADO = (
    scheme_called(name, SCHEMES) for name in ("hook0", "contentful", "hygraph", "mercadopago")
)
KEY = secret()
URL = "https://hooks.example.com/mp?data.id=AB1&type=payment"
HEADERS = {
    "hook0": b"X-Hook0-Signature",
    "contentful": b"X-Contentful-Signature",
    "hygraph": b"gcms-signature",
    "mercadopago": b"x-signature",
}
ALL = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


def signed(scheme, request=None):
    return scheme.sign(request or make_request(url=URL), [KEY], {}, NOW)


@pytest.mark.parametrize("scheme", [HOOK0, CONTENTFUL, HYGRAPH], ids=lambda scheme: scheme.name)
@given(st.text(max_size=60))
def test_the_body_is_covered(scheme, text) -> None:
    body = text.encode()
    sent = signed(scheme, make_request(body))
    assert status(scheme, sent, KEY) is Status.VALID
    assert status(scheme, with_body(sent, body + b"!"), KEY) is Status.INVALID
    assert status(scheme, sent, secret(number=2)) is Status.INVALID


@ALL
@given(PLACES)
def test_any_changed_character_of_the_signature_fails(scheme, place) -> None:
    sent = signed(scheme)
    name = HEADERS[scheme.name]
    text = header(sent, name)
    at = place % len(text)
    if text[at : at + 1] != b" ":
        assert status(scheme, with_header(sent, name, changed(text, at)), KEY) is Status.INVALID


@ALL
def test_without_signature(scheme) -> None:
    assert status(scheme, make_request(url=URL), KEY) is Status.UNSIGNED
    assert status(scheme, make_request(fields=((HEADERS[scheme.name], b""),)), KEY) is Status.INVALID


@ALL
def test_junk(scheme) -> None:
    @settings(max_examples=40)
    @given(junk_requests(*HEADERS.values(), b"X-Contentful-Signed-Headers", b"X-Contentful-Timestamp", b"x-request-id"))
    def survives(sent) -> None:
        survives_junk(scheme, sent, KEY)

    survives()


@given(BODIES)
def test_hook0_signs_the_headers_that_it_names(body) -> None:
    old = make_request(
        body, ((b"X-Event-Id", b"e1"), (b"X-Other", b"o"), (b"X-Hook0-Signature", b"t=1,h=x-event-id x-other,v1=00"))
    )
    sent = signed(HOOK0, old)
    assert header(sent, b"X-Hook0-Signature").startswith(b"t=1767315000,h=x-event-id x-other,v1=")
    assert status(HOOK0, sent, KEY) is Status.VALID
    assert status(HOOK0, with_header(sent, b"X-Event-Id", b"e2"), KEY) is Status.INVALID
    missing = verdict(HOOK0, replace(sent, fields=sent.fields[1:]), KEY)
    assert fact(missing, "content").expected == "x-event-id"


def test_hook0_never_falls_back_to_version_0() -> None:
    text = header(signed(HOOK0), b"X-Hook0-Signature")
    both = text + b",h=content-type,v1=" + b"0" * 64
    assert status(HOOK0, with_header(signed(HOOK0), b"X-Hook0-Signature", both), KEY) is Status.INVALID


def test_hook0_takes_one_signature_of_a_version() -> None:
    text = header(signed(HOOK0), b"X-Hook0-Signature")
    for value in (text + b",v0=" + b"0" * 64, text.replace(b",v0=", b",v0=00,v0=")):
        found = verdict(HOOK0, with_header(signed(HOOK0), b"X-Hook0-Signature", value), KEY)
        assert (found.status, found.steps[-1].name) == (Status.INVALID, "format")


def test_contentful_signs_path_and_query_as_javascript_writes_them() -> None:
    sent = signed(CONTENTFUL, make_request(b"{}", url="https://e.com/a b/é?x=1&y=a/b"))
    lines = verdict(CONTENTFUL, sent, KEY).signed_content.split(b"\n")
    assert lines[:2] == [b"POST", b"/a%20b/%C3%A9?x%253D1%2526y%253Da%252Fb"]
    listed = first(sent.fields, b"X-Contentful-Signed-Headers")
    assert listed == b"content-type,x-contentful-signed-headers,x-contentful-timestamp"
    assert status(CONTENTFUL, replace(sent, url="https://other/a b/é?x=1&y=a/c"), KEY) is Status.INVALID
    assert status(CONTENTFUL, with_header(sent, b"Content-Type", b"text/plain"), KEY) is Status.INVALID


@pytest.mark.parametrize("name", [b"X-Contentful-Signed-Headers", b"X-Contentful-Timestamp", b"Content-Type"])
def test_contentful_with_a_signed_header_lost(name) -> None:
    sent = signed(CONTENTFUL)
    lost = replace(sent, fields=tuple(field for field in sent.fields if field[0] != name))
    found = verdict(CONTENTFUL, lost, KEY)
    assert found.status is Status.INVALID
    assert name.decode().lower() in fact(found, "content").fact.lower()


def test_hygraph_signs_json_of_body_environment_and_time() -> None:
    old = make_request('a"é\n'.encode(), ((b"gcms-signature", b"sign=x, env=dev, t=1"),))
    sent = signed(HYGRAPH, old)
    content = verdict(HYGRAPH, sent, KEY).signed_content
    assert json.loads(content) == {"Body": 'a"é\n', "EnvironmentName": "dev", "TimeStamp": int(NOW)}
    assert (
        status(
            HYGRAPH, with_header(sent, b"gcms-signature", header(sent, b"gcms-signature").replace(b"dev", b"prd")), KEY
        )
        is Status.INVALID
    )


def test_mercado_pago_signs_what_is_there() -> None:
    sent = signed(MERCADO)
    assert verdict(MERCADO, sent, KEY).signed_content == b"id:AB1;ts:1767315000;"
    assert status(MERCADO, with_body(sent, b"other"), KEY) is Status.VALID
    assert "the body is not" in fact(verdict(MERCADO, sent, KEY), "content").fact
    assert status(MERCADO, replace(sent, url=URL.replace("AB1", "AB2")), KEY) is Status.INVALID
    assert status(MERCADO, with_header(sent, b"x-request-id", b"r"), KEY) is Status.INVALID


def test_mercado_pago_may_have_signed_the_id_in_lower_case() -> None:
    text = hmac.new(KEY.value.encode(), b"id:ab1;ts:1767315000;", hashlib.sha256).hexdigest().encode()
    sent = with_header(signed(MERCADO), b"x-signature", b"ts=1767315000,v1=" + text)
    assert status(MERCADO, sent, KEY) is Status.VALID
