from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.multipart import Part
from webhook_inspector.ui.parts_view import PartsView

TEXT = Part(b'Content-Disposition: form-data; name="note"', b"hello")
JSON = Part(
    b'Content-Disposition: form-data; name="f"; filename="../../x.json"\r\nContent-Type: application/json', b'{"a":1}'
)
BINARY = Part(b"", bytes(range(256)) * 1000)


def view_of(qtbot: QtBot, *parts: Part) -> PartsView:
    view = PartsView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_parts(parts)
    return view


def test_parts_stand_in_a_table_and_the_first_is_shown(qtbot: QtBot):
    view = view_of(qtbot, TEXT, JSON)
    rows = [[view._table.topLevelItem(row).text(column) for column in range(5)] for row in range(2)]
    assert rows == [["1", "note", "", "", "5 bytes"], ["2", "f", "../../x.json", "application/json", "7 bytes"]]
    assert view.text.lines == ['Content-Disposition: form-data; name="note"', "", "hello"]
    assert view.suggested == "part-1.bin"


def test_the_chosen_part_is_shown_in_its_own_way(qtbot: QtBot):
    view = view_of(qtbot, TEXT, JSON, BINARY)
    view._table.setCurrentItem(view._table.topLevelItem(1))
    assert list(view.text.lines)[-3:] == ["{", '  "a": 1', "}"]
    assert view.suggested == "x.json"
    assert view.chosen is JSON
    view._table.setCurrentItem(view._table.topLevelItem(2))
    assert view.text.lines[1].startswith("00000000  00 01 02")
    assert len(view.text.lines) < 10_000


def test_saving_is_asked_for(qtbot: QtBot):
    view = view_of(qtbot, TEXT)
    with qtbot.waitSignal(view.save_wanted):
        view._save.click()


def test_no_parts(qtbot: QtBot):
    view = view_of(qtbot, TEXT)
    view.show_parts(())
    assert view.chosen is None
    assert not view._save.isEnabled()
    assert view.text.toPlainText() == ""


def test_few_parts_leave_the_room_to_the_one_that_is_read(qtbot: QtBot):
    assert view_of(qtbot, TEXT, JSON).sizes()[0] < 150
    many = view_of(qtbot, *[TEXT] * 50)
    assert 150 < many.sizes()[0] <= 200
