import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.bodies.test_jwt import jwt
from webhook_inspector.bodies.choose import View, views_of
from webhook_inspector.bodies.kind import read

PARTS = b"--x\r\n\r\nhello\r\n--x--\r\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.mark.parametrize(
    ("body", "content_type", "views"),
    [
        (b"", "application/json", []),
        (b'{"a":1}', "application/json", [View.PRETTY, View.TREE, View.RAW, View.HEX]),
        (b'{"a":1,}', "application/json", [View.RAW, View.HEX]),
        (b'{"a":"' + jwt({"b": 1}).encode() + b'"}', "", [View.PRETTY, View.TREE, View.TOKENS, View.RAW, View.HEX]),
        (jwt({"b": 1}).encode(), "application/secevent+jwt", [View.TOKENS, View.RAW, View.HEX]),
        (b"a=b&c=d", "application/x-www-form-urlencoded", [View.PRETTY, View.FORM, View.RAW, View.HEX]),
        (b'{"a":1}\n{"a":2}', "application/x-ndjson", [View.ROWS, View.RAW, View.HEX]),
        (b"<a><b/></a>", "application/xml", [View.PRETTY, View.RAW, View.HEX]),
        (b"hello", "text/plain", [View.RAW, View.HEX]),
        (PARTS, "multipart/form-data; boundary=x", [View.PARTS, View.PRETTY, View.RAW, View.HEX]),
        (PARTS + bytes(99), "multipart/form-data; boundary=x", [View.PARTS, View.HEX]),
        (PARTS, "multipart/form-data", [View.PRETTY, View.RAW, View.HEX]),
        (PNG, "image/png", [View.IMAGE, View.HEX]),
        (bytes(range(256)), "", [View.HEX]),
    ],
)
def test_the_views_that_fit(body, content_type, views) -> None:
    assert list(views_of(read(body, content_type))) == views


@given(st.binary(min_size=1), st.text())
def test_whatever_there_is_can_be_looked_at(body, content_type) -> None:
    views = views_of(read(body, content_type))
    assert views[-1] is View.HEX
    assert len(set(views)) == len(views)
