import pytest

from tests.makers import RECEIVED_NS
from tests.unit.store.queries import empty_history
from webhook_inspector.search.fields import FIELDS, PLACES
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Node
from webhook_inspector.store.conditions import Conditions, required

EXAMPLES = [example for row in (*FIELDS.values(), *PLACES.values()) for example in row.examples]


def root(text: str) -> Node:
    query = parse(text).query
    assert query is not None
    return query.root


def test_what_is_cheap_comes_first() -> None:
    sql = Conditions(3, RECEIVED_NS).of(root("/a/ word body.x=1 method:get")).sql
    places = [sql.index(part) for part in ("method", "instr", "judged")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "needs"),
    [("method:get -has:retries", False), ("method:get word", True), ("-/a/", True), ("body.a=1", True)],
)
def test_contents_are_read_only_where_they_matter(text: str, needs: bool) -> None:
    assert Conditions(3, RECEIVED_NS).of(root(text)).needs_contents is needs


def test_values_are_never_part_of_the_sql() -> None:
    value = "o'Hara"
    text = " ".join(f'{name}:"{value}"' for name in ("path", "event", "provider", "tag", "host"))
    condition = Conditions(3, RECEIVED_NS).of(root(f'{text} "{value}" body."{value}"="{value}" header.x="{value}"'))
    assert "Hara" not in condition.sql
    assert condition.sql.count("?") == len(condition.values)


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize("example", [*EXAMPLES, "sig:none,valid", "is:live,pinned", "has:retries,note"])
def test_a_history_of_any_format_can_be_asked(version: int, example: str) -> None:
    with empty_history() as connection:
        later = [
            *("provider", "event", "event_id", "attempt", "live", "verdict", "first"),
            *("deleted_ns", "pinned", "colour", "tags", "note"),
        ]
        for name in {1: later, 2: later[7:], 3: []}[version]:
            for (index,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall():
                connection.execute(f"DROP INDEX IF EXISTS {index}") if not index.startswith("sqlite_") else None
            connection.execute(f"ALTER TABLE captures DROP COLUMN {name}")
        conditions = Conditions(version, RECEIVED_NS)
        condition = conditions.of(root(example))
        conditions.register(connection)
        sql = f"SELECT 1 FROM captures JOIN contents USING (id) WHERE {condition.sql}"  # noqa: S608 (made of constants)
        assert connection.execute(sql, condition.values).fetchall() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Needle é", ["needle", "é"]),
        ("A OR b", [("a", "b")]),
        ("a (b OR method:get) (c OR d)", ["a", ("c", "d")]),
        ("-a", []),
        ("a method:get -b (c d)", ["a", "c", "d"]),
        ("header.x-a=Push", ["push"]),
        ("header.x-a:Push", ["push"]),
        ("header.x-a=a,b", [("a", "b")]),
        ('header.x-a="a b"', []),
        ("header.x-a=1", ["1"]),
        ("header.x-a=-001.50", ["1.5"]),
        ("header.x-a=0", []),
        ("header.x-a:p*", []),
        ("header.x-a!=push", []),
        ("header.x-a>push", []),
        ("query.a=push", []),
        ("body.a=Push", [("push", "\\u00", "urlencoded")]),
        ("body.a:x,01.50", [("x", "1.5", "\\u00", "urlencoded")]),
        ("body.a=é", []),
        ("body.a=a/b", []),
        ("body.a!=push", []),
        ("body.a>1", []),
        ("/push/", []),
    ],
)
def test_what_an_index_is_asked_for(text: str, words: list[str | tuple[str, ...]]) -> None:
    asked = [word.encode() if isinstance(word, str) else tuple(one.encode() for one in word) for word in words]
    assert required(root(text)) == asked
