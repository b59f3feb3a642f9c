import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webhook_inspector.core.sentences import sentence
from webhook_inspector.search.fields import FIELDS
from webhook_inspector.search.parse import DEEPEST, MOST_PARTS, parse, quoted
from webhook_inspector.search.query import And, Compare, Everything, Field, Node, Not, Or, Regex, Text

A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ('""', Everything()),
        ('a "" b', And((A, B))),
        ("a b", And((A, B))),
        ("a AND b c", And((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a (b c)", And((A, B, C))),
        ("-a NOT b", And((Not(A), Not(B)))),
        ("-(a OR b) c", And((Not(Or((A, B))), C))),
        ("NOT -a", Not(Not(A))),
        ("OR", Text("OR")),
        ("AND", Text("AND")),
        ("NOT", Text("NOT")),
        ("OR a", And((Text("OR"), A))),
        ("a OR OR", Or((A, Text("OR")))),
        ("or", Text("or")),
        ("foo-bar", Text("foo-bar")),
        ("a.b % _ 😀", And((Text("a.b"), Text("%"), Text("_"), Text("😀")))),
        ("/a.c/", Regex("a.c")),
        ("provider:stripe,github", Field("provider", ("stripe", "github"))),
        ('body.a[0]."b.c".*=x', Compare("body", ("a", "0", "b.c", "*"), "=", ("x",))),
        ('header.X-Foo:"a b"', Compare("header", ("X-Foo",), ":", ("a b",))),
        ('header."x y"=1', Compare("header", ("x y",), "=", ("1",))),
        ("query.filter[x]=1", Compare("query", ("filter[x]",), "=", ("1",))),
        ('-"a b"', Not(Text("a b"))),
    ],
)
def test_trees(text: str, root: Node) -> None:
    parsed = parse(text)
    assert parsed.fault is None
    assert parsed.query is not None
    assert (parsed.query.root, parsed.query.text) == (root, text)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("x staus:1 y", "filter-field-near", "staus:"),
        ("x method: y", "filter-value-missing", "method:"),
        ('x path:"" y', "filter-value-missing", 'path:""'),
        ("body.a=", "filter-value-missing", "body.a="),
        ('body.""=1', "filter-value-missing", 'body.""=1'),
        ("a size:>x,1", "filter-size", ">x"),
        ("sig:valid,good", "filter-word", "good"),
        ("/a(/", "filter-regex", "/a(/"),
        ("a OR", "filter-nothing-after", "OR"),
        ("(a AND) b", "filter-nothing-after", "AND"),
        ("a NOT", "filter-nothing-after", "NOT"),
        ("(a -) b", "filter-nothing-after", "-"),
        ("a (b", "filter-bracket-unclosed", "("),
        ("a (", "filter-bracket-unclosed", "("),
        ("a ) b", "filter-bracket-unopened", ")"),
        (")", "filter-bracket-unopened", ")"),
        ("a ()", "filter-bracket-empty", ")"),
    ],
)
def test_faults_have_their_place(text: str, code: str, place: str) -> None:
    parsed = parse(text)
    assert parsed.query is None
    assert parsed.fault is not None
    assert parsed.fault.problem.code == code
    assert text[parsed.fault.start : parsed.fault.end] == place
    assert "{" not in sentence(parsed.fault.problem)


def test_nesting_and_parts_are_limited() -> None:
    assert parse("(" * DEEPEST + "a" + ")" * DEEPEST).query is not None
    for text in ("(" * 13 + "a" + ")" * 13, "-(" * 20_000, "NOT " * 10_000 + "a", "(" * 50_000):
        fault = parse(text).fault
        assert fault is not None
        assert fault.problem.code == "filter-nesting"
    assert parse("a " * MOST_PARTS).query is not None
    for text in ("a " * (MOST_PARTS + 1), "path:" + "a," * MOST_PARTS + "a", "/a/ " * 10_000):
        fault = parse(text).fault
        assert fault is not None
        assert fault.problem.code == "filter-parts"


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "/",
        "/a ",
        '"',
        '\\"',
        "a:",
        "body.",
        'body."',
        "-",
        "(",
        ")",
        "a,",
        "path:a,",
        "/x/y",
        "OR ",
        "é\0",
        "\ud800",
    ],
)
def test_a_long_text_is_read_soon(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    begin = time.perf_counter()
    parsed = parse(text)
    assert time.perf_counter() - begin < 3
    assert (parsed.query is None) is not (parsed.fault is None)


@given(st.text(max_size=60) | st.text(st.sampled_from('a:b.,"\\/()- <>=!ANDORNOT~é\ud800\0[*]0'), max_size=40))
@example('body."\\":')
@example("header.a:b\0")
def test_every_text_is_a_query_or_a_fault(text: str) -> None:
    parsed = parse(text)
    assert (parsed.query is None) is not (parsed.fault is None)
    if parsed.fault is not None:
        assert 0 <= parsed.fault.start <= parsed.fault.end <= len(text)
        assert sentence(parsed.fault.problem) != parsed.fault.problem.code
    else:
        assert parsed.query is not None
        assert all(0 <= part.at.start < part.at.end <= len(text) for part in parsed.query.parts)


@given(st.sampled_from(["path", "provider", "event", "tag"]), st.text(min_size=1, max_size=20))
@example("path", 'a"b\\')
@example("path", "a,b)")
def test_a_quoted_value_is_read_as_it_was(field: str, value: str) -> None:
    assert field in FIELDS
    for text in (f"{field}:{quoted(value)}", f"({field}:{quoted(value)})"):
        query = parse(text).query
        assert query is not None
        assert query.root == Field(field, (value,))


@given(st.text(min_size=1, max_size=20))
def test_a_quoted_text_is_looked_for_as_it_is(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    query = parse(f'"{escaped}"').query
    assert query is not None
    assert query.root == Text(text)
