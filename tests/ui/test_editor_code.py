import pytest

from webhook_inspector.ui.editor_code import SLICE, CodeEdit


@pytest.fixture
def edit(qtbot):
    made = CodeEdit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_its_text_is_exact(edit, qtbot):
    with qtbot.assertNotEmitted(edit.textChanged):
        edit.show_text("a\u00a0b\n\tc\n")
    assert edit.text() == "a\u00a0b\n\tc\n"


def test_lines_are_coloured_as_they_are_painted(edit, qtbot):
    edit.show_text('{"a":1}\nplain')
    edit.colour([[(1, 3, "key")], []])
    edit.grab()
    (found,) = edit.document().findBlockByNumber(0).layout().formats()
    assert (found.start, found.length) == (1, 3)
    assert not edit.document().findBlockByNumber(1).layout().formats()


def test_it_goes_to_a_place(edit):
    edit.show_text("one\ntwo")
    edit.go_to(2, 2)
    cursor = edit.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (1, 1)
    edit.go_to(9, 9)
    assert edit.textCursor().blockNumber() == 1


def test_a_long_text_comes_in_slices_and_is_edited_when_it_is_there(edit, qtbot):
    text = "é 1234567\n" * SLICE
    edit.show_text(text)
    assert edit.isReadOnly()
    assert len(edit.document().toRawText()) < len(text)
    assert edit.text() == text
    with qtbot.assertNotEmitted(edit.textChanged):
        qtbot.waitUntil(lambda: not edit.isReadOnly())
    assert edit.text() == text
    assert not edit.document().isUndoAvailable()
    assert edit.textCursor().position() == 0
    edit.show_text(text)
    edit.show_text("short")
    assert (edit.text(), edit.isReadOnly()) == ("short", False)
