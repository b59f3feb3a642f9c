from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import fill, writing
from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Delivery, DeliveryState
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.deliveries import add
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.forward_sending import failed_of, outgoing_of, recent_targets

TARGET = "http://localhost:3000"


@pytest.fixture
def reader(folder: DataFolder) -> Iterator[Reader]:
    headers = (("Host", "example.com"), ("Expect", "100-continue"), ("X-A", "1"))
    whole = make_record(make_capture(make_head(target="/hook?x=1", headers=headers), b'{"hi":1}'))
    part = make_record(make_capture(body=b"begin", state=State.CUT, problem=Problem.of("body-too-large", limit=5)))
    fill(folder.history, [whole, part])
    with closing(Reader(folder.history)) as one:
        yield one


def sent(folder: DataFolder, *deliveries: Delivery) -> None:
    with writing(folder.history) as writer:
        for one in deliveries:
            writer.change(lambda connection, one=one: add(connection, one).id, lambda _problem: None)


def test_it_goes_out_as_it_came_but_for_its_host(reader):
    outgoing = outgoing_of(reader, 1, TARGET)
    assert outgoing.head.startswith(b"POST /hook?x=1 HTTP/1.1\r\n")
    assert b"\r\nHost: localhost:3000\r\n" in outgoing.head
    assert b"\r\nX-A: 1\r\n" in outgoing.head
    assert b"xpect" not in outgoing.head
    assert outgoing.body == b'{"hi":1}'


@pytest.mark.parametrize(
    ("number", "target", "code"),
    [(2, TARGET, "draft-body-part"), (9, TARGET, "no-capture"), (1, "ftp://a", "draft-url-scheme")],
)
def test_what_cannot_be_sent(reader, number, target, code):
    with pytest.raises(KnownError) as raised:
        outgoing_of(reader, number, target)
    assert raised.value.problem.code == code


def test_only_failed_deliveries_of_rules_are_tried_again(reader, folder):
    failed, done = DeliveryState.FAILED, DeliveryState.DELIVERED
    sent(
        folder,
        Delivery(TARGET, 1, 1, "app", failed),
        Delivery(TARGET, 1, 1, "", failed),
        Delivery(TARGET, 1, 2, "app", done),
        Delivery(TARGET, 1, 2, "app", failed),
    )
    assert failed_of(reader, [1, 2]) == [1, 4]
    assert failed_of(reader, [2]) == [4]
    assert failed_of(reader, []) == []


def test_targets_that_were_sent_to_lately(reader, folder):
    assert recent_targets(reader) == []
    states = (DeliveryState.FAILED, DeliveryState.DELIVERED, DeliveryState.WAITING, DeliveryState.DELIVERED)
    targets = ("http://a", "http://b", "http://c", "http://a")
    sent(folder, *(Delivery(target, 1, 1, "app", state) for target, state in zip(targets, states, strict=True)))
    assert recent_targets(reader) == ["http://a", "http://c", "http://b"]
