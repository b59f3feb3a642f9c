import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.mediatype import MediaType


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("", MediaType()),
        ("application/json", MediaType("application/json")),
        (" Application/JSON ; Charset=UTF-8", MediaType("application/json", "utf-8")),
        ('text/plain; format=flowed; charset="us-ascii"', MediaType("text/plain", "us-ascii")),
        ('multipart/form-data; boundary="a; b\\"c"', MediaType("multipart/form-data", "", 'a; b"c')),
        ("multipart/mixed;boundary=AaB03x;charset=utf-8", MediaType("multipart/mixed", "utf-8", "AaB03x")),
        ("text/plain; charset=a; charset=b", MediaType("text/plain", "a")),
        ('text/plain; charset="utf-8', MediaType("text/plain", "utf-8")),
        (";;;=;charset", MediaType()),
    ],
)
def test_takes_apart(content_type, expected) -> None:
    assert MediaType.parse(content_type) == expected


@given(st.text())
def test_never_raises(content_type) -> None:
    MediaType.parse(content_type)


@pytest.mark.parametrize("seed", [";", '"', ";a=", '; a="', "\\", '; a="\\', " ", "; "])
def test_time_is_linear(seed) -> None:
    started = time.process_time()
    MediaType.parse("a/b;" + seed * 20_000)
    assert time.process_time() - started < 2
