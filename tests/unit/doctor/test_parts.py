import json
from dataclasses import replace

import pytest

from tests.key_pairs import private_key, public_key
from tests.unit.doctor.cases import (
    BODY,
    NOW,
    URL,
    diagnosis,
    proven,
    signed,
    unproven,
    with_body,
    with_header,
    with_url,
    without_header,
)
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Request


@pytest.mark.parametrize("scheme", ["stripe", "github", "slack", "svix"])
def test_a_body_that_was_cut(scheme) -> None:
    case = replace(with_body(signed(scheme), BODY[:20]), missing=len(BODY) - 20)
    assert unproven(case) == ("doctor-body-cut", {"missing": len(BODY) - 20, "kept": 20})


def test_a_cut_body_that_is_not_signed_is_no_reason() -> None:
    case = with_header(signed("telegram"), b"X-Telegram-Bot-Api-Secret-Token", b"someone-elses-token")
    assert diagnosis(replace(case, missing=5)).findings == ()


@pytest.mark.parametrize(
    ("scheme", "header"),
    [
        ("slack", b"X-Slack-Request-Timestamp"),
        ("zoom", b"x-zm-request-timestamp"),
        ("svix", b"svix-id"),
        ("twitch", b"Twitch-Eventsub-Message-Id"),
    ],
)
def test_a_signed_header_that_is_missing(scheme, header) -> None:
    case = without_header(signed(scheme), header)
    found, particulars = unproven(case)
    assert (found, str(particulars["part"]).lower()) == ("doctor-part-missing", header.decode().lower())


@pytest.mark.parametrize("lost", ["timestamp", "token"])
def test_a_signed_member_of_the_body_that_is_missing(lost) -> None:
    members = {"timestamp": "1", "token": "abc", "signature": "x"}
    case = signed("mailgun", json.dumps({"signature": members}).encode())
    body = json.loads(case.request.body)
    del body["signature"][lost]
    assert unproven(with_body(case, json.dumps(body).encode())) == ("doctor-part-missing", {"part": lost})


def test_mercado_pago_without_its_request_id() -> None:
    case = signed("mercadopago", url=f"{URL}?data.id=77", fields=((b"x-request-id", b"r-1"),))
    assert unproven(without_header(case, b"x-request-id")) == ("doctor-part-missing", {"part": "x-request-id"})


def test_mercado_pago_without_its_parameter() -> None:
    case = signed("mercadopago", url=f"{URL}?data.id=77", fields=((b"x-request-id", b"r-1"),))
    assert proven(with_url(case, URL)) == ("doctor-parameter-missing", {"parameter": "data.id"})


@pytest.mark.parametrize(("scheme", "header"), [("discord", b"X-Signature-Timestamp"), ("telnyx", b"telnyx-timestamp")])
def test_a_missing_header_of_a_public_key_scheme(scheme, header) -> None:
    request = sign(Request("POST", URL, (), BODY), scheme, (private_key("ed25519"),), {}, NOW)
    case = without_header(Case(request, scheme, (public_key("ed25519"),), NOW, {}, "/in"), header)
    assert unproven(case) == ("doctor-part-missing", {"part": header.decode()})


def test_a_covered_header_that_is_missing() -> None:
    request = Request("POST", URL, ((b"Date", b"Fri, 02 Jan 2026 00:50:00 GMT"),), BODY)
    made = sign(request, "rfc9421", (private_key("ed25519"),), {"required_headers": ("date",)}, NOW)
    case = Case(made, "rfc9421", (public_key("ed25519"),), NOW, {}, "/in")
    assert unproven(without_header(case, b"Date")) == ("doctor-part-missing", {"part": "date"})


def test_a_body_longer_than_announced() -> None:
    length = str(len(BODY)).encode()
    case = signed("github", fields=((b"Content-Length", length),))
    assert proven(with_body(case, BODY + b"<html>injected</html>")) == (
        "doctor-body-length",
        {"announced": len(BODY), "received": len(BODY) + 21},
    )


def test_a_body_shorter_than_announced_cannot_be_proven() -> None:
    case = signed("github", fields=((b"Content-Length", str(len(BODY)).encode()),))
    short = with_body(case, BODY[:-5])
    assert unproven(short) == ("doctor-body-length", {"announced": len(BODY), "received": len(BODY) - 5})


def test_a_length_that_differs_stands_behind_the_proven_reason() -> None:
    case = signed("github", b'{"a": 1}', fields=((b"Content-Length", b"8"),))
    codes = [one.problem.code for one in diagnosis(with_body(case, b'{"a":1}')).findings]
    assert codes == ["doctor-json-spaced", "doctor-body-length"]


def test_a_length_that_is_none_is_left_alone() -> None:
    case = signed("github", fields=((b"Content-Length", b"many"),))
    assert diagnosis(with_body(case, BODY[:-5])).findings == ()
