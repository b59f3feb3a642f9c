import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from webhook_inspector.ui.chip import Chip
from webhook_inspector.ui.search_field import RECENT, REST_MS, SearchField
from webhook_inspector.ui.theme import LIGHT, palette_of

KEY = Qt.Key


@pytest.fixture
def field(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def said(field):
    said = []
    field.changed.connect(said.append)
    return said


def test_searches_when_the_typing_rests(field, said, qtbot):
    qtbot.keyClicks(field._edit, "invoice")
    assert said == []
    qtbot.waitUntil(lambda: said == ["invoice"], timeout=REST_MS * 10)


def test_enter_searches_at_once_and_leaves(field, said, qtbot):
    qtbot.keyClicks(field._edit, "a")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field._edit, Qt.Key.Key_Return)
    assert said == ["a"]
    qtbot.wait(REST_MS * 2)
    assert said == ["a"]


def test_clear_searches_for_everything_at_once(field, said, qtbot):
    qtbot.keyClicks(field._edit, "a")
    qtbot.waitUntil(lambda: said == ["a"])
    field.clear()
    assert said == ["a", ""]


def test_what_has_not_changed_is_not_searched_again(field, said, qtbot):
    field.clear()
    qtbot.keyClicks(field._edit, "a")
    qtbot.keyClick(field._edit, Qt.Key.Key_Backspace)
    qtbot.wait(REST_MS * 2)
    assert said == []


def test_only_a_search_that_takes_long_says_that_it_runs(field, qtbot):
    field.show_searching(True)
    field.show_searching(False)
    qtbot.wait(300)
    assert not field._busy.isVisible()
    field.show_searching(True)
    qtbot.waitUntil(field._busy.isVisible)
    field.show_searching(True)
    field.show_searching(False)
    assert not field._busy.isVisible()


def at_rest(field, qtbot):
    qtbot.waitUntil(lambda: not field._rest.isActive())


@pytest.fixture
def window(qtbot):
    """Room for the list under the field, somewhere else to go, and an Esc of its own."""
    window = QWidget()
    window.setPalette(palette_of(LIGHT))
    window.resize(600, 400)
    window.field, window.other, window.escaped = SearchField(), QLineEdit(), []
    column = QVBoxLayout(window)
    for part in (window.field, window.field.line, window.other):
        column.addWidget(part)
    column.addStretch(1)
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: window.escaped.append(1))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.field.enter()
    return window


def popup_of(window):
    return window.field._popup


def test_a_filter_is_said_in_plain_words(window, qtbot):
    qtbot.keyClicks(window.field._edit, "sig:invalid")
    at_rest(window.field, qtbot)
    assert window.field.line.words == "Captures with an invalid signature"
    assert window.field._edit.accessibleDescription() == window.field.line.words
    window.field.clear()
    assert window.field.line.isHidden()


def test_what_cannot_be_understood_searches_nothing_and_says_why(window, qtbot):
    field, said, left = window.field, [], []
    field.changed.connect(said.append)
    field.left.connect(lambda: left.append(1))
    field._edit.setText("a")
    at_rest(field, qtbot)
    plain = field._edit.grab().toImage()
    field._edit.setText("a size:>>1")
    at_rest(field, qtbot)
    qtbot.keyClick(field._edit, KEY.Key_Return)
    assert said == ["a"]
    assert left == []
    assert field.line.words.startswith("size: needs a size")
    assert field._edit.accessibleDescription() == field.line.words
    field._edit.setText("a")
    outlined = field._edit.grab().toImage()
    assert outlined.pixelColor(plain.width() // 2, 1).name() == LIGHT.fail
    at_rest(field, qtbot)
    assert field._edit.grab().toImage().pixelColor(plain.width() // 2, 1).name() != LIGHT.fail
    assert said == ["a"]


def test_names_and_then_values_by_the_keyboard(window, qtbot):
    field, said = window.field, []
    field.changed.connect(said.append)
    qtbot.keyClicks(field._edit, "x si")
    assert popup_of(window).texts() == ["sig:", "size:", "since:"]
    qtbot.keyClick(field._edit, KEY.Key_Down)
    qtbot.keyClick(field._edit, KEY.Key_Return)
    assert field.text() == "x sig:"
    assert "invalid" in popup_of(window).texts()
    qtbot.keyClicks(field._edit, "inv")
    qtbot.keyClick(field._edit, KEY.Key_Tab)
    assert field.text() == "x sig:invalid"
    assert not popup_of(window).isVisible()
    assert field._edit.hasFocus()
    qtbot.waitUntil(lambda: said == ["x sig:invalid"])
    qtbot.keyClick(field._edit, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "x sig:invalid"


def test_what_is_missing_is_not_told_while_it_is_offered(window, qtbot):
    field = window.field
    qtbot.keyClicks(field._edit, "sig:")
    at_rest(field, qtbot)
    assert popup_of(window).isVisible()
    assert field.line.isHidden()
    qtbot.keyClick(field._edit, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not field.line.isHidden())
    assert field._edit.faulty


def test_enter_without_a_choice_searches(window, qtbot):
    qtbot.keyClicks(window.field._edit, "s")
    assert popup_of(window).isVisible()
    with qtbot.waitSignal(window.field.left):
        qtbot.keyClick(window.field._edit, KEY.Key_Return)
    assert not popup_of(window).isVisible()


def test_escape_closes_the_list_first(window, qtbot):
    qtbot.keyClicks(window.field._edit, "s")
    qtbot.keyClick(window.field._edit, KEY.Key_Escape)
    assert not popup_of(window).isVisible()
    assert window.escaped == []
    qtbot.keyClick(window.field._edit, KEY.Key_Escape)
    assert window.escaped == [1]


def test_the_list_goes_with_the_cursor_and_the_keyboard(window, qtbot):
    edit = window.field._edit
    qtbot.keyClicks(edit, "x s")
    qtbot.keyClick(edit, KEY.Key_Left)
    assert not popup_of(window).isVisible()
    qtbot.keyClick(edit, KEY.Key_End)
    qtbot.keyClick(edit, KEY.Key_Down)
    assert popup_of(window).isVisible()
    window.other.setFocus()
    assert not popup_of(window).isVisible()


def test_after_a_blank_nothing_is_offered_until_it_is_asked_for(window, qtbot):
    qtbot.keyClicks(window.field._edit, "s ")
    assert not popup_of(window).isVisible()
    qtbot.keyClick(window.field._edit, KEY.Key_Down)
    assert "method:" in popup_of(window).texts()


def test_values_that_were_seen_are_asked_for_once(window, qtbot):
    field, wanted = window.field, []
    field.values_wanted.connect(wanted.append)
    qtbot.keyClicks(field._edit, "provider:")
    assert not popup_of(window).isVisible()
    field.learn("provider", ["stripe", "two words"])
    assert popup_of(window).texts() == ["stripe", '"two words"']
    qtbot.keyClicks(field._edit, "st")
    assert popup_of(window).texts() == ["stripe"]
    assert wanted == ["provider"]
    window.other.setFocus()
    field.learn("provider", ["github"])
    assert not popup_of(window).isVisible()
    field.enter()
    qtbot.keyClicks(field._edit, "provider:")
    assert wanted == ["provider", "provider"]


def test_filters_that_were_used_come_back(window, qtbot):
    field = window.field
    for text in ("sig:valid", "size:x", "a", "sig:valid"):
        field._edit.setText(text)
        qtbot.keyClick(field._edit, KEY.Key_Return)
    field._edit.setText("left")
    at_rest(field, qtbot)
    window.other.setFocus()
    assert field.recent == ["left", "sig:valid", "a"]
    field.clear()
    field.enter()
    qtbot.keyClick(field._edit, KEY.Key_Up)
    assert popup_of(window).texts() == ["left", "sig:valid", "a"]
    qtbot.keyClick(field._edit, KEY.Key_Down)
    qtbot.keyClick(field._edit, KEY.Key_Return)
    assert field.text() == "sig:valid"
    assert not popup_of(window).isVisible()


def test_up_in_a_field_that_is_not_empty_is_the_fields(window, qtbot):
    window.field.recall(["a"])
    qtbot.keyClicks(window.field._edit, "x")
    qtbot.keyClick(window.field._edit, KEY.Key_Up)
    assert not popup_of(window).isVisible()


def test_only_so_many_are_remembered(field):
    field.recall([str(number) for number in range(100)])
    field.add("new")
    assert len(field.recent) == RECENT
    assert field.recent[:2] == ["new", "0"]


def test_what_is_erased_at_once_is_not_remembered(field, qtbot):
    qtbot.keyClicks(field._edit, "never searched")
    field.clear()
    assert field.recent == []


def test_a_condition_is_added_and_searched_at_once(field, said, qtbot):
    field._edit.setText("a OR b")
    field.add("sig:valid")
    assert said == ["(a OR b) sig:valid"]
    assert field.recent == ["(a OR b) sig:valid"]


def test_a_condition_goes_to_the_last_filter_that_was_understood(field, said, qtbot):
    field._edit.setText("a")
    at_rest(field, qtbot)
    field._edit.setText("size:x")
    at_rest(field, qtbot)
    field.add("sig:valid")
    assert said == ["a", "a sig:valid"]


def test_a_filter_is_put_in_and_told_at_once(field, said, qtbot):
    settled = []
    field.settled.connect(settled.append)
    field.put("sig:invalid")
    field.put("size:x")
    field.put(" ")
    assert said == ["sig:invalid", " "]
    assert settled == ["sig:invalid", "", ""]
    assert field.recent == ["sig:invalid"]


def chips(field):
    return [chip for chip in field.chips.findChildren(Chip) if not chip.isHidden()]


def test_a_part_that_is_switched_off_is_not_searched_for(field, said):
    settled = []
    field.settled.connect(settled.append)
    field.put("path:/stripe sig:invalid")
    assert [chip.accessibleName() for chip in chips(field)] == [
        "Filter part path:/stripe, on",
        "Filter part sig:invalid, on",
    ]
    whole = field.line.words
    chips(field)[0].click()
    assert (said[-1], settled[-1]) == ("sig:invalid", "sig:invalid")
    assert field.text() == "path:/stripe sig:invalid"
    assert field.line.words == "Captures with an invalid signature"
    chips(field)[1].click()
    assert (said[-1], settled[-1], field.line.words) == ("", "", "")
    chips(field)[0].click()
    chips(field)[1].click()
    assert (said[-1], field.line.words) == ("path:/stripe sig:invalid", whole)


def test_a_part_that_is_off_stays_so_while_others_are_written(field, said, qtbot):
    field.put("path:/stripe sig:invalid")
    chips(field)[0].click()
    qtbot.keyClicks(field._edit, " x")
    qtbot.waitUntil(lambda: said[-1] == "sig:invalid x")
    field._edit.setText("path:/strip sig:invalid")
    qtbot.waitUntil(lambda: said[-1] == "path:/strip sig:invalid")


def test_while_the_text_cannot_be_understood_its_chips_do_nothing(field, said, qtbot):
    field.put("path:/stripe sig:invalid")
    chips(field)[0].click()
    field._edit.setText("path:/stripe sig:invalid size:x")
    qtbot.waitUntil(lambda: not field.chips.isEnabled())
    assert said[-1] == "sig:invalid"
    field._edit.setText("path:/stripe sig:valid")
    qtbot.waitUntil(lambda: said[-1] == "sig:valid")
    assert field.chips.isEnabled()


@pytest.mark.parametrize("act", [lambda field: field.clear(), lambda field: field.put("path:/stripe sig:invalid")])
def test_another_search_begins_with_all_parts_on(field, said, act):
    field.put("path:/stripe sig:invalid")
    chips(field)[0].click()
    act(field)
    assert said[-1] == field.text()
    assert field.chips.off == frozenset()


def test_taking_a_chip_out_takes_its_part_out_of_the_text(field, said, qtbot):
    field.put("(path:/stripe AND sig:invalid) x")
    chips(field)[1].click()
    qtbot.keyClick(chips(field)[0], Qt.Key.Key_Delete)
    assert (field.text(), said[-1]) == ("sig:invalid x", "x")


def test_a_chip_of_a_text_that_is_being_changed_takes_nothing_out(field, qtbot):
    field.put("a b")
    field._edit.setText("c a b")
    field.chips.removed.emit(0)
    assert field.text() == "c a b"
    at_rest(field, qtbot)


def test_a_condition_that_is_there_but_off_is_switched_on(field, said):
    field.put("path:/stripe sig:invalid")
    chips(field)[1].click()
    field.add("sig:invalid")
    assert (field.text(), said[-1]) == ("path:/stripe sig:invalid",) * 2


def test_a_filter_is_remembered_whole(field):
    field.put("path:/stripe sig:invalid")
    chips(field)[0].click()
    field.clear()
    assert field.recent == ["path:/stripe sig:invalid"]
