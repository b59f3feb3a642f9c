from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.kind import kind_of
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_bar import BodyBar
from webhook_inspector.ui.parts import StateLine

JSON = kind_of(b"{}", "application/json")


def bar_of(qtbot: QtBot) -> BodyBar:
    bar = BodyBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def lines(bar: BodyBar) -> list[str]:
    return [line.text for line in bar.findChildren(StateLine) if line.isVisible()]


def test_begins_pretty_and_tells_when_turned(qtbot: QtBot):
    bar = bar_of(qtbot)
    assert bar.pretty
    with qtbot.waitSignal(bar.turned):
        bar._raw.click()
    assert not bar.pretty
    with qtbot.waitSignal(bar.turned):
        bar._pretty.click()
    assert bar.pretty


def test_says_what_is_known_and_no_more(qtbot: QtBot):
    bar = bar_of(qtbot)
    bar.say(JSON, ())
    assert lines(bar) == []
    wrong = Problem.of("kind-other", declared="text/html", found="image/png")
    bar.say(JSON, (Problem.of("charset-mark"), wrong))
    assert lines(bar) == [
        "The text begins with a byte order mark.",
        "Declared text/html, but it looks like image/png.",
    ]
    bar.fail("Cannot write.")
    assert lines(bar)[-1] == "Cannot write."


def test_offers_only_what_makes_sense(qtbot: QtBot):
    bar = bar_of(qtbot)
    bar.allow(body=False, wrap=True)
    assert not any(button.isEnabled() for button in (bar.copy, bar.save, bar.wrap, bar._raw))
    bar.allow(body=True, wrap=False)
    assert bar.copy.isEnabled()
    assert not bar.wrap.isEnabled()
    assert "Too long" in bar.wrap.toolTip()
    bar.allow(body=True, wrap=True)
    assert bar.wrap.isEnabled()


def test_wrapping_is_told(qtbot: QtBot):
    bar = bar_of(qtbot)
    with qtbot.waitSignal(bar.wrapped) as told:
        bar.wrap.click()
    assert told.args == [True]


def test_every_button_has_a_name_and_takes_the_focus(qtbot: QtBot):
    bar = bar_of(qtbot)
    buttons = bar.findChildren(QToolButton)
    assert {button.accessibleName() for button in buttons} == {"Pretty", "Raw", "Wrap lines", "Copy body", "Save body"}
    assert all(button.focusPolicy().value & 1 for button in buttons)
