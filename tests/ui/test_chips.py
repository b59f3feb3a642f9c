import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.ui.chip import Chip
from webhook_inspector.ui.chips import LINES, MOST, ChipBar


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.edit, window.other = QLineEdit(), QPushButton("other")
    window.bar = ChipBar(window.edit)
    column = QVBoxLayout(window)
    for part in (window.edit, window.bar, window.other):
        column.addWidget(part)
    window.resize(500, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def bar(window):
    return window.bar


def chips(bar) -> list[Chip]:
    return [chip for chip in bar.findChildren(Chip) if not chip.isHidden()]


def test_is_there_from_two_parts_on_or_while_one_is_off(bar):
    bar.show_parts(["a"])
    assert not bar.isVisible()
    bar.show_parts(["a", "b"])
    assert bar.isVisible()
    chips(bar)[0].click()
    bar.show_parts(["a"])
    assert bar.isVisible()
    bar.show_parts([])
    assert not bar.isVisible()
    assert bar.off == frozenset()


def test_tells_what_the_user_switches(bar):
    told = []
    bar.toggled.connect(lambda: told.append(bar.off))
    bar.show_parts(["a", "b"])
    bar.reset()
    assert told == []
    chips(bar)[1].click()
    assert told == [{1}]
    chips(bar)[1].click()
    assert told == [{1}, set()]


def test_parts_that_stay_are_on_or_off_as_before(bar):
    bar.show_parts(["a", "b", "b"])
    chips(bar)[2].click()
    bar.show_parts(["x", "b", "a", "b"])
    assert bar.off == {3}
    bar.show_parts(["x", "b2", "a", "b"])  # now the first of its kind
    assert bar.off == frozenset()
    bar.show_parts(["x", "a", "b", "b"])
    assert bar.off == frozenset()


def test_can_be_switched_on_by_name_and_all_together(bar):
    bar.show_parts(["a", "b", "b"])
    for chip in chips(bar):
        chip.click()
    bar.switch_on("b")
    assert bar.off == {0}
    assert [chip.isChecked() for chip in chips(bar)] == [False, True, True]
    bar.reset()
    assert bar.off == frozenset()


def test_takes_as_many_lines_as_it_needs_but_not_too_many(window, bar):
    bar.show_parts(["path:/stripe", "sig:invalid"])
    one = bar.height()
    assert {chip.y() for chip in chips(bar)} == {0}
    bar.show_parts([f"path:/stripe/{place}" for place in range(20)])
    few = len(chips(bar))
    assert bar.height() < (LINES + 1) * one
    assert len({chip.y() for chip in chips(bar)}) == LINES
    assert bar._more.text() == f"and {20 - few} more"
    assert bar._more.isVisible()
    assert bar._more.geometry().left() > chips(bar)[-1].geometry().right()
    assert all(piece.geometry().right() <= bar.width() for piece in (*chips(bar), bar._more))
    window.resize(1500, 300)
    assert len(chips(bar)) > few
    window.resize(200, 300)
    assert all(piece.geometry().right() <= bar.width() for piece in (*chips(bar), bar._more))


def test_very_many_parts_are_counted(window, bar):
    window.resize(3000, 300)
    bar.show_parts([str(place) for place in range(MOST + 176)])
    assert len(chips(bar)) == MOST
    assert bar._more.text() == "and 176 more"
    bar.show_parts(["a", "b"])
    assert not bar._more.isVisible()


def test_the_keyboard_goes_from_the_field_over_the_chips_and_on(window, bar, qtbot):
    bar.show_parts(["a", "b"])
    window.edit.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert seen == [*chips(bar), window.other]


def test_the_keyboard_stays_when_a_part_is_taken_out(window, bar, qtbot):
    parts = ["a", "b", "c"]
    bar.show_parts(parts)

    def take_out(place):
        del parts[place]
        bar.show_parts(parts)

    bar.removed.connect(take_out)
    chips(bar)[2].setFocus()
    for left in (["a", "b"], ["a"]):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
        assert parts == left
    assert window.edit.hasFocus()  # one alone needs no chip


def test_larger_text_gets_the_room_that_it_needs(window, bar):
    bar.show_parts([f"path:/stripe/{place}" for place in range(6)])
    before = bar.height()
    font = window.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    window.setFont(font)
    bar.setFont(font)
    assert bar.height() > before
    assert all(chip.width() >= min(chip.sizeHint().width(), bar.width()) for chip in chips(bar))
