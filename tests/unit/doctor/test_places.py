import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.doctor.places import Place, hosts, paths, place_of, queries, schemes, told_place
from webhook_inspector.signatures.scheme import Request

OWN = Place("http", "h.example:8787", "/in", "?a=1")


def request(*fields: tuple[str, str]) -> Request:
    return Request("POST", str(OWN), tuple((name.encode(), value.encode()) for name, value in fields), b"")


def test_an_address_comes_apart_and_together_again() -> None:
    assert place_of("http://h.example:8787/in?a=1#x") == OWN
    assert str(OWN) == "http://h.example:8787/in?a=1"
    assert place_of("https://user:pass@h.example/") == Place("https", "h.example", "/")
    assert place_of("nonsense") is None


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        (Place("https", "h.example:8787", "/in", "?a=1"), ["scheme"]),
        (Place("http", "h.example", "/in", "?a=1"), ["port"]),
        (Place("http", "g.example", "/in/", ""), ["host", "slash", "query"]),
        (Place("http", "h.example:8787", "/out", "?a=1"), ["path"]),
        (OWN, []),
    ],
)
def test_differences(other, parts) -> None:
    assert list(OWN.differences(other)) == parts


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ([], str(OWN)),
        ([("X-Forwarded-Proto", "https, http")], "https://h.example:8787/in?a=1"),
        ([("Forwarded", "host=g.example;proto=https, for=x")], "https://g.example/in?a=1"),
        ([("X-Forwarded-Prefix", "/api/")], "http://h.example:8787/api/in?a=1"),
        ([("X-Original-URL", "/whole?b=2")], "http://h.example:8787/whole?b=2"),
        ([("X-Forwarded-Host", "g.example")], "http://g.example/in?a=1"),
    ],
)
def test_what_a_proxy_tells(fields, told) -> None:
    assert str(told_place(request(*fields), OWN)) == told


def test_hosts_with_and_without_ports() -> None:
    found = hosts(request(("Host", "g.example:9000"), ("X-Forwarded-Port", "8443")), OWN)
    assert found[0] == OWN.host
    assert {"h.example", "g.example:9000", "g.example", "g.example:8443", "h.example:443"} <= set(found)


def test_tokens_of_the_query_are_not_shown() -> None:
    assert OWN.shown == "http://h.example:8787/in?…"


@given(st.text(max_size=30), st.text(max_size=30), st.binary(max_size=30))
def test_no_text_makes_it_raise(path, query, header) -> None:
    fields = tuple((name, header) for name in (b"Forwarded", b"X-Forwarded-Host", b"X-Original-URL", b"X-Script-Name"))
    asked = Request("POST", "", fields, b"")
    own = Place("http", "h", path, query)
    for axis in (schemes, hosts, paths, queries):
        found = axis(asked, own)
        assert len(found) == len(set(found))
    assert told_place(asked, own).shown
