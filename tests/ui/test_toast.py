import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView

from webhook_inspector.ui import toast as module
from webhook_inspector.ui.toast import Toast


@pytest.fixture
def toast(qtbot, monkeypatch: pytest.MonkeyPatch) -> Toast:
    monkeypatch.setattr(module, "SHOWN_MS", 100)
    view = QTableView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return Toast(view)


def test_it_is_there_for_some_time_only(toast: Toast, qtbot):
    assert toast.text() == ""
    toast.tell("3 deleted")
    assert (toast.text(), toast.accessibleName()) == ("3 deleted", "3 deleted")
    qtbot.waitUntil(lambda: toast.text() == "", timeout=3000)


def test_it_takes_back_what_it_tells_of(toast: Toast, qtbot):
    toast.tell("3 deleted")
    button = toast.findChild(QPushButton)
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert toast.text() == ""
    toast.tell("3 brought back", undoable=False)
    assert not button.isVisible()


def test_it_stays_inside_the_view(toast: Toast):
    view = toast.parentWidget()
    toast.tell("3 deleted")
    view.resize(300, 120)
    assert view.rect().contains(toast.geometry())
