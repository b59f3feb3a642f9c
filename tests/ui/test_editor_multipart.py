from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from webhook_inspector.drafts.multipart import multipart_of
from webhook_inspector.ui.editor_multipart import MultipartTable

TYPE = "multipart/form-data; boundary=x"
TEXT = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\none\r\ntwo\r\n'
FILE = b'--x\r\nX-Odd:1\r\nContent-Disposition: form-data; name="f"; filename="p.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG\x00\r\n'
END = b"--x--\r\n"


@pytest.fixture
def table(qtbot):
    made = MultipartTable()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_multipart(multipart_of(TEXT + FILE + END, TYPE))
    with qtbot.waitActive(made):
        made.show()
    return made


def rows(table):
    grid = table.table
    return [[grid.item(row, column).text() for column in range(4)] for row in range(grid.rowCount())]


def test_the_parts_are_listed_and_the_first_is_shown(table):
    assert rows(table) == [["a", "", "", "8 bytes"], ["f", "p.png", "image/png", "5 bytes"]]
    assert table.edit.isVisible()
    assert table.edit.text() == "one\ntwo"
    assert table.body == TEXT + FILE + END
    assert not table.table.item(0, 3).flags() & Qt.ItemFlag.ItemIsEditable


def test_text_is_edited_in_place_and_nothing_else_changes(table, qtbot):
    with qtbot.waitSignal(table.edited):
        table.edit.setPlainText("1\n2 €")
    assert table.body == TEXT.replace(b"one\r\ntwo", b"1\r\n2 \xe2\x82\xac") + FILE + END
    assert rows(table)[0][3] == "8 bytes"
    table.edit.setPlainText("one\ntwo")
    assert table.body == TEXT + FILE + END


def test_what_is_no_text_is_left_and_can_be_replaced_from_a_file(table, qtbot):
    table.table.setCurrentCell(1, 0)
    assert not table.edit.isVisible()
    assert table._hint.text.startswith("This part is no text that can be edited: 5 bytes.")
    with qtbot.waitSignal(table.file_wanted):
        table.load.click()
    with qtbot.waitSignal(table.edited):
        table.take_file(Path("somewhere") / "q.gif", b"GIF89a\xff")
    new = FILE.replace(b"\x89PNG\x00", b"GIF89a\xff").replace(b"p.png", b"q.gif")
    assert table.body == TEXT + new + END


def test_a_field_becomes_a_file_with_a_type(table):
    table.take_file(Path("x.png"), b"\x89PNG\r\n\x1a\n")
    assert rows(table)[0] == ["a", "x.png", "image/png", "8 bytes"]
    assert not table.edit.isVisible()
    table.take_file(Path("y.txt"), b"hello")
    assert rows(table)[0] == ["a", "y.txt", "image/png", "5 bytes"]
    assert table.edit.text() == "hello"


def test_cells_change_only_the_line_that_tells_them(table, qtbot):
    with qtbot.waitSignal(table.edited):
        table.table.item(1, 1).setText("q.png")
    assert table.table.currentRow() == 1
    table.table.item(1, 2).setText("image/x")
    table.table.item(0, 0).setText("b")
    expected = FILE.replace(b"p.png", b"q.png").replace(b"image/png", b"image/x")
    assert table.body == TEXT.replace(b'"a"', b'"b"') + expected + END
    assert table.edit.text() == "one\ntwo"


def test_parts_come_and_go(table, qtbot):
    with qtbot.waitSignal(table.edited):
        table.add.click()
    assert table.table.currentRow() == 2
    assert table.body == TEXT + FILE + b'--x\r\nContent-Disposition: form-data; name=""\r\n\r\n\r\n' + END
    table.table.setCurrentCell(0, 0)
    qtbot.keyClick(table.table, Qt.Key.Key_Delete)
    table.remove.click()
    assert rows(table) == [["", "", "", "0 bytes"]]
    table.remove.click()
    assert table.body == END
    assert not table.remove.isEnabled()
    assert not table.load.isEnabled()
    assert table._hint.text == "There is no part. Add one."
    table.take_file(Path("x"), b"")
    assert table.body == END


def test_the_boundary_in_a_part_is_warned_of(table):
    table.edit.setPlainText("--x\nb")
    assert table.words.isVisible()
    table.edit.setPlainText("--xy\nb")
    assert not table.words.isVisible()


def test_everything_has_a_name(table):
    assert [one.accessibleName() for one in (table.table, table.edit)] == ["Parts of the body", "Text of the part"]
    table.enter()
    assert table.table.hasFocus()
