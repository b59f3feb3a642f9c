from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from webhook_inspector.ui.actions import (
    ACTIONS,
    MENUS,
    SUBMENUS,
    connect_actions,
    context_menu,
    fill_menu_bar,
    make_actions,
)
from webhook_inspector.ui.check_control import CheckControl
from webhook_inspector.ui.commands import Commands
from webhook_inspector.ui.compare_control import CompareControl
from webhook_inspector.ui.editor_control import EditorControl
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.forward_control import ForwardControl
from webhook_inspector.ui.marking import MarkingControl
from webhook_inspector.ui.repeat_control import RepeatControl
from webhook_inspector.ui.sample_control import SampleControl
from webhook_inspector.ui.sidebar_control import SidebarControl
from webhook_inspector.ui.window import MainWindow

SENDING = (SampleControl, EditorControl, CheckControl, RepeatControl, ForwardControl)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_every_key_and_every_shortcut_is_there_once():
    assert max(Counter(spec.key for spec in ACTIONS).values()) == 1
    shortcuts = [keys for spec in ACTIONS for keys in spec.shortcuts]
    assert max(Counter(shortcuts).values()) == 1
    assert all(not QKeySequence(keys).isEmpty() for keys in shortcuts)


def test_every_method_is_there():
    for spec in ACTIONS:
        owners = (MainWindow, Commands, EndpointControl, CompareControl, MarkingControl, SidebarControl, *SENDING)
        assert any(callable(getattr(owner, spec.method, None)) for owner in owners), spec.key


def test_no_letter_of_a_menu_is_underlined_twice(window):
    for menu in [key for key, _ in MENUS] + [key for key, _, _ in SUBMENUS]:
        texts = [make_actions(window)[spec.key].text() for spec in ACTIONS if spec.menu == menu]
        texts += [title for _, parent, title in SUBMENUS if parent == menu]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert not letters or max(letters.values()) == 1, (menu, letters)


def test_the_menu_bar_has_all(window):
    actions = make_actions(window)
    bar = QMenuBar(window)
    fill_menu_bar(bar, actions)
    shown = [action for menu in bar.actions() for action in menu.menu().actions()]
    inner = [action.menu() for action in shown if action.menu() is not None]
    shown = [action for action in shown if action.menu() is None] + [one for menu in inner for one in menu.actions()]
    assert [menu.title() for menu in inner] == ["Ti&me"]
    assert {action.objectName() for action in shown} == {spec.key for spec in ACTIONS}
    assert [menu.text() for menu in bar.actions()] == ["&File", "&Edit", "&View", "&Capture", "&Request"]


def test_a_right_click_offers_what_concerns_captures(window):
    menu = context_menu(window, make_actions(window))
    assert [action.objectName() for action in menu.actions()] == [
        "export-selected",
        "copy-url",
        "copy-curl",
        "compare-previous",
        "compare-tries",
        "compare-selected",
        "pin",
        "note",
        "tags",
        "delete",
        "tries",
        "edit-resend",
        "resend",
        "check-handler",
        "retry-failed",
        "repeat",
    ]


def test_of_a_group_one_is_chosen_and_called(window):
    class Times:
        def __init__(self):
            self.places = []

        def show_time(self, place):
            self.places.append(place)

    actions, target = make_actions(window), Times()
    connect_actions(actions, target)
    group = [actions[spec.key] for spec in ACTIONS if spec.group == "time"]
    assert [action.isChecked() for action in group] == [True, False, False, False]
    group[2].trigger()
    assert [action.isChecked() for action in group] == [False, False, True, False]
    assert target.places == [2]


class Target:
    def __init__(self):
        self.calls = []

    def zoom(self, step):
        self.calls.append(step)

    def set_following(self, on):
        self.calls.append(on)

    def copy_urls(self):
        self.calls.append("copy")


def test_an_action_calls_its_method(window):
    actions, target = make_actions(window), Target()
    connect_actions(actions, object(), target)
    actions["zoom-in"].trigger()
    actions["zoom-reset"].trigger()
    actions["follow"].toggle()
    actions["copy-url"].trigger()
    actions["export-shown"].trigger()
    assert target.calls == [1, 0, True, "copy"]
