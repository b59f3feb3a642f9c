from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record, make_signed
from tests.shared_secrets import valid_vector
from tests.unit.drafts.signings import LATER, SHARED, signing_of
from webhook_inspector.core.capture import Head
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.headers import first, values
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.fates import Fate
from webhook_inspector.drafts.fault import Where
from webhook_inspector.drafts.prepare import Prepared, faults_of, prepare
from webhook_inspector.drafts.signing import Break, How, Signing
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import Request

NOW = 1_764_000_000.0
TOKENS = st.from_regex(rb"X-[A-Za-z0-9!#$%&'*+.^_`|~-]{0,8}", fullmatch=True)
FIELD_VALUES = (
    st.binary(max_size=12).filter(lambda raw: not set(raw) & set(b"\x00\r\n")).map(lambda raw: raw.strip(b" \t"))
)
STRIPE = Signing(How.NEW, "stripe", (Key("secret", "whsec_test"),), {"tolerance_seconds": 300})


def sent(found: Prepared) -> tuple[Head, bytes]:
    assert found.outgoing is not None
    return Head.parse(found.outgoing.head), found.outgoing.body


def codes(found: Prepared) -> list[str]:
    assert all("{" not in sentence(one) for one in found.remarks)
    return [one.code for one in found.remarks]


@given(
    st.from_regex(r"[A-Z]{1,8}", fullmatch=True),
    st.binary(max_size=20).filter(lambda raw: not set(raw) & set(b"\x00\r\n \t")),
    st.lists(st.tuples(TOKENS, FIELD_VALUES), max_size=8),
    st.binary(max_size=50),
)
def test_an_unchanged_capture_goes_out_as_it_came(method, rest, fields, body) -> None:
    target = b"/" + bytes(byte for byte in rest if byte > 0x20 and byte != 0x7F)
    block = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    size = str(len(body)).encode()
    head = (
        method.encode() + b" " + target + b" HTTP/1.1\r\nHost: a\r\nContent-Length: " + size + b"\r\n" + block + b"\r\n"
    )
    record = make_record(make_capture(head, body))
    found = prepare(draft_of(record, "http://localhost:3000"))
    assert found.outgoing is not None
    assert found.outgoing.head == head.replace(b"Host: a\r\n", b"Host: localhost:3000\r\n", 1)
    assert found.outgoing.body == body
    assert found.outgoing.origin == "http://localhost:3000"
    assert found.body is Fate.KEPT
    kept = prepare(draft_of(record, "http://localhost:3000"), keep_host=True)
    assert kept.outgoing is not None
    assert kept.outgoing.head == head


def test_the_signature_of_an_unchanged_capture_still_fits() -> None:
    capture = make_signed(signed_at=NOW)
    found = prepare(draft_of(make_record(capture), "http://localhost:3000"))
    assert found.request is not None
    assert verify(found.request, "stripe", STRIPE.keys, STRIPE.settings, NOW).status is Status.VALID


def test_chunks_of_a_capture_become_a_length() -> None:
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\n\r\n"
    found = prepare(draft_of(make_record(make_capture(head, b"abc")), "http://localhost"))
    assert found.outgoing is not None
    assert found.outgoing.head == b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n"
    assert [line.fate for line in found.lines] == [
        Fate.RECOMPUTED,
        Fate.REMOVED,
        Fate.REMOVED,
        Fate.REMOVED,
        Fate.REMOVED,
        Fate.RECOMPUTED,
    ]


@given(
    st.builds(
        Draft,
        st.text(max_size=6) | st.just("POST"),
        st.text(max_size=20) | st.just("http://localhost/"),
        st.lists(
            st.builds(DraftField, st.binary(max_size=8) | TOKENS, st.binary(max_size=8), st.booleans()), max_size=4
        ).map(tuple),
        st.binary(max_size=8),
        st.binary(max_size=8),
    ),
    st.booleans(),
)
def test_junk_is_a_fault_or_exactly_one_request(draft, raw) -> None:
    found = prepare(draft, raw=raw)
    assert (found.outgoing is None) == bool(found.faults)
    assert all(sentence(fault.problem) for fault in found.faults)
    if found.outgoing is None:
        return
    head = found.outgoing.head
    ticked = len([one for one in found.lines if one.sent])
    assert head.count(b"\r\n") == head.count(b"\n") == head.count(b"\r") == ticked + 2
    assert head.endswith(b"\r\n\r\n")
    assert head.index(b"\r\n\r\n") == len(head) - 4
    assert head.partition(b"\r\n")[0].count(b" ") == 2
    assert found.outgoing.body == draft.body
    if not raw:
        fields = Head.parse(head).fields
        assert len(values(fields, b"host")) == 1
        assert len(values(fields, b"content-length")) <= 1
        assert not values(fields, b"transfer-encoding")


@pytest.mark.parametrize(
    ("change", "where", "row"),
    [
        ({"method": "GET /"}, Where.METHOD, -1),
        ({"method": ""}, Where.METHOD, -1),
        ({"method": "PÖST"}, Where.METHOD, -1),
        ({"url": "localhost:3000"}, Where.URL, -1),
        ({"url": "http://localhost/a b"}, Where.URL, -1),
        ({"url": "http://localhost/\r\nX: 1"}, Where.URL, -1),
        ({"url": "http://localhost/\ud800"}, Where.URL, -1),
        ({"target": b"/a b"}, Where.URL, -1),
        ({"target": b"/\r\nX: 1"}, Where.URL, -1),
        ({"fields": (DraftField(b"A", b"1"), DraftField(b"B C", b"1"))}, Where.HEADER_NAME, 1),
        ({"fields": (DraftField(b"", b"1"),)}, Where.HEADER_NAME, 0),
        ({"fields": (DraftField(b"A:", b"1"),)}, Where.HEADER_NAME, 0),
        ({"fields": (DraftField(b"A", b"1\r\nB: 2"),)}, Where.HEADER_VALUE, 0),
        ({"fields": (DraftField(b"A", b"1\n"),)}, Where.HEADER_VALUE, 0),
        ({"fields": (DraftField(b"A", b"1\r"),)}, Where.HEADER_VALUE, 0),
        ({"fields": (DraftField(b"A", b"\x00"),)}, Where.HEADER_VALUE, 0),
    ],
)
def test_what_cannot_be_sent_is_told_at_its_place(change, where, row) -> None:
    for raw in (False, True):
        found = prepare(replace(Draft("POST", "http://localhost:3000/"), **change), raw=raw)
        assert found.outgoing is None
        assert [(fault.where, fault.row) for fault in found.faults] == [(where, row)]
        assert "{" not in sentence(found.faults[0].problem)


def test_every_fault_is_told_and_unticked_headers_have_none() -> None:
    draft = Draft("A B", "nowhere", (DraftField(b"C D", b"\n"), DraftField(b"E F", b"\n", sent=False)))
    assert [fault.where for fault in faults_of(draft)] == [
        Where.METHOD,
        Where.URL,
        Where.HEADER_NAME,
        Where.HEADER_VALUE,
    ]


def test_raw_sends_framing_as_it_stands_and_says_so() -> None:
    fields = (
        DraftField(b"Content-Length", b"99"),
        DraftField(b"Transfer-Encoding", b"chunked"),
        DraftField(b"Host", b"a"),
    )
    draft = Draft("POST", "http://localhost/", fields, b"abc")
    found = prepare(draft, raw=True)
    assert found.outgoing is not None
    assert (
        found.outgoing.head == b"POST / HTTP/1.1\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\nHost: a\r\n\r\n"
    )
    assert codes(found) == ["draft-raw", "draft-raw-coding"]
    assert codes(prepare(replace(draft, fields=fields[:1]), raw=True)) == [
        "draft-raw",
        "draft-raw-length",
        "draft-raw-host",
    ]
    assert codes(prepare(replace(draft, fields=fields[2:]), raw=True)) == ["draft-raw", "draft-raw-length"]
    good = replace(draft, fields=(DraftField(b"Content-Length", b"3"), fields[2]))
    assert codes(prepare(good, raw=True)) == ["draft-raw"]


def test_a_fragment_is_told() -> None:
    assert codes(prepare(Draft("GET", "http://localhost/a#b"))) == ["draft-fragment"]
    head, _ = sent(prepare(Draft("GET", "http://localhost/a#b")))
    assert head.target == b"/a"
    assert codes(prepare(Draft("GET", "http://localhost/a#b", target=b"/a#b"))) == []


@pytest.mark.parametrize("name", SHARED)
def test_a_draft_signed_again_is_valid_as_it_is_captured_next(name) -> None:
    vector = valid_vector(name)
    request, signing, now = vector.request, signing_of(vector), vector.now + LATER
    fields = tuple(DraftField(*field) for field in request.fields)
    found = prepare(Draft(request.method, request.url, fields, request.body), signing, now)
    head, body = sent(found)
    assert found.request is not None
    host = (first(head.fields, b"host") or b"").decode()
    again = Request(head.method, f"{request.url.partition(':')[0]}://{host}{head.target.decode()}", head.fields, body)
    assert again == found.request
    assert verify(again, name, signing.keys, signing.settings, now).status is Status.VALID
    assert first(head.fields, b"content-length") in {None, str(len(body)).encode()}


def test_signing_is_told_in_the_lines() -> None:
    draft = draft_of(make_record(make_signed()), "http://localhost")
    found = prepare(replace(draft, body=b'{"edited":1}'), STRIPE, NOW)
    fates = {line.name: line.fate for line in found.lines}
    assert fates == {
        b"Host": Fate.RECOMPUTED,
        b"Content-Type": Fate.KEPT,
        b"Stripe-Signature": Fate.SIGNED,
        b"Content-Length": Fate.RECOMPUTED,
    }
    assert codes(found) == []


@pytest.mark.parametrize(
    ("signing", "fate", "body", "code"),
    [
        (replace(STRIPE, broken=Break.EXPIRED), Fate.BROKEN, Fate.KEPT, "sent-expired"),
        (replace(STRIPE, broken=Break.WRONG_SECRET), Fate.BROKEN, Fate.KEPT, "sent-wrong-secret"),
        (replace(STRIPE, broken=Break.OURS_LAST), Fate.BROKEN, Fate.KEPT, "sent-two-signatures"),
        (replace(STRIPE, broken=Break.NO_SIGNATURE), Fate.BROKEN, Fate.KEPT, "sent-unsigned"),
        (replace(STRIPE, broken=Break.TAMPERED), Fate.SIGNED, Fate.BROKEN, "sent-tampered"),
        (replace(STRIPE, how=How.NONE), Fate.REMOVED, Fate.KEPT, "sent-unsigned"),
    ],
)
def test_a_break_is_told(signing, fate, body, code) -> None:
    found = prepare(draft_of(make_record(make_signed()), "http://localhost"), signing, NOW + 60)
    line = next(line for line in found.lines if line.name == b"Stripe-Signature")
    assert (line.fate, found.body) == (fate, body)
    assert codes(found) == [code]
    head, _ = sent(found)
    assert (first(head.fields, b"stripe-signature") is None) == (code == "sent-unsigned")


def test_a_signature_in_the_body_changes_the_length() -> None:
    vector = valid_vector("mailgun")
    draft = Draft("POST", "http://localhost/", (DraftField(b"Content-Type", b"application/json"),), vector.request.body)
    found = prepare(draft, signing_of(vector), 1e12)
    head, body = sent(found)
    assert found.body is Fate.SIGNED
    assert len(body) != len(draft.body)
    assert first(head.fields, b"content-length") == str(len(body)).encode()


def test_a_signature_in_the_query_changes_the_target() -> None:
    signing = Signing(How.NEW, "query-token", (Key("token", "a b&\r\n"),), {"parameter": "token"})
    head, _ = sent(prepare(Draft("POST", "http://localhost:3000/in?x=1"), signing, NOW))
    assert head.target.startswith(b"/in?x=1&token=a")
    assert not set(head.target) & set(b" \r\n")


def test_a_target_in_bytes_takes_no_signature() -> None:
    signing = Signing(How.NEW, "query-token", (Key("token", "t"),), {"parameter": "token"})
    found = prepare(Draft("POST", "http://localhost/", target=b"/\xff"), signing, NOW)
    assert [fault.problem.code for fault in found.faults] == ["draft-signed-target"]
    assert "{" not in sentence(found.faults[0].problem)


@given(st.text(max_size=12), st.text(min_size=1, max_size=12))
def test_no_name_of_a_parameter_breaks_the_request_line(parameter, token) -> None:
    signing = Signing(How.NEW, "query-token", (Key("token", token),), {"parameter": parameter})
    found = prepare(Draft("POST", "http://localhost/a"), signing, NOW)
    if found.outgoing is not None:
        assert found.outgoing.head.partition(b"\r\n")[0].count(b" ") == 2
        assert found.outgoing.head.count(b"\n") == 4


def test_the_lines_of_a_draft_with_faults_are_those_it_will_have() -> None:
    draft = Draft(
        "POST", "nowhere", (DraftField(b"Transfer-Encoding", b"chunked"), DraftField(b"Host", b"old")), b"abc"
    )
    whole = prepare(replace(draft, url="http://new/"))
    assert [line.fate for line in prepare(draft).lines] == [line.fate for line in whole.lines]
    assert [line.value for line in prepare(replace(draft, method="A B", url="http://new/")).lines] == [
        line.value for line in whole.lines
    ]


@pytest.mark.parametrize(
    ("scheme", "key", "settings"),
    [
        ("bearer-token", Key("token", "x\r\nX-Evil: 1"), {}),
        ("static-header-token", Key("token", "x"), {"header": "A\r\nX-Evil"}),
    ],
)
def test_no_key_and_no_setting_adds_a_line(scheme, key, settings) -> None:
    found = prepare(Draft("POST", "http://localhost/"), Signing(How.NEW, scheme, (key,), settings), NOW)
    assert found.outgoing is None
    assert found.faults[0].where is Where.SIGNING
    assert key.value not in sentence(found.faults[0].problem)


def test_what_cannot_be_signed_is_a_fault() -> None:
    found = prepare(Draft("POST", "http://localhost/"), Signing(How.NEW, "stripe"), NOW)
    assert found.outgoing is None
    assert [(fault.where, fault.problem.code) for fault in found.faults] == [(Where.SIGNING, "cannot-sign")]


def test_the_host_that_is_kept_is_the_one_that_is_signed() -> None:
    vector = valid_vector("twilio")
    fields = tuple(DraftField(*field) for field in vector.request.fields if field[0].lower() != b"host")
    draft = Draft(
        "POST", "http://localhost:3000/in", (DraftField(b"Host", b"hooks.example"), *fields), vector.request.body
    )
    found = prepare(draft, signing_of(vector), NOW, keep_host=True)
    assert found.request is not None
    assert found.request.url == "http://hooks.example/in"
    assert found.outgoing is not None
    assert found.outgoing.origin == "http://localhost:3000"
    assert Problem.of("line-host-kept") in [line.why for line in found.lines]
