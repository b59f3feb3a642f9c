from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Everything, Field, Query, Span, Text


def test_an_empty_query_asks_nothing() -> None:
    assert Query().is_empty
    assert Query().parts == ()
    assert not Query(Text("a")).is_empty


def test_places_do_not_count() -> None:
    assert Text("a", Span(0, 1)) == Text("a", Span(5, 6))
    assert Query(Text("a"), "a") == Query(Text("a"), "  a")
    assert Text("a") != Text("b")


def test_parts_are_what_must_hold_with_their_places() -> None:
    text = ' provider:stripe,x  "a b" (c OR d) -e '
    query = parse(text).query
    assert query is not None
    assert isinstance(query.root, And)
    assert [text[part.at.start : part.at.end] for part in query.parts] == [
        "provider:stripe,x",
        '"a b"',
        "(c OR d)",
        "-e",
    ]
    alone = parse("method:get").query
    assert alone is not None
    assert alone.parts == (Field("method", ("get",)),)
    assert Query(Everything()).parts == ()
