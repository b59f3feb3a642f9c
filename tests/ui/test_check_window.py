import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QProgressBar

from tests.ui.sent import attempt
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.checking import Variant, report, trials
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_window import FORMATS, WRITERS, CheckWindow

TRIALS = trials(Draft("POST", "http://x/a", body=b"{}"), Signing(How.NEW, "stripe", (Key("secret", "s"),)), 1e6)
GOOD = report("http://x", "stripe", [(Variant.VALID, attempt(200)), (Variant.TAMPERED, attempt(400))])
BAD = report("http://x", "stripe", [(Variant.VALID, attempt(200)), (Variant.TAMPERED, attempt(200))])


@pytest.fixture
def window(qtbot):
    window = CheckWindow()
    qtbot.addWidget(window)
    window.begin("capture 1", "Signed.")
    return window


def test_runs_with_progress_and_ends_with_a_sentence(window):
    window.run(TRIALS)
    assert window.running
    assert not window._go.isVisible()
    window.add(Tried(Variant.VALID, attempt(200)))
    assert window._progress.text() == f"1 / {len(TRIALS)}"
    window.show_report(GOOD)
    assert window.words == "The handler did right in all 2 cases."
    assert window._sums["ok"].isVisible()
    assert not window.running
    window.show_report(BAD)
    assert window._sums["error"].text.startswith("The handler is open to forged requests")
    assert window._sums["ok"].text == ""


def test_every_form_of_a_report_is_offered_and_copied(window):
    assert set(FORMATS) == set(WRITERS)
    assert not window._copy.isEnabled()
    assert window.written() == ""
    window.show_report(GOOD)
    for key in FORMATS:
        window._format.setCurrentIndex(window._format.findData(key))
        window._copy.click()
        assert QGuiApplication.clipboard().text() == WRITERS[key](GOOD)


def test_the_file_ends_as_its_form_does(window, qtbot):
    window.show_report(GOOD)
    window._format.setCurrentIndex(window._format.findData("markdown"))
    with qtbot.waitSignal(window.save_wanted) as wanted:
        window._save.click()
    assert wanted.args == [WRITERS["markdown"](GOOD), ".md"]


def test_escape_ends_what_runs_first_and_closes_then(window, qtbot):
    window.run(TRIALS)
    with qtbot.waitSignal(window.cancelled):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.stop(Problem.of("check-cancelled"))
    assert window._sums["error"].text == window.words
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_enter_in_the_address_begins(window, qtbot):
    with qtbot.waitSignal(window.wanted):
        QTest.keyClick(window.target.line, Qt.Key.Key_Return)


def test_another_subject_begins_anew(window):
    window.show_report(GOOD)
    window.begin("capture 2", "Signed.")
    assert (window.words, window.report, window.table.rows.rowCount()) == ("", None, 0)


def test_all_that_can_be_reached_has_a_name(window):
    widgets = [*window.findChildren(QComboBox), *window.findChildren(QProgressBar), window.target.line, window.table]
    assert all(widget.accessibleName() for widget in widgets)
    assert all(button.text() for button in window.findChildren(QAbstractButton) if button.isVisible())
