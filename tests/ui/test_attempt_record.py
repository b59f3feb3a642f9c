from dataclasses import replace

from tests.ui.deliveries import REFUSED, make_attempt, make_response
from webhook_inspector.ui.attempt_record import record_of
from webhook_inspector.ui.editor_shelf import OneRecord
from webhook_inspector.ui.loaded import BODY_LIMIT


def test_a_message_is_read_like_a_capture():
    library = OneRecord()
    large = replace(make_attempt(7), response=make_response(body=b"x" * (BODY_LIMIT + 5)))
    loaded = library.hold(record_of(large, response=True))
    assert loaded is not None
    assert (len(loaded.record.capture.body), loaded.stored, loaded.whole) == (BODY_LIMIT, BODY_LIMIT + 5, False)
    whole = library.record(7)
    assert whole is not None
    assert whole.capture.body == large.response.body
    assert (library.record(8), library.stored_size(8)) == (None, 0)
    request = library.hold(record_of(large, response=False))
    assert request is not None
    assert (request.record.capture.head, request.record.capture.body) == (large.sent_head, large.sent_body)


def test_there_is_no_record_of_a_response_that_did_not_come():
    assert record_of(make_attempt(problem=REFUSED), response=True) is None
