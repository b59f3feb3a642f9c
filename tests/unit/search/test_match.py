from dataclasses import replace

import pytest

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from webhook_inspector.core.capture import State, row_of
from webhook_inspector.core.delivery import Deliveries
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse

SEEN_HEAD = make_head("POST", "/shop/orders?type=payment", (("Host", "Example.com"), ("X-Event", "Push Me")))
BODY = b'{"data":{"id":"ch_1","amount":1500},"name":"A\xc3\xa7\xc3\xa3o"}'


def seen(**changes: object) -> Seen:
    judgement = Judgement(Meaning("stripe", "invoice.paid", "evt_1", attempt=2, live=False), Status.INVALID)
    marks = Marks(pinned=True, colour="red", tags=("bug", "later"), note="Ask support")
    record = replace(make_record(make_capture(SEEN_HEAD, BODY), status=404, judgement=judgement), marks=marks)
    return Seen(replace(row_of(record), **changes), SEEN_HEAD, BODY)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("", '-""'),
        ("SHOP", "nowhere"),
        ("ação", "AÇÃO"),
        ('"push me"', '"me push"'),
        ("ch_1 push", "ch_1 pull"),
        ("nowhere OR ch_1", "nowhere OR elsewhere"),
        ("-nowhere", "-ch_1"),
        ("/ch_\\d/", "/^ch/"),
        ("method:post", "method:pos"),
        ("method:GET,POST", "method:GET,PUT"),
        ("method:p*t", "method:g*"),
        ("path:orders", "path:type"),
        ("path:/shop/*", "path:/orders*"),
        ("endpoint:/shop/", "endpoint:/sho"),
        ("endpoint:/", "endpoint:orders"),
        ("provider:Stripe", "provider:stri"),
        ("event:invoice", "event:inv"),
        ("event:*.paid", "event:paid"),
        ("sig:invalid", "sig:valid,none"),
        ("status:404", "status:>404"),
        ("status:4xx", "status:5xx"),
        ("from:127.0.0.1", "from:10.0"),
        ("host:example", "host:example.org"),
        (f"size:{len(BODY)}", f"size:<{len(BODY)}"),
        ("attempt:>1", "attempt:1"),
        ("since:10m", "before:10m"),
        ("before:2100-01-01", "since:2100-01-01"),
        ("tag:bug", "tag:bu"),
        ("note:SUPPORT", "note:later"),
        ("note:ask*", "note:*ask"),
        ("support bug", "support feature"),
        ('"bug later"', "bugs"),
        ("colour:red", "colour:blue"),
        ("has:note", "-has:note"),
        ("has:tag has:colour has:body has:query has:event", "has:error"),
        ("is:test", "is:live"),
        ("is:retry is:pinned is:complete", "is:cut"),
        ("header.x-event:push", "header.x-event=push"),
        ("header.x-event!=other", "header.x-other!=a"),
        ("query.type=payment", "query.type=pay"),
        ("body.data.id=ch_1", "body.data.id=ch_2"),
        ("body.data.amount>1000", "body.data.amount>1500"),
        ("body.data.amount:1500", "body.data.amount:150"),
        ("body.data.*=ch_1", "body.id=ch_1"),
    ],
)
def test_matches(yes: str, no: str) -> None:
    for text, expected in ((yes, True), (no, False)):
        query = parse(text).query
        assert query is not None
        assert matches(query, seen(), RECEIVED_NS + 10**9) is expected


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("has:error is:cut", {"state": State.CUT}),
        ("has:retries", {"tries": 2}),
        ("is:retry attempt:0", {"first": 3, "judgement": Judgement()}),
        ("has:forward forward:failed -forward:waiting", {"deliveries": Deliveries(failed=1)}),
        ("forward:waiting,stopped -forward:delivered", {"deliveries": Deliveries(waiting=1, failed=1)}),
        ("sig:none", {"judgement": Judgement()}),
        ("sig:no-secret", {"judgement": Judgement(status=Status.NO_SECRET)}),
        ("sig:unknown", {"judgement": Judgement(status=Status.UNKNOWN_SCHEME)}),
        ("-is:live -is:test", {"judgement": Judgement()}),
    ],
)
def test_other_states(text: str, changes: dict[str, object]) -> None:
    query = parse(text).query
    assert query is not None
    assert matches(query, seen(**changes), RECEIVED_NS)
    assert not matches(query, seen(), RECEIVED_NS)
