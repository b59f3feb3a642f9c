from dataclasses import replace

import pytest

from tests.key_pairs import private_key, public_key
from tests.unit.doctor.cases import (
    BODY,
    FORM,
    JSON,
    NOW,
    URL,
    code,
    diagnosis,
    first,
    patient_of,
    proven,
    signed,
    with_header,
    with_url,
)
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.doctor.addresses import CODES, other_addresses
from webhook_inspector.doctor.finding import Action
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Request

SCHEMES = [("square", BODY, JSON), ("trello", BODY, JSON), ("hubspot-v3", BODY, JSON), ("twilio", b"a=1&b=2", FORM)]
BY_SCHEME = pytest.mark.parametrize(("scheme", "body", "kind"), SCHEMES)
CHANGES = [
    ("doctor-address-scheme", URL, "http://hooks.example.com/in"),
    ("doctor-address-slash", f"{URL}/", URL),
    ("doctor-address-slash", URL, f"{URL}/"),
    ("doctor-address-query", URL, f"{URL}?a=1"),
    ("doctor-address-query", f"{URL}?a=1&b=2", f"{URL}?b=2&a=1"),
    ("doctor-address-query", f"{URL}?a=x%20y", f"{URL}?a=x+y"),
    ("doctor-address-query", f"{URL}?a=%2f", f"{URL}?a=%2F"),
    ("doctor-address-path", f"{URL}/b", "https://hooks.example.com/api/in/b"),
    ("doctor-address-path", f"{URL}/a b", f"{URL}/a%20b"),
    ("doctor-address-other", f"{URL}/", "http://hooks.example.com/in"),
]


@BY_SCHEME
@pytest.mark.parametrize(("expected", "told", "seen"), CHANGES)
def test_an_address_that_was_changed(scheme, body, kind, expected, told, seen) -> None:
    case = with_url(signed(scheme, body, url=told, fields=(kind,)), seen)
    found, particulars = proven(case)
    assert (found, particulars["address"]) == (expected, told.partition("?")[0] + ("?…" if "?" in told else ""))
    remedy = first(case).remedy
    assert (remedy.action, remedy.name, remedy.value) == (Action.SET, "signed_url", told)


PROXIES = [
    ((b"X-Forwarded-Proto", b"https"), (b"X-Forwarded-Host", b"shop.example.com")),
    ((b"Forwarded", b'for=1.2.3.4;proto=https;host="shop.example.com"'),),
    ((b"X-Forwarded-Host", b"shop.example.com, inner.example.com"),),
]


@BY_SCHEME
@pytest.mark.parametrize("headers", PROXIES)
def test_an_address_that_the_headers_of_a_proxy_tell(scheme, body, kind, headers) -> None:
    case = signed(scheme, body, url="https://shop.example.com/in", fields=(kind, *headers))
    seen = with_url(case, "http://127.0.0.1:8787/in")
    assert proven(seen) == ("doctor-address-other", {"address": "https://shop.example.com/in"})


@pytest.mark.parametrize("scheme", ["square", "trello", "hubspot-v3"])
def test_another_host_or_port(scheme) -> None:
    told = "https://shop.example.com/in"
    by_host = signed(scheme, url=told, fields=((b"X-Original-Host", b"shop.example.com"),))
    assert code(with_url(by_host, URL)) == "doctor-address-host"
    assert code(with_url(signed(scheme), "https://hooks.example.com:8787/in")) == "doctor-address-port"
    assert code(with_url(signed(scheme, url="https://hooks.example.com:443/in"), URL)) == "doctor-address-port"


def test_a_path_that_a_proxy_shortened() -> None:
    case = signed("square", url="https://hooks.example.com/api/in", fields=((b"X-Forwarded-Prefix", b"/api"),))
    assert code(with_url(case, URL)) == "doctor-address-path"
    whole = signed("square", url="https://hooks.example.com/api/in?x=1", fields=((b"X-Original-URI", b"/api/in?x=1"),))
    assert code(with_url(whole, URL)) == "doctor-address-other"


def test_a_setting_that_is_wrong() -> None:
    case = replace(signed("square"), settings={"signed_url": "https://wrong.example.com/elsewhere"})
    assert proven(case) == ("doctor-address-setting", {"address": URL})


def test_an_address_of_one_request_cannot_be_set() -> None:
    told = f"{URL}?data.id=77"
    finding = first(with_url(signed("mercadopago", url=told), f"{URL}?data.id=77&data.id=78".replace("77&", "&")))
    assert finding.remedy is None


def test_an_address_of_a_scheme_without_that_setting_cannot_be_set() -> None:
    request = sign(Request("POST", URL, (), BODY), "rfc9421", (private_key("ed25519"),), {}, NOW)
    case = Case(request, "rfc9421", (public_key("ed25519"),), NOW, {}, "/in")
    finding = first(with_url(case, "http://hooks.example.com/in"))
    assert finding.problem.code == "doctor-address-scheme"
    assert finding.remedy is None


def test_tokens_of_the_query_are_not_shown() -> None:
    finding = first(with_url(signed("square", url=f"{URL}?token=hush"), "http://hooks.example.com/in?token=hush"))
    assert "hush" not in str(finding.problem)
    assert "hush" not in repr(finding.remedy)


def test_a_scheme_that_does_not_sign_the_address_is_left_alone() -> None:
    assert list(other_addresses(patient_of(with_url(signed("github"), "http://x/")))) == []


@pytest.mark.parametrize("url", ["", "nonsense", "ftp://x", "https://"])
def test_an_address_that_is_none(url) -> None:
    assert diagnosis(with_url(signed("square"), url)).complete


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_another_method_was_signed(method) -> None:
    case = signed("hubspot-v3", method=method)
    posted = replace(case, request=replace(case.request, method="POST"))
    assert proven(posted) == ("doctor-method", {"method": method, "own": "POST"})


def test_every_code_has_its_sentence() -> None:
    assert set(CODES.values()) <= set(SENTENCES)


def test_headers_of_a_proxy_alone_change_nothing() -> None:
    case = with_header(signed("square"), b"X-Forwarded-Proto", b"http")
    assert diagnosis(case).findings == ()
