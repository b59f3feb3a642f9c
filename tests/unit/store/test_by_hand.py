from contextlib import closing

from tests.makers import make_capture, make_record
from tests.unit.store.test_marking import do
from webhook_inspector.core.delivery import Attempt, DeliveryState, Response
from webhook_inspector.core.problem import Problem
from webhook_inspector.store.by_hand import keep_by_hand
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader

URL = "http://localhost:3000/hook"


def attempt(body: bytes = b"body", status: int = 200, url: str = URL) -> Attempt:
    return Attempt(
        7, "POST", url, b"POST /hook HTTP/1.1\r\n\r\n", body, Response(status, b"HTTP/1.1 200\r\n\r\n", b"ok", 2)
    )


def opened(path) -> History:
    history = History(path, on_notice=print)
    history.open()
    history.write([make_record(make_capture(body=b"body"))])
    return history


def test_what_was_sent_is_found_again_with_its_bodies(path):
    with closing(opened(path)) as history, closing(Reader(path)) as reader:
        for sent, capture in ((attempt(), 1), (attempt(b"edited"), 1), (attempt(b"body"), 0)):
            made = do(history, keep_by_hand, capture, sent)
            assert made.delivery.state is DeliveryState.DELIVERED
            assert reader.delivery(made.delivery.id) == made.delivery
            found = reader.attempt(made.attempt.id)
            assert found == made.attempt
            assert (found.sent_body, found.response.body) == (sent.sent_body, b"ok")
        assert [one.attempts for one in reader.deliveries_of(1)] == [1, 1]


def test_the_body_of_the_capture_is_not_stored_twice(path):
    with closing(opened(path)) as history:
        assert do(history, keep_by_hand, 1, attempt()).own_body
        assert not do(history, keep_by_hand, 1, attempt(b"edited")).own_body
        assert not do(history, keep_by_hand, 0, attempt()).own_body
        assert not do(history, keep_by_hand, 99, attempt()).own_body


def test_what_did_not_arrive_has_failed(path):
    with closing(opened(path)) as history:
        refused = Attempt(7, "POST", URL, b"", b"", problem=Problem.of("sending-host", host="x"))
        made = do(history, keep_by_hand, 1, refused)
        assert (made.delivery.state, made.delivery.problem) == (DeliveryState.FAILED, refused.problem)
        assert do(history, keep_by_hand, 1, attempt(status=500)).delivery.status == 500


def test_the_run_before_is_the_newest_of_the_same_capture_and_target(path):
    with closing(opened(path)) as history, closing(Reader(path)) as reader:
        assert reader.last_by_hand(1, URL) is None
        do(history, keep_by_hand, 1, attempt(status=500))
        last = do(history, keep_by_hand, 1, attempt())
        do(history, keep_by_hand, 1, attempt(url="http://localhost:4000/"))
        do(history, keep_by_hand, 0, attempt())
        assert reader.last_by_hand(1, URL) == last.attempt
