from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import junk_requests
from tests.shared_secrets import valid_vector, vectors
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.registry import SCHEMES, sign, verify
from webhook_inspector.signatures.scheme import NO_SETTINGS, Key, Request, Scheme

NAMES = [
    "tolerance_seconds",
    "signed_url",
    "webhook_id",
    "public_key_id",
    "key_id",
    "api_key",
    "audience",
    "email",
    "header",
    "algorithms",
    "parameter",
    "secret_is_raw",
    "required_headers",
    "hash",
    "encoding",
    "signature_header",
    "prefix",
    "template",
    "timestamp_header",
    "timestamp_unit",
    "key_encoding",
]
KINDS = ("secret", "token", "basic", "public_key", "public_key_pem", "certificate_pem", "jwk", "private_key_pem")
SETTINGS = st.dictionaries(
    st.sampled_from(NAMES),
    st.text(max_size=12) | st.integers(-5, 10**6) | st.booleans() | st.tuples(st.text(max_size=5)),
    max_size=6,
)
KEYS = st.lists(st.builds(Key, st.sampled_from(KINDS), st.text(max_size=40), st.text(max_size=5)), max_size=4)
BY_NAME = pytest.mark.parametrize("name", SCHEMES)


def headers_of(name: str) -> list[bytes]:
    return sorted({field[0] for vector in vectors() if vector.scheme == name for field in vector.request.fields})


def test_every_scheme_of_the_vectors_is_there() -> None:
    assert {vector.scheme for vector in vectors()} == set(SCHEMES)
    assert len(SCHEMES) == 124
    assert all(scheme.name == name and scheme.title and scheme.key_kinds for name, scheme in SCHEMES.items())


@BY_NAME
def test_no_bytes_make_it_raise(name) -> None:
    scheme = SCHEMES[name]

    @settings(max_examples=15)
    @given(
        junk_requests(*(headers_of(name) or [b"X-A"]), b"Content-Type", b"Authorization"), KEYS, SETTINGS, st.floats()
    )
    def survives(sent, keys, told, now) -> None:
        usable = [*keys, *(Key(kind, "c2VjcmV0") for kind in scheme.key_kinds)]
        assert (
            scheme.verify(sent, usable, told, now).scheme == name
        )  # not by way of `verify`, which would hide what is raised
        assert verify(sent, name, keys, told, now).scheme == name

    survives()


@BY_NAME
def test_a_broken_request_of_the_scheme_never_raises(name) -> None:
    vector = valid_vector(name)

    @settings(max_examples=15)
    @given(st.data())
    def survives(data) -> None:
        fields = list(vector.request.fields)
        if fields:
            place = data.draw(st.integers(0, len(fields) - 1))
            value = bytearray(fields[place][1])
            for at in data.draw(st.lists(st.integers(0, max(0, len(value) - 1)), max_size=3)):
                value[at : at + 1] = data.draw(st.binary(max_size=2))
            fields[place] = (fields[place][0], bytes(value))
        body = bytearray(vector.request.body)
        for at in data.draw(st.lists(st.integers(0, len(body)), max_size=3)):
            body[at : at + 1] = data.draw(st.binary(max_size=2))
        sent = replace(vector.request, fields=tuple(fields), body=bytes(body))
        assert SCHEMES[name].verify(sent, vector.keys, vector.settings, vector.now).scheme == name

    survives()


SHARED_SECRET = [
    name for name, row in SCHEMES.items() if {"secret", "token", "basic"} & {k.kind for k in valid_vector(name).keys}
]


@pytest.mark.parametrize("name", SHARED_SECRET)
def test_what_we_sign_verifies_and_expires(name) -> None:
    vector = valid_vector(name)
    now = vector.now + 86_400
    signed = sign(vector.request, name, vector.keys, vector.settings, now)
    timed = {**vector.settings, "tolerance_seconds": 300}
    assert verify(signed, name, vector.keys, vector.settings, now).status is Status.VALID
    assert verify(signed, name, vector.keys, timed, now).status is Status.VALID
    later = verify(signed, name, vector.keys, timed, now + 86_400)
    assert later.status is (Status.EXPIRED if any(step.name == "timestamp" for step in later.steps) else Status.VALID)
    assert signed.method == vector.request.method
    wrong = tuple(replace(key, value="not-the-right-one-01") for key in vector.keys)
    assert verify(signed, name, wrong, vector.settings, now).status is Status.INVALID


@BY_NAME
def test_without_keys_a_signed_request_lacks_a_secret(name) -> None:
    vector = valid_vector(name)
    assert SCHEMES[name].verify(vector.request, (), vector.settings, vector.now).status is not Status.VALID
    found = verify(vector.request, name, (), vector.settings, vector.now)
    assert found.status is Status.NO_SECRET
    assert [step.name for step in found.steps][:1] == ["header"]
    assert [step.name for step in found.steps if not step.holds] == ["key"]
    assert found.steps[-1].fact == f"no {' or '.join(SCHEMES[name].key_kinds)} is configured"
    other_kind = (Key("of no kind", "x"),)
    assert verify(vector.request, name, other_kind, vector.settings, vector.now) == found


@BY_NAME
def test_without_keys_an_unsigned_request_is_unsigned(name) -> None:
    vector = valid_vector(name)
    bare = Request("POST", "https://hooks.example.com/in", ((b"Content-Type", b"application/json"),), b'{"a":1}')
    found = verify(bare, name, (), vector.settings, vector.now)
    assert found.status is Status.UNSIGNED
    assert found == verify(bare, name, vector.keys, vector.settings, vector.now)


@BY_NAME
def test_junk_without_keys_never_raises(name) -> None:
    scheme, told = SCHEMES[name], valid_vector(name).settings

    @settings(max_examples=15)
    @given(junk_requests(*(headers_of(name) or [b"X-A"]), b"Content-Type", b"Authorization"))
    def survives(sent) -> None:
        assert scheme.verify(sent, (), told, 1e9).status is not Status.VALID
        assert verify(sent, name, (), told, 1e9).status in {Status.UNSIGNED, Status.NO_SECRET}

    survives()


def test_a_missing_part_is_told_without_keys_too() -> None:
    vector = valid_vector("slack")
    fields = tuple(field for field in vector.request.fields if b"Timestamp" not in field[0])
    found = verify(replace(vector.request, fields=fields), "slack", (), vector.settings, vector.now)
    assert [step.name for step in found.steps] == ["header", "content", "key"]
    assert found.steps[1].expected == "X-Slack-Request-Timestamp"


def test_unknown_scheme_and_no_secret() -> None:
    request = valid_vector("stripe").request
    assert verify(request, "nobody", (), NO_SETTINGS, 0).status is Status.UNKNOWN_SCHEME
    assert verify(request, "stripe", (), NO_SETTINGS, 0).status is Status.NO_SECRET
    assert verify(request, "stripe", (Key("jwk", "{}"),), NO_SETTINGS, 0).status is Status.NO_SECRET
    for name in ("nobody", "stripe"):
        with pytest.raises(KnownError) as caught:
            sign(request, name, (), NO_SETTINGS, 0)
        assert caught.value.problem.code == "cannot-sign"


def test_a_scheme_nobody_can_sign_by_says_so(monkeypatch) -> None:
    monkeypatch.setitem(SCHEMES, "theirs", Scheme("theirs", "Theirs", True, ("secret",), SCHEMES["stripe"].verify))
    with pytest.raises(KnownError, match="cannot-sign"):
        sign(valid_vector("stripe").request, "theirs", (Key("secret", "x"),), NO_SETTINGS, 0)


def test_a_surprise_becomes_a_verdict_and_a_log_line_without_its_words(monkeypatch, caplog, expected_log) -> None:
    def broken(_request, keys, _settings, _now):
        raise ValueError(keys[0].value)

    expected_log("Verifying by the scheme broken raised ValueError")
    monkeypatch.setitem(SCHEMES, "broken", Scheme("broken", "Broken", True, ("secret",), broken))
    found = verify(valid_vector("stripe").request, "broken", (Key("secret", "hunter2"),), NO_SETTINGS, 0)
    assert found.status is Status.INVALID
    assert "in broken" in caplog.text
    assert "hunter2" not in caplog.text
