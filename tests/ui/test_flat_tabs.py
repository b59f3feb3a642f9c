import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.flat_tabs import LINE, FlatTabs
from webhook_inspector.ui.theme import LIGHT, apply


@pytest.fixture
def tabs(qtbot: QtBot, qapp: QApplication) -> FlatTabs:
    apply(qapp, "light")
    made = FlatTabs()
    qtbot.addWidget(made)
    for title in ("Overview", "Body"):
        made.addTab(QLabel(title), title)
    made.resize(400, 200)
    with qtbot.waitActive(made):
        made.show()
    return made


def underlined(tabs: FlatTabs, index: int) -> bool:
    place = tabs.tabBar().tabRect(index)
    at = QPoint(place.center().x(), place.bottom() - LINE // 2)
    return tabs.tabBar().grab().toImage().pixelColor(at).name() == LIGHT.accent


def test_the_line_is_under_the_chosen_tab(tabs: FlatTabs):
    assert underlined(tabs, 0)
    assert not underlined(tabs, 1)
    tabs.setCurrentIndex(1)
    assert not underlined(tabs, 0)
    assert underlined(tabs, 1)


def test_keyboard_and_mouse_choose(tabs: FlatTabs, qtbot: QtBot):
    bar = tabs.tabBar()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert tabs.currentIndex() == 0


def test_focus_and_hovering_are_seen(tabs: FlatTabs, qtbot: QtBot):
    bar = tabs.tabBar()
    bar.clearFocus()
    plain = bar.grab().toImage()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.grab().toImage() != plain
    bar.clearFocus()
    qtbot.mouseMove(bar, bar.tabRect(1).center())
    qtbot.waitUntil(lambda: bar.grab().toImage() != plain)


def test_there_is_room_for_the_words(tabs: FlatTabs):
    bar = tabs.tabBar()
    for index in range(bar.count()):
        assert bar.tabRect(index).width() > bar.fontMetrics().horizontalAdvance(bar.tabText(index))
    assert bar.sizeHint() != QSize()
