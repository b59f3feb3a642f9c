import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from webhook_inspector.ui.sample_dialog import SampleDialog
from webhook_inspector.ui.sample_order import Source
from webhook_inspector.ui.sample_preview import Preview

SOURCES = [(Source.ENDPOINT, "of /stripe"), (Source.PASTED, "pasted"), (Source.NONE, "none")]


@pytest.fixture
def dialog(qtbot):
    dialog = SampleDialog()
    qtbot.addWidget(dialog)
    dialog.lists.choose("stripe")
    dialog.target.show_url("http://127.0.0.1:8787/stripe")
    dialog.offer_sources(SOURCES)
    dialog.show()
    return dialog


def test_the_order_is_what_is_chosen(dialog):
    order = dialog.order()
    assert (order.sample.provider, order.url) == ("stripe", "http://127.0.0.1:8787/stripe")
    assert (order.source, order.pasted) == (Source.ENDPOINT, "")
    assert not dialog.secret.isVisible()
    dialog.lists.search.setText("zzz")
    assert dialog.order() is None


def test_a_pasted_secret_counts_only_while_it_is_asked_for_and_does_not_stay(dialog, qtbot):
    with qtbot.waitSignal(dialog.changed):
        dialog.source.setCurrentIndex(1)
    assert dialog.secret.isVisible()
    dialog.secret.line.setText("whsec_x")
    assert dialog.order().pasted == "whsec_x"
    dialog.offer_sources(SOURCES)
    assert dialog.order().source is Source.PASTED
    dialog.offer_sources(SOURCES[2:])
    assert (dialog.order().source, dialog.order().pasted) == (Source.NONE, "")
    assert not dialog.source.isEnabled()
    dialog.reject()
    assert dialog.secret.value() == ""


def test_says_one_result_at_a_time(dialog):
    dialog.say("ok", "200")
    dialog.say("error", "refused")
    assert dialog.words == "refused"
    assert not dialog._results["ok"].isVisible()
    dialog.say("ok", "")
    assert dialog.words == ""


def test_shows_the_plan_and_the_preview(dialog):
    dialog.show_plan("The endpoint is made.")
    assert dialog._plan.isVisible()
    dialog.show_plan("")
    assert not dialog._plan.isVisible()
    dialog.show_preview(Preview(["a", "", "b"], [[], [], []], (2,)))
    assert list(dialog.preview.lines) == ["a", "", "b"]


def test_by_keyboard(dialog, qtbot):
    with qtbot.waitSignal(dialog.send_wanted):
        QTest.keyClick(dialog.lists.search, Qt.Key.Key_Return)
    dialog.set_sending(True)
    assert not dialog._send.isEnabled()
    dialog.set_sending(False)
    with qtbot.waitSignal(dialog.editor_wanted):
        dialog._editor.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
