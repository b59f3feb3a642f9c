import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from webhook_inspector.ui import theme
from webhook_inspector.ui.banner import MOST, Banners, Choice


@pytest.fixture
def banners(qtbot):
    banners = Banners()
    qtbot.addWidget(banners)
    banners.show()
    return banners


def test_takes_no_room_without_a_banner(banners):
    banners.show_banner("a", "fail", "Port 8787 is taken.")
    assert banners.isVisible()
    banners.drop("a")
    banners.drop("never there")
    assert not banners.isVisible()


def test_the_same_key_replaces(banners):
    banners.show_banner("a", "fail", "one")
    banners.show_banner("a", "warn", "two")
    assert banners.texts() == {"a": "two"}


def test_its_buttons_act(banners, qtbot):
    done = []
    banner = banners.show_banner("a", "fail", "taken", [Choice("Use 8788", lambda: done.append(8788))])
    button = banner.findChild(QPushButton)
    assert button.text() == "Use 8788"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [8788]


def test_the_cross_dismisses(banners, qtbot):
    banner = banners.show_banner("a", "warn", "Something happened.", dismissable=True)
    cross = banner.findChild(QToolButton)
    assert cross.accessibleName() == "Dismiss"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert banners.texts() == {}


def test_what_must_be_seen_has_no_cross(banners):
    assert banners.show_banner("a", "fail", "x").findChild(QToolButton) is None


def test_the_oldest_that_can_go_makes_room(banners):
    banners.show_banner("stays", "fail", "x")
    for number in range(MOST + 2):
        banners.show_banner(f"notice {number}", "warn", "x", dismissable=True)
    assert len(banners.texts()) == MOST
    assert "stays" in banners.texts()
    assert f"notice {MOST + 1}" in banners.texts()


def test_html_of_a_sender_is_shown_as_it_is(banners):
    banner = banners.show_banner("a", "fail", "<b>x</b>")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in banner.findChildren(QLabel) if label.text())


def test_follows_the_theme(banners, qtbot):
    app = QApplication.instance()
    before = app.palette()
    banner = banners.show_banner("a", "fail", "x")
    theme.apply(app, "dark")
    qtbot.wait(10)
    dark = banner.palette().window().color().name()
    theme.apply(app, "light")
    qtbot.wait(10)
    light = banner.palette().window().color().name()
    app.setPalette(before)
    assert (dark, light) == (theme.DARK.fail_wash, theme.LIGHT.fail_wash)
