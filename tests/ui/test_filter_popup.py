import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from webhook_inspector.ui.filter_popup import ROWS, FilterPopup, Offer

KEY = Qt.Key
OFFERS = [Offer("sig:", 0, 1, "the verdict"), Offer("size:", 0, 1, "the size"), Offer("since:", 0, 1, "the size")]


@pytest.fixture
def window(qtbot):
    """With a field at its top."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.field = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(window.field)
    column.addStretch(1)
    window.show()
    return window


@pytest.fixture
def place(window):
    return window.field


@pytest.fixture
def popup(place):
    return FilterPopup(place)


@pytest.fixture
def chosen(popup):
    found = []
    popup.chosen.connect(found.append)
    return found


def test_it_lies_under_the_field_and_inside_the_window(popup, place):
    popup.offer([Offer(f"value {number}", 0, 0, "x" * 500) for number in range(50)], place)
    assert popup.isVisible()
    assert popup.parentWidget() is place.window()
    assert popup.geometry().top() > place.geometry().bottom()
    assert place.window().rect().contains(popup.geometry())
    assert popup.height() <= (ROWS + 1) * popup.sizeHintForRow(0)


def test_nothing_to_offer_hides_it(popup, place):
    popup.offer(OFFERS, place)
    popup.offer([], place)
    assert not popup.isVisible()


def test_nothing_is_picked_until_somebody_does(popup, place, chosen):
    popup.offer(OFFERS, place)
    assert not popup.takes(KEY.Key_Return)
    assert popup.isVisible()
    assert chosen == []


def test_keys_go_down_and_up_and_back_into_the_field(popup, place):
    popup.offer(OFFERS, place)
    rows = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up, KEY.Key_Down, KEY.Key_Down):
        assert popup.takes(key)
        rows.append(popup.currentIndex().row())
    assert rows == [0, 1, 0, -1, 2, -1, 0]


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab])
def test_what_is_picked_is_chosen(popup, place, chosen, key):
    popup.offer(OFFERS, place)
    popup.takes(KEY.Key_Down)
    popup.takes(KEY.Key_Down)
    assert popup.takes(key)
    assert chosen == [OFFERS[1]]
    assert not popup.isVisible()


def test_tab_takes_the_first(popup, place, chosen):
    popup.offer(OFFERS, place)
    assert popup.takes(KEY.Key_Tab)
    assert chosen == [OFFERS[0]]


def test_a_click_chooses(popup, place, chosen, qtbot):
    popup.offer(OFFERS, place)
    where = popup.visualRect(popup.model().index(2, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [OFFERS[2]]


def test_other_keys_are_the_fields(popup, place):
    popup.offer(OFFERS, place)
    assert not any(popup.takes(key) for key in (KEY.Key_A, KEY.Key_Left, KEY.Key_Backspace, KEY.Key_Backtab))


def test_help_that_is_the_same_again_is_said_once(popup, place):
    popup.offer(OFFERS, place)
    helps = [popup.model().index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in range(3)]
    assert helps == ["the verdict", "the size", ""]


def test_it_paints_both_sides(popup, place):
    popup.offer([Offer("sig:", 0, 1, "the verdict"), Offer("x" * 1000, 0, 1, "y" * 1000)], place)
    with_help = popup.grab().toImage()
    popup.offer([Offer("sig:", 0, 1), Offer("x" * 1000, 0, 1, "y" * 1000)], place)
    assert popup.grab().toImage() != with_help


def test_control_characters_are_shown(popup, place, chosen):
    popup.offer([Offer("a\nb\u202e", 0, 0)], place)
    assert popup.texts() == ["a\\nb\\u202e"]
    popup.takes(KEY.Key_Tab)
    assert chosen[0].text == "a\nb\u202e"
