"""With keys alone: every action is reached, no letter of a menu is underlined twice, and the usual way through the window works."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.history import fill, records
from tests.ui.rows import ids, make_cells, place_of
from tests.ui.running import Running, running, until
from webhook_inspector.ui import window as window_file
from webhook_inspector.ui.actions import ACTIONS, SUBMENUS, Spec
from webhook_inspector.ui.endpoints_dialog import EndpointsDialog
from webhook_inspector.ui.filter_menu import FilterMenu
from webhook_inspector.ui.language import install_language
from webhook_inspector.ui.marks_dialog import MarksDialog
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform says so of every window and of every menu that opens."""

Key = Qt.Key
NONE, CTRL, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def at() -> QWidget:
    """What gets the next key."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(at(), key, modifiers)


def type_in(text: str) -> None:
    QTest.keyClicks(at(), text)


def press_menu_key() -> None:
    """What Qt makes of the key: the window system does it, so that a test has to."""
    widget = at()
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def letter_of(text: str) -> str:
    """The one that is underlined; empty where none is."""
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].lower() if "&" in plain else ""


@pytest.fixture(params=["en", "pt_BR"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch) -> MainWindow:
    """None of its actions does anything."""
    monkeypatch.setattr(window_file, "connect_actions", lambda *_: None)
    made = MainWindow(WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(made, before_close_func=lambda window: window.hide())
    FilterMenu(made.view.menu, made.view, made.model)
    made.model.reset(ids(range(1, 5)), make_cells(range(1, 5)))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.view.setFocus()
    return made


def menus(window: MainWindow) -> dict[str, list[QAction]]:
    """The menu bar, everything that opens from it, and the context menu, by their titles."""
    found = {"bar": window.menuBar().actions()}
    waiting = [*(action.menu() for action in window.menuBar().actions()), window.view.menu]
    while waiting:
        menu = waiting.pop()
        assert isinstance(menu, QMenu)
        found[menu.title() or "context"] = menu.actions()
        waiting += [action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu)]
    return found


def test_no_letter_of_any_menu_is_underlined_twice(tongue: str, window: MainWindow):
    wrong = {}
    for title, actions in menus(window).items():
        texts = [action.text() for action in actions if not action.isSeparator()]
        letters = Counter(letter_of(text) for text in texts)
        wrong[title] = [text for text in texts if letters[letter_of(text)] > 1 or not letter_of(text)]
    assert {title: texts for title, texts in wrong.items() if texts} == {}


@pytest.fixture
def called(window: MainWindow) -> list[str]:
    """The actions that are reached."""
    reached: list[str] = []
    for key, action in window.actions_by_key.items():
        action.setEnabled(True)
        action.triggered.connect(lambda _=False, key=key: reached.append(key))
    return reached


def open_menu(window: MainWindow, action: QAction) -> None:
    press(Key(ord(letter_of(action.text()).upper())), ALT)
    assert QApplication.activePopupWidget() is action.menu()


def go_to(window: MainWindow, spec: Spec) -> None:
    """Through the menu bar, by the letters that are underlined."""
    parent = next((parent for key, parent, _ in SUBMENUS if key == spec.menu), "")
    action = window.actions_by_key[spec.key]
    inner = next(menu for menu in action.associatedObjects() if isinstance(menu, QMenu) and menu != window.view.menu)
    outer = next(
        one for one in window.menuBar().actions() if one.menu() is inner or inner.menuAction() in one.menu().actions()
    )
    open_menu(window, outer)
    if parent:
        press(Key(ord(letter_of(inner.title()).upper())))
        assert QApplication.activePopupWidget() is inner
    press(Key(ord(letter_of(action.text()).upper())))


def test_every_action_is_reached_through_the_menu_bar(window: MainWindow, called: list[str]):
    for spec in ACTIONS:
        window.view.setFocus()
        go_to(window, spec)
        assert called == [spec.key]
        assert QApplication.activePopupWidget() is None
        called.clear()


def test_every_shortcut_reaches_its_action(window: MainWindow, called: list[str]):
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            window.view.setFocus()
            pressed = QKeySequence(keys)[0]
            press(pressed.key(), pressed.keyboardModifiers())
            assert called == [spec.key], keys
            called.clear()


def test_the_context_menu_is_gone_through_by_its_letters(window: MainWindow, called: list[str]):
    window.view.selectRow(1)
    for spec in ACTIONS:
        if spec.in_context:
            press_menu_key()
            assert QApplication.activePopupWidget() is window.view.menu
            press(Key(ord(letter_of(window.actions_by_key[spec.key].text()).upper())))
            assert called == [spec.key]
            called.clear()


async def focus(widget: QWidget) -> None:
    await until(lambda: QApplication.focusWidget() is widget)


async def back(one: Running, widget: QWidget) -> None:
    """From a dialog or menu that was closed: the window system does that, which there is none of here."""
    await until(lambda: QApplication.activeModalWidget() is None)
    one.window.activateWindow()
    await focus(widget)


async def begin(one: Running) -> None:
    fill(one.folder.history, [*records(6, target="/stripe", body=b'{"needle":1}'), *records(2, target="/github")])
    one.program._feed.stir()
    await until(lambda: one.rows() == 8)
    one.window.resize(1280, 800)
    one.window.activateWindow()
    one.window.view.setFocus()
    await focus(one.window.view)


async def search_and_read(one: Running) -> None:
    window = one.window
    press(Key.Key_F, CTRL | SHIFT)
    type_in("endpo")
    await until(window.search._popup.isVisible)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert window.search.text() == "endpoint:"
    type_in("/stripe")
    await until(lambda: window.search._popup.texts() and window.search._popup.isVisible())
    press(Key.Key_Escape)  # closes what is offered, not the search
    press(Key.Key_Return)
    await focus(window.view)
    await until(lambda: one.rows() == 6)
    press(Key.Key_Up)
    await until(lambda: window.view.shown_id() == 6)
    for number in range(1, window.detail.tabs.count() + 1):
        press(Key(ord(str(number))), CTRL)
        assert window.detail.tabs.currentIndex() == number - 1
    press(Key.Key_3, CTRL)
    page = window.detail.tabs.currentWidget()
    press(Key.Key_BracketRight, CTRL)
    await until(lambda: page.filled_with is not None)
    press(Key.Key_F, CTRL)
    type_in("needle")
    await until(lambda: page.pane.find_bar.words == "1 of 1")
    press(Key.Key_Escape)
    press(Key.Key_BracketLeft, CTRL)
    await focus(window.view)
    assert one.rows() == 6


async def mark_and_delete(one: Running) -> None:
    window, model = one.window, one.window.model
    press(Key.Key_M, CTRL)
    await until(lambda: model.index(5, place_of("marks")).data() == "★")
    press(Key.Key_M, CTRL | SHIFT)
    await until(lambda: window.findChild(MarksDialog) is not None)
    dialog = window.findChild(MarksDialog)
    await focus(dialog.note)
    type_in("why")
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.tags
    press(Key.Key_Return)
    await until(lambda: model.index(5, place_of("note")).data() == "why")
    await back(one, window.view)
    press(Key.Key_Delete)
    await until(lambda: one.rows() == 5 and one.program._marking.toast.text() == "1 deleted")
    press(Key.Key_Z, CTRL)
    await until(lambda: one.rows() == 6)


async def filter_and_edit(one: Running) -> None:
    window = one.window
    press(Key.Key_Escape)
    await until(lambda: one.rows() == 8)
    await focus(window.view)
    press(Key.Key_End)
    await until(lambda: window.view.shown_id() == 8)
    press_menu_key()
    press(Key.Key_L)  # Filter like this
    inner = QApplication.activePopupWidget()
    assert isinstance(inner, FilterMenu)
    press(Key.Key_Return)  # the first: only this path
    await until(lambda: one.paths() == ["/github/1"])
    await back(one, window.view)
    press(Key.Key_F6)
    press(Key.Key_F6)
    await focus(window.sidebar)
    press(Key.Key_Home)
    press(Key.Key_Return)
    await until(lambda: one.rows() == 8)
    press(Key.Key_D, CTRL)
    await until(lambda: isinstance(QApplication.activeWindow(), EndpointsDialog))
    press(Key.Key_Escape)
    await back(one, window.sidebar)
    press(Key.Key_BracketLeft, CTRL)
    await focus(window.view)


async def test_the_usual_way_through_the_window(aloop, folder):
    async with running(folder) as one:
        await begin(one)
        await search_and_read(one)
        await mark_and_delete(one)
        await filter_and_edit(one)
