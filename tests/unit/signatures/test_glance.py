import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head
from tests.shared_secrets import vectors
from webhook_inspector.core.capture import Capture
from webhook_inspector.signatures.captured import request_of
from webhook_inspector.signatures.detect import RULES, detect
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.glance import may_be_known


def capture_of(request) -> Capture:
    path = "/" + request.url.partition("://")[2].partition("/")[2]
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in request.fields)
    return make_capture(
        f"{request.method} {path} HTTP/1.1\r\n".encode("utf-8", "replace") + fields + b"\r\n", request.body
    )


def test_nothing_that_detection_finds_is_missed() -> None:
    found = 0
    for vector in vectors():
        capture = capture_of(vector.request)
        if detect(request_of(capture)) is not None:
            found += 1
            assert may_be_known(capture.head, capture.body), vector.id
    assert found > 900


@pytest.mark.parametrize("rule", [rule for rule in (*RULES, *EVENT_RULES) if rule.header], ids=lambda rule: rule.header)
def test_every_header_with_a_rule_is_seen(rule) -> None:
    head = make_head(headers=(("Host", "x"), (rule.header.title(), rule.start.decode() + "x")))
    assert may_be_known(head, b"")


@given(
    st.lists(st.sampled_from(["Host: x", "User-Agent: Stripe/1.0", "X: ey.a..b", "Link: <x>", "signature: 1", "A:b"])),
    st.sampled_from(["/", "/?jwt=1", "/?access_token=2", "/?%6Awt=1", "/?a=b"]),
    st.sampled_from(
        [b"", b"{}", b'{"signature":{"token":"x"}}', b"p_signature=1", b" token=1&timestamp=1&signature=1", b"a=b"]
    )
    | st.binary(max_size=80),
)
def test_it_agrees_with_detection(lines, target, body) -> None:
    head = "\r\n".join([f"POST {target} HTTP/1.1", *lines, "", ""]).encode()
    if detect(request_of(make_capture(head, body))) is not None:
        assert may_be_known(head, body)


def test_a_plain_post_is_ruled_out() -> None:
    head = make_head(headers=(("Host", "x"), ("User-Agent", "curl/8.5"), ("Content-Type", "application/json")))
    assert not may_be_known(head, b'{"hi": "there"}')
    assert not may_be_known(head, b"a=b")
    assert not may_be_known(head, b"")
