from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.ui.editor_shelf import OneRecord, record_of_body, record_of_response
from webhook_inspector.ui.loaded import BODY_LIMIT, load_whole

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"


async def test_it_holds_one_record_and_answers_for_no_other(aloop):
    shelf = OneRecord()
    assert shelf.loaded() is None
    shelf.held = record_of_body(HEAD, b"x" * (BODY_LIMIT + 1), number=3)
    loaded = shelf.loaded()
    assert len(loaded.record.capture.body) == BODY_LIMIT
    assert not loaded.whole
    whole = await shelf.read(lambda reader: load_whole(reader, 3))
    assert len(whole.capture.body) == BODY_LIMIT + 1
    assert (shelf.record(4), shelf.stored_size(4)) == (None, 0)
    assert (shelf.rows([3]), shelf.retries(3, 1), shelf.nearby(3, 1, 1)) == ([], (), ())
    assert (shelf.previous_of_kind(3, 1), shelf.attempt(3)) == (None, None)
    assert (shelf.deliveries_of(3), shelf.attempts_of(3)) == ([], [])


async def test_it_has_nothing_once_it_holds_none(aloop):
    shelf = OneRecord()
    assert shelf.hold(record_of_body(HEAD, b"hi")).stored == 2
    assert shelf.hold(None) is None
    assert await shelf.read(lambda reader: reader.record(1)) is None


def test_a_response_is_read_like_a_capture():
    response = Response(200, HEAD, b"hi", body_size=9)
    record = record_of_response(Attempt(0, "POST", "http://a/", b"", b"", response), 2)
    assert record.capture.parsed().fields == ((b"Content-Type", b"text/plain"),)
    assert (record.id, record.capture.state, record.capture.body_size) == (2, State.CUT, 9)
    assert record_of_response(Attempt(0, "POST", "http://a/", b"", b""), 1) is None
