"""Generated captures and queries that often fit each other, for tests of what finds them."""

import sqlite3
from contextlib import contextmanager

from hypothesis import strategies as st
from sqlite_utils import Database

from tests.makers import RECEIVED_NS, make_capture
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import COLOURS, Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.fields import FIELDS, Kind
from webhook_inspector.search.moment import Moment
from webhook_inspector.search.query import And, Bound, Compare, Everything, Field, Not, Or, Regex, Text
from webhook_inspector.store.rows import (
    INSERT_CAPTURE,
    INSERT_CONTENT,
    INSERT_PLAIN,
    UPDATE_MARKS,
    columns_of,
    is_plain,
    marks_columns,
    read_row,
    select_rows,
)
from webhook_inspector.store.schema import migrations

# Few letters, so that words are found; among them everything that means something to SQL, to GLOB or to a text decoder.
letters = "aAzZéÉß%_\"'\\*?[];\0\n /.-\ud800😀İ\ufffd"
words = st.text(st.sampled_from(letters), min_size=1, max_size=4) | st.sampled_from(
    ["a", "1", "1.0", "null", "a.a", "/a", "x-a"]
)
shown = st.text(st.sampled_from([letter for letter in letters if letter != "\ud800"]), max_size=5)
odd = words.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.sampled_from(
    [b"\xff", b"\xc3", b"\x80", b"\0", b"\r\n"]
)
junk = st.lists(odd, max_size=8).map(b"".join)

json_texts = st.recursive(
    st.sampled_from(
        [
            '"a"',
            '"A"',
            '"\\u0061"',
            '"a\\/a"',
            '"a/a"',
            "1",
            "1.0",
            "-1e2",
            "10",
            "null",
            "true",
            '"é"',
            '"\\ud800"',
            "NaN",
            '"1"',
            "9" * 5000,
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{','.join(parts)}]")
        | st.lists(
            st.tuples(st.sampled_from(['"a"', '"A"', '"\\u0061"', '"0"', '"é"', '"a.a"']), inner), max_size=3
        ).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}")
    ),
    max_leaves=6,
)
forms = st.lists(st.sampled_from(["a=a", "a=1", "%61=A", "a.a=%C3%A9", "+a=+", "é=é", "a", "=", "&"]), max_size=4).map(
    "&".join
)
bodies = json_texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | forms.map(str.encode) | junk
targets = st.sampled_from(
    [b"/a", b"/a/a", b"/A?a=1&b=%61+a", b"/?x-a=a#a", b"*", b"/\xff\xc3?%61=\xff", b"/a?a=1.0&a=a"]
)
headers = st.lists(
    st.sampled_from(
        [
            b"X-A: a",
            b"x-a: 1.0",
            b"X-A: a\r\n  folded",
            b"x-a",
            b"a: \xff\xc3",
            b"Content-Type: application/x-www-form-urlencoded",
            b"Content-Type: application/json",
            b"Host: a",
        ]
    ),
    max_size=3,
)


@st.composite
def heads(draw):
    if draw(st.booleans()):
        return draw(junk)
    lines = [draw(st.sampled_from([b"POST", b"get"])) + b" " + draw(targets) + b" HTTP/1.1", *draw(headers)]
    return b"\r\n".join([*lines, b"", b""])


judgements = st.none() | st.builds(
    Judgement,
    st.builds(
        Meaning,
        provider=st.sampled_from(["", "a", "Stripe"]) | shown,
        event=st.sampled_from(["", "a.a", "a", "A.a.z"]) | shown,
        event_id=st.sampled_from(["", "e1"]),
        attempt=st.integers(0, 3),
        live=st.sampled_from([True, False, None]),
    ),
    st.sampled_from([None, *Status]),
    st.sampled_from(["", "stripe"]),
    st.just(""),
)
marks = st.builds(
    Marks,
    st.booleans(),
    st.sampled_from(["", *COLOURS]),
    st.sampled_from([(), ("a",), ("a", "é")]),
    st.sampled_from(["", "a"]) | shown.map(lambda text: text.strip().replace("\0", "")),
)


@st.composite
def records(draw):
    capture = make_capture(
        draw(heads()),
        draw(bodies),
        draw(st.sampled_from(State)),
        body_size=draw(st.sampled_from([0, 1, 10, 2**20])),
        received_ns=RECEIVED_NS + draw(st.integers(-2, 2)) * 10**9,
        peer=draw(st.sampled_from(["127.0.0.1:1", "[::a]:1", "a"])),
    )
    return Record(capture, draw(st.sampled_from([0, 200, 404])), b"", 0, draw(judgements), draw(marks))


numbers = st.sampled_from([0, 1, 2, 10, 200, 404, 2**20])
bounds = st.builds(Bound, st.sampled_from(["=", ">", ">=", "<", "<=", ".."]), numbers, numbers)
moments = (
    st.builds(Moment, ago=st.integers(-3, 3))
    | st.builds(Moment, at_ns=st.integers(-2, 2).map(lambda n: RECEIVED_NS + n * 10**9))
    | st.builds(Moment, clock=st.integers(0, 86_399))
)


@st.composite
def fields(draw):
    row = draw(st.sampled_from(list(FIELDS.values())))
    if row.kind in {Kind.NUMBER, Kind.SIZE}:
        value = bounds
    elif row.kind in {Kind.SINCE, Kind.BEFORE}:
        value = moments
    elif row.kind is Kind.WORD:
        value = st.sampled_from([one for one in row.values if one not in {"ok", "fail", "failed", "nosecret"}])
    else:
        value = words | st.sampled_from(["*", "a*", "*a", "*a*", "a*z", "POST", "stripe", "127.0.0.1", "/", "a."])
    return Field(row.name, tuple(draw(st.lists(value, min_size=1, max_size=3))))


asked_values = st.lists(
    words | st.sampled_from(["a*", "true", "100", "-100", "1e0", "9" * 5000, "1e999999", "é"]), min_size=1, max_size=2
).map(tuple)
operators = st.sampled_from([":", "=", "!=", ">", ">=", "<", "<="])
steps = st.sampled_from(["a", "A", "0", "1", "*", "é", "a.a", "\ud800"]) | words
compares = st.builds(
    Compare, st.just("body"), st.lists(steps, min_size=1, max_size=3).map(tuple), operators, asked_values
) | st.builds(
    Compare,
    st.sampled_from(["header", "query"]),
    (st.sampled_from(["x-a", "X-A", "a", "content-type"]) | words).map(lambda name: (name,)),
    operators,
    asked_values,
)
regexes = st.builds(
    Regex, st.sampled_from(["a", "^a", "[[:alpha:]]+z", "a.a", r"\x00", "é", "(?-i)A", r"\d+", "(a+)+$", "$"])
)
leaves = st.builds(Text, words) | fields() | compares | regexes | st.just(Everything())
nodes = st.recursive(
    leaves,
    lambda inner: (
        st.builds(And, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=5,
)


@contextmanager
def empty_history():
    """In memory, with the tables of today."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.apply(Database(connection))
        connection.execute("PRAGMA user_version = 3")
        yield connection
    finally:
        connection.close()


def fill(connection, captured):
    """Instead of what was there: the rows as a reader has them."""
    connection.execute("DELETE FROM captures")
    connection.execute("DELETE FROM contents")
    for number, record in enumerate(captured, 1):
        row, listed, contents = columns_of(record.with_id(number))
        connection.execute(INSERT_PLAIN if is_plain(listed) else INSERT_CAPTURE, listed)
        connection.execute(INSERT_CONTENT, contents)
        connection.execute(UPDATE_MARKS, (*marks_columns(row.marks), number))
    ids = f"[{','.join(map(str, range(1, len(captured) + 1)))}]"
    return [read_row(columns) for columns in connection.execute(f"{select_rows(3)} ORDER BY id", (ids,))]
