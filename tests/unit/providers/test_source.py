import base64

import pytest

from webhook_inspector.providers.provider import Provider
from webhook_inspector.providers.source import (
    Fixed,
    Form,
    Header,
    Named,
    Query,
    Source,
    Tag,
    at,
    either,
    joined,
    member,
    whole,
)
from webhook_inspector.providers.told import Told

BODY = b'{"type": "a", "n": 12345678901234567890123, "f": 1.50, "yes": true, "no": false, "nil": null, "list": [{"id": "x"}], "o": {}}'
URL = "https://x.example/in?topic=payment"


def read(source: Source, body: bytes = BODY) -> str:
    row = Provider("x", "X", "x.example", event=source)
    return source.read(Told(((b"X-Kind", b"push\xff"), (b"X-Empty", b"")), body, URL, row))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Header(b"x-kind"), "push\\xff"),
        (Header(b"x-empty"), ""),
        (Header(b"x-absent"), ""),
        (Query("topic"), "payment"),
        (Query("absent"), ""),
        (Fixed("Z"), "Z"),
        (at("type"), "a"),
        (at("n"), "12345678901234567890123"),
        (at("f"), "1.50"),
        (at("yes"), "true"),
        (at("no"), "false"),
        (at("nil"), ""),
        (at("list"), ""),
        (at("list.0.id"), "x"),
        (at("list.1.id"), ""),
        (at("list.id"), ""),
        (at("type.0"), ""),
        (at("o.0"), ""),
        (member(""), "type"),
        (member("", "type", "n"), "f"),
        (member("list.0"), "id"),
        (member("list"), ""),
        (member("o"), ""),
        (member("absent"), ""),
        (either(at("absent"), at("type"), at("f")), "a"),
        (either(at("absent")), ""),
        (joined(".", at("type"), at("absent"), at("f")), "a.1.50"),
        (joined(".", at("absent"), at("type")), ""),
        (whole(at("type"), at("f")), "a:1.50"),
        (whole(at("type"), at("absent")), ""),
        (whole(at("absent"), at("type")), ""),
        (Named(at("type"), {"a": "b"}), "b"),
        (Named(at("f"), {"a": "b"}), ""),
    ],
)
def test_what_a_source_says(source: Source, expected: str) -> None:
    assert read(source) == expected


def test_a_form_field() -> None:
    assert read(Form("a"), b"b=1&a=x+y") == "x y"
    assert read(Form("c"), b"b=1&a=x+y") == ""


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (b"<n><kind>check</kind></n>", "check"),
        (b'<n><kind type="text"> check\n</kind></n>', "check"),
        (b"<n><kindred>check</kindred></n>", ""),
        (b"<kind><b/></kind>", ""),
        (b"\xff<kind>" * 1_000, ""),
    ],
)
def test_an_element_of_an_xml_document(document: bytes, expected: str) -> None:
    field = base64.b64encode(document).replace(b"+", b"%2B")
    assert read(Tag("bt_payload", "kind"), b"bt_payload=" + field) == expected


@pytest.mark.parametrize("body", [b"", b"bt_payload=a", b"bt_payload=%C3%A9", b"bt_payload"])
def test_what_is_no_document(body: bytes) -> None:
    assert read(Tag("bt_payload", "kind"), body) == ""


def test_a_source_names_the_json_that_it_looks_at() -> None:
    source = either(joined(".", at("a.0"), Header(b"x")), Named(at("b"), {}), member("c"))
    assert source.paths == (("a", 0), ("b",), ("c",))
