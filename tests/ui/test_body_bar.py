import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.choose import View
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


def test_offers_the_views_that_fit_and_tells_when_another_is_chosen(qtbot: QtBot):
    bar = bar_of(qtbot)
    bar.offer((View.PRETTY, View.RAW), View.PRETTY, coded=False)
    assert bar.view is View.PRETTY
    assert [view for view, button in bar._views.items() if button.isVisible()] == [View.PRETTY, View.RAW]
    with qtbot.waitSignal(bar.turned):
        bar._views[View.RAW].click()
    assert bar.view is View.RAW


def test_showing_another_view_is_no_choice_of_the_user(qtbot: QtBot):
    bar = bar_of(qtbot)
    with qtbot.assertNotEmitted(bar.turned):
        bar.offer((View.HEX, View.IMAGE), View.IMAGE, coded=True)
        bar.reset()
    assert bar.view is View.IMAGE


def test_as_received_is_offered_where_there_is_a_coding_and_forgotten_for_another_body(qtbot: QtBot):
    bar = bar_of(qtbot)
    bar.offer((View.RAW,), View.RAW, coded=False)
    assert not bar._coded.isVisible()
    bar.offer((View.RAW,), View.RAW, coded=True)
    with qtbot.waitSignal(bar.turned):
        bar._coded.click()
    assert bar.as_received
    bar._charset.choose("cp1252")
    assert bar.charset == "cp1252"
    bar.reset()
    assert not bar.as_received
    assert bar.charset == ""


@pytest.mark.parametrize("partial", [True, False])
def test_more_is_offered_where_there_is_more(qtbot: QtBot, partial: bool):
    bar = bar_of(qtbot)
    bar.say(JSON, (), partial=partial)
    assert all(button.isVisible() is partial for button in (bar.load_more, bar.load_all, bar.open_outside))


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
    assert not any(button.isEnabled() for button in (bar.copy, bar.save, bar.wrap, bar._charset))
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
    assert all(button.accessibleName() for button in buttons)
    assert all(button.focusPolicy().value & 1 for button in buttons)


def test_a_view_is_chosen_without_a_click_too(qtbot: QtBot):
    bar = BodyBar()
    qtbot.addWidget(bar)
    bar.offer((View.PRETTY, View.RAW), View.PRETTY, coded=False)
    with qtbot.waitSignal(bar.turned):
        bar._views[View.RAW].toggle()  # as a screen reader does
    with qtbot.assertNotEmitted(bar.turned):
        bar.offer((View.PRETTY, View.RAW), View.PRETTY, coded=False)
    assert (bar.view, bar.offered) == (View.PRETTY, View.PRETTY)
