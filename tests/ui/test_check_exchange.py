from dataclasses import replace

import pytest

from tests.ui.sent import attempt
from webhook_inspector.ui.check_exchange import ExchangeView, exchange_of, laid_out
from webhook_inspector.ui.theme import code_font


@pytest.fixture
def view(qtbot):
    view = ExchangeView()
    qtbot.addWidget(view)
    return view


def test_both_sides_byte_for_byte(view):
    sent = attempt(404)
    view.show_exchange(sent, exchange_of(sent))
    lines = ["POST /hook HTTP/1.1", "Host: localhost:3000", "Content-Type: application/json", "", '{"hi":1}']
    assert list(view.request.lines) == lines
    assert view.response.lines[0] == "HTTP/1.1 404 Word"
    assert view.response.lines[-1] == '{"ok":true}'
    assert view._title.text() == view.response.accessibleName() == "Response from 127.0.0.1:3000"
    view.clear()
    assert list(view.request.lines) == list(view.response.lines) == []


def test_without_an_answer_the_reason_stands_there(view):
    sent = attempt(0)
    view.show_exchange(sent, exchange_of(sent))
    assert list(view.response.lines) == []
    assert "localhost:3000" in view._title.text()


def test_of_an_answer_that_broke_off_what_came_is_shown(view):
    sent = replace(attempt(200), problem=attempt(0).problem)
    view.show_exchange(sent, exchange_of(sent))
    assert view.response.lines[0] == "HTTP/1.1 200 Word"
    assert view._title.text() != "Response from 127.0.0.1:3000"


def test_a_body_of_which_a_part_was_kept_says_so():
    found = laid_out(b"HTTP/1.1 200 OK\r\n\r\n", b"abc", 9000)
    assert [one.code for one in found.remarks] == ["body-part-shown"]


def test_the_font_is_that_of_code(view):
    view.set_code_font(code_font(13))
    assert view.request.font().pointSizeF() == view.response.font().pointSizeF() == 13
