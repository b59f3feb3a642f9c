import pytest
from PySide6.QtWidgets import QApplication

from webhook_inspector.ui.editor_paste import PasteDialog


@pytest.fixture
def dialog(qtbot):
    made = PasteDialog()
    qtbot.addWidget(made)
    yield made
    QApplication.clipboard().clear()


def test_it_begins_with_the_clipboard_where_that_is_a_request(dialog):
    QApplication.clipboard().setText("curl http://a/b")
    dialog.ask()
    assert dialog.text.toPlainText() == "curl http://a/b"
    assert dialog.take.isEnabled()
    dialog.reject()
    QApplication.clipboard().setText("my password")
    dialog.ask()
    assert dialog.text.toPlainText() == ""
    assert not dialog.take.isEnabled()


def test_it_becomes_a_draft(dialog, qtbot):
    dialog.ask()
    dialog.text.setPlainText("PUT /x HTTP/1.1\nHost: localhost:3000\n\nhi")
    with qtbot.waitSignal(dialog.taken) as told:
        dialog.take.click()
    assert (told.args[0].method, told.args[0].url) == ("PUT", "http://localhost:3000/x")
    assert not dialog.isVisible()


def test_what_is_no_request_says_so_and_stays(dialog, qtbot):
    dialog.ask()
    dialog.text.setPlainText("curl")
    with qtbot.assertNotEmitted(dialog.taken):
        dialog.take.click()
    assert dialog.fault.text
    assert dialog.isVisible()
    dialog.text.setPlainText("curl http")
    assert not dialog.fault.text
