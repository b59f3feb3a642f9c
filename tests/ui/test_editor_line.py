import pytest

from webhook_inspector.ui.editor_line import EditorLine


@pytest.fixture
def line(qtbot):
    made = EditorLine()
    qtbot.addWidget(made)
    made.show()
    return made


def test_showing_a_request_is_no_edit(line, qtbot):
    with qtbot.assertNotEmitted(line.edited):
        line.show_request("purge", "http://a/b")
        line.show_recent(["http://c/", "http://d/"])
    assert (line.method, line.url) == ("purge", "http://a/b")


def test_what_is_typed_is(line, qtbot):
    line.show_request("POST", "http://a/b")
    with qtbot.waitSignal(line.edited):
        qtbot.keyClicks(line._url_line, " ")
    assert line.url == "http://a/b"
    with qtbot.waitSignal(line.edited):
        line.show_url("http://c/")


def test_one_sent_to_before_can_be_chosen(line, qtbot):
    line.show_request("POST", "http://a/b")
    line.show_recent(["http://c/", "http://d/"])
    with qtbot.waitSignal(line.edited):
        line._url.setCurrentIndex(1)
    assert line.url == "http://d/"


def test_the_button_sends_and_then_stops(line, qtbot):
    with qtbot.waitSignal(line.send_wanted):
        line.send.click()
    line.show_sending(on=True)
    assert line.send.text() == "Cancel"
    with qtbot.waitSignal(line.cancel_wanted):
        line.send.click()


def test_everything_has_a_name(line):
    boxes = (line._method, line._url, line._method_line, line._url_line, line.detach, line.close_button)
    assert all(widget.accessibleName() for widget in boxes)
