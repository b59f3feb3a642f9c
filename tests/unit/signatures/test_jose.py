import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.jose import Compact, compact, encoded, fault_of_algorithm, json_object, text_member


def test_the_example_of_rfc_7515() -> None:
    """Appendix A.1."""
    text = (
        b"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
        b"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
        b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    )
    token = compact(text)
    assert isinstance(token, Compact)
    assert token.header == {"typ": "JWT", "alg": "HS256"}
    assert (token.alg, token.kid) == ("HS256", "")
    assert token.payload == text.split(b".")[1]
    assert len(token.signature) == 32


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b".",
        b"..",
        b"a.b",
        b"a.b.c.d",
        b"e30.e30.A",
        b"e30=.e30.AA",
        b"W10.e30.AA",
        b"bnVsbA.e30.AA",
        b"\xff.\xff.\xff",
    ],
)
def test_what_is_no_token(text) -> None:
    assert isinstance(compact(text), str)


@given(st.binary(max_size=60) | st.lists(st.sampled_from([b"e30", b"AA", b""]), max_size=4).map(b".".join))
def test_any_bytes_are_a_token_or_a_reason(text) -> None:
    assert isinstance(compact(text), Compact | str)


@pytest.mark.parametrize("alg", ["none", "None", "HS512", "", "hs256"])
def test_other_algorithms_are_refused(alg) -> None:
    assert fault_of_algorithm(Compact({"alg": alg}, b"", b"", b""), ("HS256",))


def test_none_is_refused_even_where_it_is_allowed() -> None:
    assert fault_of_algorithm(Compact({"alg": "none"}, b"", b"", b""), ("none",))
    assert not fault_of_algorithm(Compact({"alg": "HS256"}, b"", b"", b""), ("HS256",))


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=4))
def test_objects_round_trip(members) -> None:
    token = compact(encoded(members) + b"..AA")
    assert isinstance(token, Compact)
    assert token.header == members


def test_json_object_is_only_that() -> None:
    for raw in (None, b"[]", b"1", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 100_000):
        assert json_object(raw) is None


def test_text_member() -> None:
    assert text_member({"a": "x"}, "a") == "x"
    assert text_member({"a": 1}, "a") == text_member({}, "a") == ""
