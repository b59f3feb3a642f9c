from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import private_key, public_key
from tests.makers import make_capture, make_head, make_record, make_signed
from webhook_inspector.core.capture import Capture, Head
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.headers import values
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.signing import KEPT, Signing
from webhook_inspector.forwarding.request import MOST_HOPS, hop_fault, outgoing_of, signing_by
from webhook_inspector.judge import case_of

RULE = ForwardRule("app", ("http://localhost:3000",))
RULES = Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", "whsec_test"),))
NOW = 1_764_000_500


def made(
    capture: Capture, rule: ForwardRule = RULE, target: str = "http://localhost:3000", signing: Signing = KEPT
) -> Outgoing:
    return outgoing_of(make_record(capture), rule, target, "me", signing, NOW)


def with_headers(*headers: tuple[str, str], target: str = "/stripe?x=1", body: bytes = b"hello") -> Capture:
    return make_capture(make_head(target=target, headers=headers), body)


def lines(outgoing: Outgoing) -> list[bytes]:
    return outgoing.head.split(b"\r\n")[:-2]


def test_it_goes_as_it_came_but_for_what_belongs_to_the_connection() -> None:
    capture = with_headers(
        ("X-One", "1"),
        ("host", "evil.example"),
        ("x-one", "2"),
        ("Connection", "close, X-Hop"),
        ("X-Hop", "1"),
        ("Transfer-Encoding", "chunked"),
        ("Expect", "100-continue"),
        ("Content-Length", "99"),
        ("Stripe-Signature", "t=1,v1=ab"),
    )
    found = made(capture)
    assert lines(found) == [
        b"POST /stripe?x=1 HTTP/1.1",
        b"X-One: 1",
        b"host: localhost:3000",
        b"x-one: 2",
        b"Content-Length: 5",
        b"Stripe-Signature: t=1,v1=ab",
        b"Webhook-Inspector-Hop: me",
    ]
    assert (found.scheme, found.host, found.port, found.body) == ("http", "localhost", 3000, b"hello")


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("http://a.example", b"POST /stripe?x=1 HTTP/1.1"),
        ("http://a.example/", b"POST /?x=1 HTTP/1.1"),
        ("http://a.example/in", b"POST /in?x=1 HTTP/1.1"),
        ("http://a.example/in?y=2", b"POST /in?y=2 HTTP/1.1"),
    ],
)
def test_a_target_with_a_path_replaces_the_path(target: str, line: bytes) -> None:
    assert lines(made(with_headers(("Host", "x")), target=target))[0] == line


@pytest.mark.parametrize(
    "wanted", ["http://evil.example/x", "//evil.example/x", "/\\evil.example", "@evil.example", "*"]
)
def test_nothing_that_is_captured_chooses_the_host(wanted: str) -> None:
    found = made(with_headers(("Host", "evil.example"), target=wanted))
    assert (found.host, found.port) == ("localhost", 3000)
    assert values(Head.parse(found.head).fields, b"host") == [b"localhost:3000"]
    assert not Head.parse(found.head).target.startswith(b"http")


@given(st.binary(max_size=300), st.binary(max_size=50))
def test_whatever_came_goes_to_the_target_or_is_refused(head: bytes, body: bytes) -> None:
    try:
        found = made(make_capture(head, body))
    except KnownError:
        return
    assert (found.host, found.port) == ("localhost", 3000)
    assert values(Head.parse(found.head).fields, b"webhook-inspector-hop")
    assert found.head.count(b"\r\n\r\n") == 1


def test_headers_are_dropped_and_set() -> None:
    rule = replace(
        RULE, drop_headers=("cookie", "X-Gone"), set_headers=(("X-ENV", "tést"), ("New", "1"), ("x-gone", "2"))
    )
    capture = with_headers(("Host", "h"), ("Cookie", "a"), ("x-env", "p"), ("X-Env", "q"), ("X-Gone", "z"))
    assert lines(made(capture, rule))[1:] == [
        b"Host: localhost:3000",
        "X-ENV: tést".encode(),
        b"New: 1",
        b"x-gone: 2",
        b"Webhook-Inspector-Hop: me",
        b"Content-Length: 5",
    ]


def test_hops_are_counted_and_loops_found() -> None:
    assert hop_fault(make_head(), "me") is None
    capture = with_headers(("Webhook-Inspector-Hop", "a, b"), ("webhook-inspector-hop", "c"))
    assert hop_fault(capture.head, "me") is None
    (hops,) = values(Head.parse(made(capture).head).fields, b"webhook-inspector-hop")
    assert hops == b"a, b, c, me"
    for name, code in (("b", "forward-loop"), ("c", "forward-loop"), ("bb", "")):
        fault = hop_fault(capture.head, name)
        assert (fault.code if fault else "") == code
    many = with_headers(("Webhook-Inspector-Hop", ",".join("abcde")))
    assert hop_fault(many.head, "me") == Problem.of("forward-hops", most=MOST_HOPS)


@given(st.binary())
def test_junk_in_a_hop_header_never_raises(junk: bytes) -> None:
    hop_fault(b"POST / HTTP/1.1\r\nWebhook-Inspector-Hop: " + junk + b"\r\n\r\n", "me")


def test_it_is_signed_again_with_the_secrets_of_its_endpoint() -> None:
    old = make_signed(path="/stripe")
    signing = signing_by(lambda: RULES)(old, NOW)
    found = made(old, signing=signing)
    sent = make_capture(found.head, found.body, received_ns=NOW * 10**9)
    assert case_of(sent, RULES).verdict().status is Status.VALID
    assert case_of(make_capture(old.head, old.body, received_ns=NOW * 10**9), RULES).verdict().status is Status.EXPIRED
    assert "whsec_test" not in repr(signing)


def test_without_a_secret_it_is_not_signed() -> None:
    with pytest.raises(KnownError) as caught:
        signing_by(lambda: NO_RULES)(make_signed(), NOW)
    assert caught.value.problem.code == "forward-no-secret"


def test_the_private_half_of_a_key_pair_signs_and_the_public_one_does_not() -> None:
    def rules(key: Key) -> Rules:
        return Rules((Endpoint("/hook", "discord"),), (Secret("/hook", "pair", key.value),))

    capture = make_capture(make_head(target="/hook"), b"{}")
    signing = signing_by(lambda: rules(private_key("ed25519")))(capture, NOW)
    assert [key.kind for key in signing.keys] == ["private_key_pem"]
    found = made(capture, signing=signing)
    sent = make_capture(found.head, found.body, received_ns=NOW * 10**9)
    assert case_of(sent, rules(public_key("ed25519"))).verdict().status is Status.VALID
    with pytest.raises(KnownError) as caught:
        signing_by(lambda: rules(public_key("ed25519")))(capture, NOW)
    assert caught.value.problem.code == "forward-no-secret"


def test_a_message_that_is_signed_again_keeps_its_id() -> None:
    rules = Rules((Endpoint("/hook", "standard-webhooks"),), (Secret("/hook", "prod", "whsec_" + "QUJD" * 8),))
    old = make_signed("whsec_" + "QUJD" * 8, scheme="standard-webhooks", path="/hook")
    found = made(old, signing=signing_by(lambda: rules)(old, NOW))
    before, after = (values(Head.parse(head).fields, b"webhook-id") for head in (old.head, found.head))
    assert before == after != []
