import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.faults import FilterError
from webhook_inspector.search.tokens import Token, Value, tokens, unescaped

odd = st.text(st.sampled_from('a:b.,"\\/()- \t<>=!ANDORNOT~é\ud800\0'), max_size=30)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n", []),
        ("stripe", [("text", "stripe")]),
        ('"a b" c', [("text", "a b"), ("text", "c")]),
        (r'"a \"b\" \\ \n"', [("text", 'a "b" \\ \\n')]),
        ('"open quote', [("text", "open quote")]),
        ('"', [("text", "")]),
        ('15" x', [("text", '15"'), ("text", "x")]),
        ("/a b/ c", [("regex", "a b"), ("text", "c")]),
        (r"/a\/b/", [("regex", r"a\/b")]),
        ("/a/b", [("text", "/a/b")]),
        ("//", [("text", "//")]),
        ("(/a/)", [("(", "("), ("regex", "a"), (")", ")")]),
        ("a AND OR NOT and", [("text", "a"), ("AND", "AND"), ("OR", "OR"), ("NOT", "NOT"), ("text", "and")]),
        ("-a --b - -", [("-", "-"), ("text", "a"), ("text", "--b"), ("text", "-"), ("text", "-")]),
        ("a-b", [("text", "a-b")]),
        ("(f(x) b)", [("(", "("), ("text", "f(x)"), ("text", "b"), (")", ")")]),
        ("f(x)", [("text", "f(x)")]),
        ("a) );", [("text", "a)"), ("text", ");")]),
        ("https://x.y/z a:b 14:00", [("text", "https://x.y/z"), ("text", "a:b"), ("text", "14:00")]),
        ('{"type":"a"}', [("text", '{"type":"a"}')]),
        ("METHOD:get", [("field", "method")]),
        ("status>=400 size<1", [("field", "status"), ("field", "size")]),
        ("path>1", [("text", "path>1")]),
        ("query.php header.x", [("text", "query.php"), ("text", "header.x")]),
        ("statuss://x", [("text", "statuss://x")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_values_are_parted_by_commas() -> None:
    (token,) = tokens('provider:a,"b,c",,d')
    assert token == Token(
        "field", "provider", 0, 19, values=(Value("a", 9, 10), Value("b,c", 11, 16), Value("d", 18, 19))
    )
    assert [value.text for value in list(tokens("(method:get,put)"))[1].values] == ["get", "put"]


def test_a_place_has_a_path_and_an_operator() -> None:
    (token,) = tokens('body.a."b.c"[0]!="x y",z')
    assert (token.text, token.path, token.operator) == ("body", 'a."b.c"[0]', "!=")
    assert [value.text for value in token.values] == ["x y", "z"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("staus:1", "status:"),
        ("stauts:1", "status:"),
        ("providers:x", "provider:"),
        ("evant:x", "event:"),
        ("form:x", "from:"),
        ("headers.x=1", "header."),
        ("bdoy.x=1", "body."),
    ],
)
def test_a_near_miss_is_a_fault(text: str, meant: str) -> None:
    with pytest.raises(FilterError) as caught:
        list(tokens(text))
    assert ("meant", meant) in caught.value.fault.problem.particulars
    assert caught.value.fault.start == 0
    assert text[caught.value.fault.end - 1] == meant[-1]


@pytest.mark.parametrize("text", ["as:1", "id:2", "hash:1", "type:a", "status2:1", "http:x", '"staus:1"', "sign:x"])
def test_other_words_with_a_colon_are_text(text: str) -> None:
    assert [token.kind for token in tokens(text)] == ["text"]


def test_only_quotes_and_backslashes_are_escaped() -> None:
    assert unescaped(r"a\"b\\c\d") == 'a"b\\c\\d'


@given(odd)
def test_tokens_cover_the_text_in_order(text: str) -> None:
    place = 0
    try:
        for token in tokens(text):
            assert place <= token.start < token.end <= len(text)
            assert text[place : token.start].strip() == ""
            place = token.end
    except FilterError as error:
        assert 0 <= error.fault.start < error.fault.end <= len(text)  # noqa: PT017 (both outcomes are right)
    else:
        assert text[place:].strip() == ""
