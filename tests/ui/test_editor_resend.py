import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.editor_desk import NoEngine
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.editor_resend import Resender, outgoing_of
from webhook_inspector.ui.editor_sending import EditorSender

WHOLE = make_record(make_capture(make_head(target="/a")))
CUT = make_record(make_capture(body=b"half", state=State.CUT, body_size=9))


async def test_each_is_sent_in_order_and_what_cannot_be_is_told(aloop):
    shelf, engine = Shelf(WHOLE, CUT, WHOLE), NoEngine()
    bench = Bench(shelf)
    tally = await Resender(shelf, bench.tools.workshop, EditorSender(engine, lambda: True)).send(
        [3, 2, 1, 9], "http://localhost:1"
    )
    assert [capture for _, _, capture in engine.sent] == [3, 1]
    assert tally.answered == {200: 2}
    assert [problem.code for problem in tally.problems] == ["draft-body-part", "no-capture"]
    await bench.close()


def test_it_goes_out_as_it_came():
    outgoing = outgoing_of(WHOLE, "http://localhost:3000")
    assert outgoing.head.startswith(b"POST /a HTTP/1.1\r\nHost: localhost:3000\r\n")
    assert outgoing.body == WHOLE.capture.body
    with pytest.raises(KnownError):
        outgoing_of(CUT, "http://localhost:3000")
    with pytest.raises(KnownError):
        outgoing_of(WHOLE, "nonsense")
