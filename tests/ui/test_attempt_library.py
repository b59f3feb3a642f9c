from dataclasses import replace

from tests.ui.deliveries import REFUSED, make_attempt, make_response
from webhook_inspector.ui.attempt_library import AttemptLibrary, record_of
from webhook_inspector.ui.loaded import BODY_LIMIT


def test_a_message_is_read_like_a_capture():
    library = AttemptLibrary()
    large = replace(make_attempt(7), response=make_response(body=b"x" * (BODY_LIMIT + 5)))
    loaded = library.hold(large, response=True)
    assert loaded is not None
    assert (len(loaded.record.capture.body), loaded.stored, loaded.whole) == (BODY_LIMIT, BODY_LIMIT + 5, False)
    whole = library.record(7)
    assert whole is not None
    assert whole.capture.body == large.response.body
    assert (library.record(8), library.stored_size(8)) == (None, 0)
    request = library.hold(large, response=False)
    assert request is not None
    assert (request.record.capture.head, request.record.capture.body) == (large.sent_head, large.sent_body)


async def test_it_has_nothing_else():
    library = AttemptLibrary()
    assert library.hold(make_attempt(problem=REFUSED), response=True) is None
    assert await library.read(lambda reader: reader.record(1)) is None
    assert record_of(make_attempt(problem=REFUSED), response=True) is None
    assert (library.rows([1]), library.retries(1, 9), library.nearby(1, 9, 9)) == ([], (), ())
    assert (library.previous_of_kind(1, 9), library.attempt(1)) == (None, None)
    assert (library.deliveries_of(1), library.attempts_of(1)) == ([], [])
