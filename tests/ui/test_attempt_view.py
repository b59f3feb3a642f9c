import asyncio
from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.deliveries import REFUSED, make_attempt, make_response
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.ui.attempt_view import AttemptView
from webhook_inspector.ui.theme import code_font


async def test_an_attempt_with_both_messages(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    view = AttemptView(bench.tools)
    qtbot.addWidget(view)
    view.set_code_font(code_font(9))
    view.show()
    await view.show_attempt(make_attempt(response=make_response(502, b'{"why":"no"}', size=99)))
    assert view.summary.toPlainText().startswith("✗ 502 · 84 ms")
    assert view.timings.toPlainText().endswith("all 84 ms")
    assert view.cut.text == "Of the response's body the first 12 bytes of 99 bytes were kept."
    assert '"why": "no"' in view.body.view.toPlainText()
    assert view.response.view.toPlainText().startswith("HTTP/1.1 502 X\n")
    assert view.request.view.toPlainText().startswith("POST /hook HTTP/1.1\n")
    assert [view.tabs.tabText(place) for place in range(3)] == ["Response body", "Response", "Request sent"]
    await view.show_attempt(make_attempt(response=make_response(body=b"")))
    assert view._no_body.text == "The response has no body."
    assert (view.cut.text, view.problem.text) == ("", "")
    await bench.close()


async def test_an_attempt_that_nobody_answered(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    view = AttemptView(bench.tools)
    qtbot.addWidget(view)
    view.show()
    await view.show_attempt(replace(make_attempt(problem=REFUSED), sent_head=b""))
    assert view.problem.text == "Is your app running on port 3000? Nothing listens at http://localhost:3000."
    assert view.response.words == "There was no response."
    assert view._no_body.text == "There was no response."
    assert view._body_place.currentWidget() is view._no_body
    assert view.request.words == "No request was made: nothing was sent."
    await bench.close()
