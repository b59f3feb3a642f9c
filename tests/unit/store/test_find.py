import sqlite3
from array import array
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from tests.unit.store.queries import empty_history, fill, nodes, records
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.order import Order
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Compare, Field, Not, Query, Text
from webhook_inspector.store import find
from webhook_inspector.store.candidates import Candidates
from webhook_inspector.store.conditions import required
from webhook_inspector.store.find import ORDERS, Asked
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader


@pytest.fixture(scope="module")
def connection():
    with empty_history() as made:
        yield made


def body(text: bytes, head: bytes = b"POST /a HTTP/1.1\r\n\r\n"):
    return make_record(make_capture(head, text))


@given(st.lists(records(), min_size=1, max_size=4), nodes)
@example([body(b"x\0Needle")], Text("needle"))
@example([body(b"", b"")], Not(Field("event", ("a",))))
@example([body(b"", b"\xff\xfeneedle")], Text("NEEDLE"))
@example([body(b"100%")], And((Text("0%"), Text("_"))))
@example([body(b"le", b"need")], Text("needle"))
@example(
    [replace(body(b"", b""), marks=Marks(tags=("a", "b"), note="c"))], And((Text("A b"), Text("C"), Not(Text("bc"))))
)
@example([body("É".encode())], Text("é"))
@example([body(b"a" * 50_000 + b"B")], Text("A" * 50_000 + "b"))
@example([body(b'{"a":{"\\u0061":"x\\/y"}}')], Compare("body", ("a", "a"), "=", ("x/y",)))
@example([body(b'{"a":1.10}')], Compare("body", ("a",), "=", ("1.1",)))
@example([body(b'{"a":"\xff"}')], Compare("body", ("a",), "=", ("\ufffd",)))
@example([body(b"[" * 100_000)], Not(Compare("body", ("a",), "=", ("1",))))
@example([body(b'{"a":"' + b"x" * 2**21 + b'"}')], Compare("body", ("a",), ":", ("x",)))
@example(
    [make_record(judgement=Judgement(Meaning(event="a\0b"))), make_record(judgement=Judgement(Meaning(event="ab")))],
    Field("event", ("a*b", "a\0*", "a\0b")),
)
def test_sqlite_judges_as_the_query_does(connection, captured, root):
    rows = fill(connection, captured)
    query = Query(root)
    seen = [Seen(row, one.capture.head, one.capture.body) for row, one in zip(rows, captured, strict=True)]
    expected = [one.row.id for one in seen if matches(query, one, RECEIVED_NS)]
    assert list(find.ids(connection, query, Asked(), RECEIVED_NS)) == expected
    assert list(find.ids(connection, query, Asked(newest=1), RECEIVED_NS)) == expected[-1:]
    assert list(find.ids(connection, query, Asked(after=2), RECEIVED_NS)) == [n for n in expected if n > 2]


@given(st.lists(records(), min_size=1, max_size=6), nodes, st.integers(0, 6), st.integers(0, 6))
def test_candidates_leave_nothing_out(connection, captured, root, watermark, after):
    """Whatever an index proposes that holds every match up to its watermark."""
    fill(connection, captured)
    query = Query(root)
    every = find.ids(connection, query, Asked(after), RECEIVED_NS)

    def propose(_words):
        return Candidates(array("q", range(1, watermark + 1)), watermark)

    for newest in (None, 0, 1, 2):
        found = find.ids(connection, query, Asked(after, newest), RECEIVED_NS, propose)
        assert list(found) == (list(every) if newest is None else list(every[max(0, len(every) - newest) :]))


@given(st.lists(records(), min_size=1, max_size=3), nodes)
@example([body(b'{"a":"\\u0061b"}')], Compare("body", ("a",), "=", ("ab",)))
def test_what_an_index_is_asked_for_is_in_every_match(connection, captured, root):
    fill(connection, captured)
    for number in find.ids(connection, Query(root), Asked(), RECEIVED_NS):
        capture, marks = captured[number - 1].capture, captured[number - 1].marks
        head, text = capture.head.lower(), capture.body.lower()
        for word in required(root) if not (marks.tags or marks.note) else ():
            assert any(one in head or one in text for one in (word if isinstance(word, tuple) else (word,)))


def test_words_of_notes_and_tags_are_found_beside_the_candidates(connection):
    noted, tagged, plain = (
        replace(body(b""), marks=marks) for marks in (Marks(note="Ask SUPPORT"), Marks(tags=("support",)), Marks())
    )
    fill(connection, [noted, tagged, plain, noted])
    query, nothing = parse("support").query, Candidates(array("q"), 3)
    for asked, expected in ((Asked(), [1, 2, 4]), (Asked(after=1), [2, 4]), (Asked(newest=2), [2, 4])):
        assert list(find.ids(connection, query, asked, RECEIVED_NS, lambda _words: nothing)) == expected
        assert list(find.ids(connection, query, asked, RECEIVED_NS)) == expected
    assert list(find.ids(connection, parse("note:support").query, Asked(), RECEIVED_NS)) == [1, 4]
    assert list(find.ids(connection, parse('note:"ask*"').query, Asked(), RECEIVED_NS)) == [1, 4]


def test_a_selective_word_is_looked_for_among_the_candidates_only(connection):
    fill(connection, [body(b"needle"), body(b"needle"), body(b"needle")])
    asked = []

    def propose(words):
        asked.append(list(words))
        return Candidates(array("q", [2]), 2)

    query = parse("needle method:post header.x-a=Value -no").query
    assert list(find.ids(connection, parse("Needle").query, Asked(), RECEIVED_NS, propose)) == [2, 3]
    find.ids(connection, query, Asked(), RECEIVED_NS, propose)
    find.ids(connection, parse("needle OR method:x").query, Asked(), RECEIVED_NS, propose)
    assert asked == [[b"needle"], [b"needle", b"value"]]


def test_as_large_a_filter_as_there_can_be(connection):
    fill(connection, [body(b"x 0 1")])
    deep = "(" * 11 + "x" + " OR (0 1)" * 50 + ")" * 11
    turns = "".join("(0 OR body.a=1 OR " if level % 2 else "(1 path:a " for level in range(12)) + "x" + ")" * 12
    for text in (
        " ".join(["x"] * 200),
        " OR ".join(["y"] * 199 + ["x"]),
        deep,
        turns,
        "-" + deep[1:-1],
        "path:" + "a," * 199 + "a",
        "(NOT " * 6 + "x" + ")" * 6,
    ):
        query = parse(text).query
        seen = Seen(fill(connection, [body(b"x 0 1")])[0], b"POST /a HTTP/1.1\r\n\r\n", b"x 0 1")
        assert list(find.ids(connection, query, Asked(), RECEIVED_NS)) == (
            [1] if matches(query, seen, RECEIVED_NS) else []
        )


def test_wildcards_may_be_as_long_as_a_value(connection):
    fill(connection, [body(b"")])
    for text in ("[" * 9_998 + "*", "*a" * 5_000, "?" * 9_999 + "*"):
        assert list(find.ids(connection, parse(f'path:"{text}"').query, Asked(), RECEIVED_NS)) == []


def test_deleted_captures_are_left_out(connection):
    fill(connection, [body(b"needle"), body(b"needle"), body(b"other")])
    connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 2")
    for query in ("", "needle OR other", "method:post"):
        assert list(find.ids(connection, parse(query).query, Asked(), RECEIVED_NS)) == [1, 3]
    assert list(find.first_ids(connection, Asked())) == [1, 3]
    proposed = Candidates(array("q", [1, 2, 3]), 3)
    assert list(find.ids(connection, parse("needle").query, Asked(), RECEIVED_NS, lambda _: proposed)) == [1]


@pytest.fixture
def numbers(path: Path):
    """Captures 1 to 20, of which the even ones say so."""
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.write(
            [make_record(make_capture(body=b"Even" if number % 2 == 0 else b"odd")) for number in range(1, 21)]
        )
    with closing(Reader(path)) as reader:
        yield reader


@pytest.mark.parametrize(
    ("text", "after", "newest", "found"),
    [
        ("", 0, None, range(1, 21)),
        ("", 17, None, range(18, 21)),
        ("", 20, None, ()),
        ("", 0, 3, (18, 19, 20)),
        ("", 19, 3, (20,)),
        ("", 0, 0, ()),
        ("", 0, 100, range(1, 21)),
        ("even", 0, None, range(2, 21, 2)),
        ("even", 15, None, (16, 18, 20)),
        ("even", 0, 2, (18, 20)),
        ("even", 18, 2, (20,)),
        ("even stripe", 0, 1, (20,)),
        ("even nowhere", 0, None, ()),
        ("path:/stripe -even", 16, None, (17, 19)),
        ("since:10m", 0, None, ()),
        ("before:10m", 0, 1, (20,)),
    ],
)
def test_after_and_newest(numbers: Reader, text: str, after: int, newest: int | None, found):
    assert list(numbers.ids(parse(text).query, after=after, newest=newest)) == list(found)


def test_a_reader_knows_what_a_field_has_been(numbers: Reader):
    assert numbers.values("path", 5) == ["/stripe"]
    assert numbers.values("method", 5) == ["POST"]


def test_gaps_are_left_out(numbers: Reader, path: Path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id IN (1, 19)")
    assert list(numbers.ids(Query())) == [*range(2, 19), 20]
    assert list(numbers.ids(Query(), newest=2)) == [18, 20]
    assert list(numbers.ids(Query(), after=18)) == [20]


def test_an_empty_history_has_nothing(path: Path):
    with closing(History(path, on_notice=print)) as history:
        history.open()
        with closing(Reader(path)) as reader:
            assert list(reader.ids(Query())) == list(reader.ids(parse("x").query)) == []
            assert reader.count() == reader.last_id() == reader.stored_size(1) == 0


def test_tries_of_one_delivery(connection):
    again = Judgement(Meaning("stripe", "invoice.paid", "evt_1"))
    head = make_head()
    fill(connection, [make_record(make_capture(head), judgement=again), make_record(), make_record(judgement=again)])
    assert list(find.first_ids(connection, Asked())) == [1, 2]
    assert list(find.first_ids(connection, Asked(newest=1))) == [2]
    for text, found in (("is:retry", [3]), ("has:retries", [1]), ("event:invoice", [1, 3]), ("-is:retry", [1, 2])):
        assert list(find.ids(connection, parse(text).query, Asked(), RECEIVED_NS)) == found


def keyed(row, key):
    """By what a row stands in an order, as Python has it: text as bytes, only A to Z without case."""
    marks, meaning, status = row.marks, row.judgement.meaning, row.judgement.status
    ranks = ("invalid", "expired", "no secret", "unsigned", "valid")
    tags = f" {' '.join(marks.tags)} " if marks.tags else ""
    keys = {
        "time": (row.received_ns,),
        "method": (text(row.method),),
        "target": (folded(row.target),),
        "type": (not row.content_type, folded(row.content_type)),
        "peer": (text(row.peer),),
        "reply": (row.status,),
        "size": (row.body_size,),
        "event": (not meaning.provider, text(meaning.provider), not meaning.event, folded(meaning.event)),
        "verdict": (ranks.index(status) if status in ranks else 9,),
        "marks": (not marks.pinned, not marks.colour, text(marks.colour), not tags, text(tags), not marks.note),
        "tags": (not tags, text(tags)),
        "note": (not marks.note, folded(marks.note)),
        "forward": (),  # none of them was ever sent on
    }
    return (*keys[key], row.id)


def text(value):
    return value.encode("utf-8", "surrogatepass")


def folded(value):
    """NOCASE looks no further than a NUL."""
    return text(value).lower().partition(b"\0")[0]


@pytest.mark.parametrize("key", ORDERS)
@given(captured=st.lists(records(), max_size=5))
def test_every_order_is_that_of_its_key(connection, key, captured):
    rows = fill(connection, captured)
    expected = [row.id for row in sorted(rows, key=lambda row: keyed(row, key))]
    found = find.ids(connection, Query(), Asked(), RECEIVED_NS)
    assert list(find.in_order(connection, found, Order(key))) == expected
    assert list(find.in_order(connection, found, Order(key, descending=True))) == expected[::-1]


def test_only_what_was_found_is_put_in_order(connection):
    fill(connection, [body(b"123"), body(b"1"), body(b"12")])
    assert list(find.in_order(connection, array("q", [1, 3]), Order("size"))) == [3, 1]
    assert list(find.in_order(connection, array("q"), Order("size"))) == []


def test_a_history_that_knows_no_marks_stays_in_the_order_of_arrival():
    with closing(sqlite3.connect(":memory:")) as old:
        assert list(find.in_order(old, array("q", [1, 2]), Order("marks"))) == [1, 2]
        assert list(find.in_order(old, array("q", [1, 2]), Order("marks", descending=True))) == [2, 1]
