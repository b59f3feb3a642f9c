import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.sent import attempt
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.repeating import Repetition
from webhook_inspector.scenarios import Scenario
from webhook_inspector.ui.latency_columns import picture_of
from webhook_inspector.ui.repeat_window import RepeatWindow

KNOWN = (
    Scenario("one", "http://localhost:1", "endpoint:/a"),
    Scenario("two", "http://localhost:2", repetition=Repetition(times=9)),
)


@pytest.fixture
def window(qtbot):
    window = RepeatWindow()
    qtbot.addWidget(window)
    window.form.take((1, 2), "")
    window.form.target.show_url("http://localhost:3000")
    window.begin()
    return window


def test_a_run_has_progress_counts_and_figures(window):
    window.run(4)
    assert window.running
    assert not window.form.isEnabled()
    window.show_picture(picture_of([attempt(200, 0.01), attempt(500, 0.02)]))
    assert window._progress.text() == "2 / 4"
    assert window.results == (
        "✓ 1 of 2 answered with 2xx · ✗ 1 × 500\nhalf within 10 ms · 95 % within 20 ms · slowest 20 ms"
    )
    window.stop()
    assert window.form.isEnabled()
    assert not window._cancel.isVisible()
    window.run(1)
    assert window.results == ""


def test_choosing_a_scenario_fills_the_fields(window):
    window.show_scenarios(KNOWN)
    assert not window._remove.isEnabled()
    window.choose("two")
    assert window.form.wish("two").scenario == KNOWN[1]
    assert window._name.text() == "two"
    assert window._remove.isEnabled()
    window.form.times.setValue(1)
    window.show_scenarios(KNOWN)
    assert window._scenarios.currentData() == "two"
    assert window.form.times.value() == 1
    window.show_scenarios(())
    assert not window._scenarios.currentData()


def test_only_what_a_filter_finds_can_be_saved_and_only_by_name(window, qtbot):
    window._name.setText("mine")
    assert not window._save.isEnabled()
    assert "filter" in window._name.placeholderText()
    window.form.what.setCurrentIndex(1)
    assert window._save.isEnabled()
    window.form.filter.setText("size:x")
    assert not window._save.isEnabled()
    assert not window._go.isEnabled()
    window.form.filter.setText("endpoint:/b")
    with qtbot.waitSignal(window.save_wanted) as saved:
        window._save.click()
    assert saved.args == [Scenario("mine", "http://localhost:3000", "endpoint:/b")]
    window._name.setText(" ")
    assert not window._save.isEnabled()


def test_by_keyboard(window, qtbot):
    with qtbot.waitSignal(window.run_wanted):
        QTest.keyClick(window.form.target.line, Qt.Key.Key_Return)
    window.run(3)
    with qtbot.waitSignal(window.cancelled):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.stop()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_says_one_thing_at_a_time(window):
    window.say("ok", "Done.")
    window.say_problem(Problem.of("repeat-nothing"))
    assert window.words == "No capture is chosen that could be sent."
    assert not window._told["ok"].isVisible()
    window.begin()
    assert window.words == ""


def test_without_an_address_nothing_can_be_run(window, qtbot):
    window.form.target.show_url("")
    assert not window._go.isEnabled()
    window.show_scenarios(KNOWN)
    window.choose("one")
    with qtbot.waitSignal(window.remove_wanted) as removed:
        window._remove.click()
    assert removed.args == ["one"]
