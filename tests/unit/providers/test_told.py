from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.providers.shallow import Path
from webhook_inspector.providers.told import MOST_READ, Told


@dataclass(frozen=True)
class Asking:
    paths: tuple[Path, ...] = (("id",), (0, "id"))
    wrapped: str = ""


def told(body: bytes, url: str = "https://x.example/in", wrapped: str = "") -> Told:
    return Told(((b"X-One", b"1"), (b"x-one", b"2")), body, url, Asking(wrapped=wrapped))


def test_the_first_header_counts_in_any_case() -> None:
    assert told(b"").headers == {b"x-one": b"1"}


@pytest.mark.parametrize("body", [b'{"id": 1.10}', b'\xef\xbb\xbf {"id": 1.10}', b'\r\n\t{"id": 1.10} and more'])
def test_json_keeps_numbers_as_they_are_written(body: bytes) -> None:
    assert told(body).json == {"id": "1.10"}


@pytest.mark.parametrize("body", [b"", b"hello", b'"text"', b"12", b"<a/>", b"id=1"])
def test_what_is_no_json(body: bytes) -> None:
    assert told(body).json is None


def test_broken_and_deep_json_still_tells_its_beginning() -> None:
    assert told(b'{"id": "x", "rest": oops').json == {"id": "x"}
    assert told(b'{"id": "x", "deep": ' + b"[" * 30_000).json == {"id": "x"}


def test_of_a_long_body_only_the_beginning_is_read() -> None:
    long = b'{"id": "x", "text": "' + b"a" * MOST_READ + b'", "id": "y"}'
    assert told(long).json == {"id": "x"}
    assert told(b'[{"id": "x", "text": "' + b"a" * MOST_READ + b'"}]').json == {0: {"id": "x"}}
    exactly = b'{"id": "x", "text": "' + b"a" * (MOST_READ - 23) + b'"}'
    assert len(exactly) == MOST_READ
    assert told(exactly).json == {"id": "x", "text": "a" * (MOST_READ - 23)}


def test_the_first_field_of_a_form_counts() -> None:
    assert told(b"a=1&b=x%20y+z&a=2").form == {"a": "1", "b": "x y z"}


def test_a_field_that_is_cut_is_no_field() -> None:
    assert told(b"a=1&b=" + b"x" * MOST_READ).form == {"a": "1"}


@pytest.mark.parametrize(
    "body", [b"", b"hello", b'{"a": "x=y"}', b"&".join(b"a=%d" % number for number in range(5_000))]
)
def test_what_is_no_form_of_a_usual_size(body: bytes) -> None:
    assert told(body).form == {}


def test_the_query_of_the_address() -> None:
    assert told(b"", "https://x.example/in?data.id=1&type=a%2Fb#c=d").query == {"data.id": "1", "type": "a/b"}
    assert told(b"").query == {}


def test_json_in_a_form_field_or_a_part() -> None:
    assert told(b"a=1&payload=%7B%22id%22%3A1%7D", wrapped="payload").json == {"id": "1"}
    assert told(b'{"id": 2}', wrapped="payload").json == {"id": "2"}
    part = b'--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"id": 3}\r\n--x--'
    assert told(part, wrapped="json").json == {"id": "3"}
    assert told(part, wrapped="payload").json is None
    assert told(b"a=1", wrapped="payload").json is None


@given(st.binary(max_size=200), st.text(max_size=60), st.sampled_from(["", "payload"]))
def test_junk_never_raises(body: bytes, url: str, wrapped: str) -> None:
    one = told(body, url, wrapped)
    assert (one.json, one.form, one.query) is not None
