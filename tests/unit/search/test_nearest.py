import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import RECEIVED_NS
from tests.unit.search.test_match import seen
from tests.unit.store.queries import nodes, records
from webhook_inspector.core.capture import Record, row_of
from webhook_inspector.core.marks import NO_MARKS
from webhook_inspector.core.sentences import sentence
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.nearest import miss, nearest
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Node, Query
from webhook_inspector.search.words import say


@pytest.mark.parametrize(
    ("captures", "met", "expected"),
    [
        ([], [], None),
        ([], [[1]], None),
        ([1, 2, 3], [], 3),
        ([1, 2, 3], [[1], [1, 2], [2, 1]], 1),
        ([1, 2, 3], [[1, 2], [2, 3]], 2),
        ([1, 2, 3], [[1], [2]], 2),
        ([2, 3], [[1], [1], [2]], 2),
    ],
)
def test_the_one_that_most_parts_found(captures: list[int], met: list[list[int]], expected: int | None) -> None:
    assert nearest(captures, met) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("path:/shop sig:valid", " matched path:/shop, but sig is invalid, not valid"),
        ("sig:valid,none", ": sig is invalid, not valid,none"),
        ("status:>=500 method:post", " matched method:post, but status is 404, not >=500"),
        ("status>=500", ": status is 404, not >=500"),
        (
            "event:invoice.failed provider:github stripe",
            ": event is invoice.paid, not invoice.failed, and provider is stripe, not github, and stripe is nowhere in it",
        ),
        ("body.data.amount>2000", ": body.data.amount is 1500, not >2000"),
        ("body.data.amount=1,2", ": body.data.amount is 1500, not 1, 2"),
        ("body.data.total=1", ": it has no body.data.total"),
        ("header.x-event=push", ": header.x-event is Push Me, not push"),
        ("header.x-event!='push'", None),
        ('header.x-event!="push me"', ': header.x-event!="push me" does not hold'),
        ("-shop", ": -shop does not hold"),
        ("(zz OR yy) shop", " matched shop, but (zz OR yy) does not hold"),
        ('"not there" /x\\d/', ': "not there" is nowhere in it, and /x\\d/ is nowhere in it'),
        ("is:live has:error", ": is:live does not hold, and has:error does not hold"),
        ("since:2100-01-01", ": since:2100-01-01 does not hold"),
        ("colour:blue tag:x note:y", ": colour is red, not blue, and tag is bug later, not x, and note is Ask"),
        ("colour:red", None),
        ("path:" + "x" * 100, ": path is /shop/orders, not " + "x" * 54 + "…"),
    ],
)
def test_what_keeps_it_from_matching(text: str, said: str | None) -> None:
    query = parse(text).query
    assert query is not None
    phrase = miss(query, seen(id=12), RECEIVED_NS)
    if said is None:
        assert phrase is None
    else:
        assert phrase is not None
        assert say(phrase, sentence).startswith(f"#12 POST /shop/orders?type=payment{said}")


def test_what_a_request_has_not_is_told_so() -> None:
    query = parse("colour:blue").query
    assert query is not None
    nothing = seen(marks=NO_MARKS, id=1)
    phrase = miss(query, nothing, RECEIVED_NS)
    assert phrase is not None
    assert say(phrase, sentence).endswith(": it has no colour")


@given(records(), nodes, st.text(max_size=9))
def test_there_is_a_reason_for_whatever_does_not_match(record: Record, root: Node, text: str) -> None:
    one = Seen(row_of(record), record.capture.head, record.capture.body)
    phrase = miss(Query(root, text), one, RECEIVED_NS)
    assert (phrase is None) is matches(Query(root), one, RECEIVED_NS)
    assert phrase is None or say(phrase, sentence).startswith("#0 ")
