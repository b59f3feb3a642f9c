from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from webhook_inspector.ui.delivery_bar import DeliveryBar
from webhook_inspector.ui.parts import IconButton, StateLine


def test_buttons_follow_their_actions(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    retry, rules, note = QAction("Retry now", home), QAction("Rules…", home), StateLine("notice")
    retry.setEnabled(False)
    bar = DeliveryBar([(retry, "send")], [note], (rules, "menu"), home)
    first, last = bar.findChildren(IconButton)
    assert [(one.text(), one.accessibleName()) for one in (first, last)] == [("Retry now",) * 2, ("Rules…",) * 2]
    assert (first.isEnabled(), last.isEnabled()) == (False, True)
    retry.setEnabled(True)
    assert first.isEnabled()
    heard = []
    retry.triggered.connect(lambda: heard.append("retry"))
    rules.triggered.connect(lambda: heard.append("rules"))
    first.click()
    last.click()
    assert heard == ["retry", "rules"]
    assert bar.isAncestorOf(note)
