import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.meaning import NO_MEANING, Meaning
from webhook_inspector.providers.meanings import read_meaning
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.providers.told import MOST_READ

URL = "https://hooks.example.com/in"


def of_stripe(body: bytes) -> Meaning:
    return read_meaning("stripe", (), body, URL)


def test_of_nobody_nothing_is_read() -> None:
    assert read_meaning("", ((b"Host", b"x"),), b'{"type": "a", "id": "1"}', URL) == NO_MEANING
    assert read_meaning("our-shop", (), b'{"type": "a"}', URL) == Meaning("our-shop")


@pytest.mark.parametrize(
    ("scheme", "provider"), [("paddle-billing", "paddle"), ("gitlab-token", "gitlab"), ("bearer-token", "")]
)
def test_a_scheme_leads_to_its_provider(scheme: str, provider: str) -> None:
    assert read_meaning(scheme, (), b"{}", URL).provider == provider


@pytest.mark.parametrize("provider", ["", "our-shop", "vercel"])
def test_cloudevents_headers_count_where_nothing_else_does(provider: str) -> None:
    fields = ((b"Ce-Type", b"com.example.made"), (b"ce-id", b"7"), (b"CE-Time", b"2020-09-13T12:26:40Z"))
    expected = Meaning(provider, "com.example.made", "7", sent_ns=1_600_000_000 * 10**9)
    assert read_meaning(provider, fields, b"", URL) == expected


def test_the_providers_own_words_go_before_them() -> None:
    meaning = read_meaning("stripe", ((b"ce-type", b"other"), (b"ce-id", b"7")), b'{"type": "a", "id": "evt_1"}', URL)
    assert (meaning.event, meaning.event_id) == ("a", "evt_1")


@pytest.mark.parametrize("number", ["9007199254740993", "1" + "0" * 30, "12.10", "1e5", "-0", "7" * 200])
def test_an_id_keeps_every_digit(number: str) -> None:
    assert of_stripe(f'{{"id": {number}}}'.encode()).event_id == number
    assert of_stripe(f'{{"id": {number}, "text": "{"a" * MOST_READ}"}}'.encode()).event_id == number


def test_the_last_of_two_members_with_one_name_counts() -> None:
    assert of_stripe(b'{"id": "a", "id": "b"}').event_id == "b"


def test_long_texts() -> None:
    event, whole = "e" * 201, "e" * 200
    assert of_stripe(json.dumps({"type": event}).encode()).event == "e" * 199 + "…"
    assert of_stripe(json.dumps({"type": whole, "id": whole}).encode()) == Meaning("stripe", whole, whole)
    assert of_stripe(json.dumps({"id": event}).encode()).event_id == ""
    assert len(of_stripe(json.dumps({"type": "é" * 300}).encode()).event) == 200


def test_control_characters_stay() -> None:
    assert of_stripe(b'{"type": "a\\u0000\\u001b[1m\\n"}').event == "a\x00\x1b[1m\n"
    assert of_stripe(b'{"type": "a\tb"}').event == "a\tb"


def test_half_a_character_can_be_stored() -> None:
    meaning = of_stripe(b'{"type": "a\\ud800", "id": "\\udfff"}')
    assert (meaning.event, meaning.event_id) == ("a\\ud800", "\\udfff")


def test_a_body_of_many_megabytes() -> None:
    body = b'{"id": "evt_1", "type": "a", "livemode": true, "data": [' + b'{"x": [1, "}"]}, ' * 400_000 + b"0]}"
    assert of_stripe(body) == Meaning("stripe", "a", "evt_1", live=True)


def test_a_body_that_is_cut() -> None:
    assert of_stripe(b'{"id": "evt_1", "type": "a", "data": {"object": {"id"') == Meaning("stripe", "a", "evt_1")


def test_an_array_of_a_long_body() -> None:
    body = json.dumps(
        [{"event": "open", "sg_event_id": str(number), "timestamp": 1513299569} for number in range(3_000)]
    )
    assert len(body) > MOST_READ
    meaning = read_meaning("sendgrid", (), body.encode(), URL)
    assert (meaning.event, meaning.event_id) == ("open", "0")


names = st.sampled_from(sorted({str(step) for row in PROVIDERS.values() for path in row.paths for step in path}))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)
headers = st.sampled_from(
    [b"ce-id", b"Webhook-Id", b"X-GitHub-Event", b"x-attempt-number", b"svix-id", b"X-Slack-Retry-Num"]
)
fields = st.lists(st.tuples(headers | st.binary(max_size=12), st.binary(max_size=20)), max_size=6).map(tuple)
bodies = st.binary(max_size=200) | values.map(lambda value: json.dumps(value).encode())


@given(st.sampled_from(["", *PROVIDERS]), fields, bodies, st.text(max_size=40))
def test_junk_never_raises(provider: str, fields: tuple[tuple[bytes, bytes], ...], body: bytes, url: str) -> None:
    meaning = read_meaning(provider, fields, body, url)
    assert meaning.provider == provider
    for text in (meaning.event, meaning.event_id):
        assert len(text) <= 200
        text.encode()
    assert 0 <= meaning.attempt <= 1_000_000
    assert meaning.sent_ns is None or 0 < meaning.sent_ns < 2**63


@given(
    st.sampled_from([*PROVIDERS]), st.dictionaries(names, values, max_size=5), st.integers(min_value=0, max_value=400)
)
def test_a_long_body_tells_no_other_things_than_a_short_one(
    provider: str, members: dict[str, object], blanks: int
) -> None:
    short = json.dumps(members, allow_nan=True).encode()
    long = short[:-1] + b" " * (MOST_READ - len(short) + blanks + 1) + b"}"
    assert len(long) > MOST_READ
    assert read_meaning(provider, (), long, URL) == read_meaning(provider, (), short, URL)
