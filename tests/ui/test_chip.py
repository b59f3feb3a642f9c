import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webhook_inspector.ui.chip import LONGEST, Chip
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of

KEY = Qt.Key


@pytest.fixture
def window(qtbot):
    """With a shortcut of its own, as the window of captures has for Del."""
    window = QWidget()
    qtbot.addWidget(window)
    window.chip, window.deleted, window.gone = Chip("path:/stripe"), [], []
    QVBoxLayout(window).addWidget(window.chip)
    QShortcut(QKeySequence("Del"), window).activated.connect(lambda: window.deleted.append(1))
    window.chip.removed.connect(lambda: window.gone.append(1))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.chip.setFocus()
    return window


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter])
def test_is_switched_by_the_keyboard_and_says_so(window, qtbot, key):
    assert window.chip.accessibleName() == "Filter part path:/stripe, on"
    qtbot.keyClick(window.chip, key)
    assert not window.chip.isChecked()
    assert window.chip.accessibleName() == "Filter part path:/stripe, off"
    qtbot.keyClick(window.chip, key)
    assert window.chip.isChecked()


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_del_takes_it_out_and_nothing_else(window, qtbot, key):
    qtbot.keyClick(window.chip, key)
    assert (window.gone, window.deleted, window.chip.isChecked()) == ([1], [], True)
    qtbot.keyClick(window.chip, KEY.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.gone == [1]


def test_a_click_switches_it_and_one_on_its_cross_takes_it_out(window, qtbot):
    chip = window.chip
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, chip.height() // 2))
    assert (chip.isChecked(), window.gone) == (False, [])
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip._cross().center())
    assert (chip.isChecked(), window.gone) == (False, [1])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_on_and_off_are_told_without_colour(window, theme):
    window.setPalette(palette_of(theme))

    def drawn() -> set[tuple[int, int]]:
        """Where anything is that is not the ground."""
        image = window.chip.grab().toImage()
        ground = image.pixelColor(20, 4)
        return {
            (x, y)
            for x in range(8, image.width() - 30)
            for y in range(3, image.height() - 3)
            if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
        }

    on = drawn()
    window.chip.setChecked(False)
    off = drawn()
    assert len(on ^ off) > 20  # another glyph, and a line through the text


def test_what_is_long_or_not_printable_is_shown_as_text(qtbot):
    chip = Chip("<b>" + "x" * 1000 + "\u202e\x07")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() < chip.fontMetrics().horizontalAdvance("x" * (LONGEST + 20))
    assert "&lt;b&gt;" in chip.toolTip()
    assert "\x07" not in chip.accessibleName()
    assert not chip.grab().isNull()
