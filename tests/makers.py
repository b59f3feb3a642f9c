"""Sample values for tests: whole and realistic, each part overridable."""

from webhook_inspector.core.capture import Capture, Record, State
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import Problem
from webhook_inspector.signatures.registry import SCHEMES, sign
from webhook_inspector.signatures.scheme import Request

RECEIVED_NS = 1_764_000_000_123_456_789


def make_head(
    method: str = "POST",
    target: str = "/stripe?x=1",
    headers: tuple[tuple[str, str], ...] = (("Host", "127.0.0.1:8787"), ("Content-Type", "application/json")),
    version: str = "HTTP/1.1",
) -> bytes:
    lines = [f"{method} {target} {version}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def make_capture(
    head: bytes | None = None,
    body: bytes = b'{"hi":1}',
    state: State = State.COMPLETE,
    problem: Problem | None = None,
    body_size: int | None = None,
    received_ns: int = RECEIVED_NS,
    trailers: bytes = b"",
    peer: str = "127.0.0.1:50000",
) -> Capture:
    return Capture(
        received_ns=received_ns,
        peer=peer,
        scheme="http",
        head=make_head() if head is None else head,
        body=body,
        state=state,
        problem=problem,
        body_size=len(body) if body_size is None else body_size,
        trailers=trailers,
    )


def make_record(
    capture: Capture | None = None,
    number: int = 0,
    status: int = 200,
    reply: bytes | None = None,
    judgement: Judgement | None = None,
) -> Record:
    sent = f"HTTP/1.1 {status} OK\r\nContent-Length: 0\r\n\r\n".encode() if reply is None else reply
    return Record(capture=capture or make_capture(), status=status, reply=sent, id=number, judgement=judgement)


def make_signed(
    secret: str = "whsec_test",
    *,
    scheme: str = "stripe",
    path: str = "/stripe",
    body: bytes = b'{"id":"evt_1","object":"event","livemode":false,"type":"invoice.paid"}',
    signed_at: float | None = None,
    received_ns: int = RECEIVED_NS,
    headers: tuple[tuple[str, str], ...] = (),
) -> Capture:
    """A capture that its provider signed, at its arrival where nothing else is said."""
    plain = (("Host", "127.0.0.1:8787"), ("Content-Type", "application/json"), *headers)
    fields = tuple((name.encode(), value.encode()) for name, value in plain)
    request = Request("POST", f"http://127.0.0.1:8787{path}", fields, body)
    kind = SCHEMES[scheme].key_kinds[0]
    now = received_ns / 10**9 if signed_at is None else signed_at
    signed = sign(request, scheme, [Key(kind, secret)], {}, now)
    head = make_head(target=path, headers=tuple((name.decode(), value.decode()) for name, value in signed.fields))
    return make_capture(head, signed.body, received_ns=received_ns)
