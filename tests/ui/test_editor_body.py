import pytest

from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.bodies.multipart import MOST_PARTS
from webhook_inspector.ui.editor_body import BodyPart


class Desk:
    def __init__(self, qtbot, content_type="application/json"):
        self.bench = Bench(Shelf())
        self.content_type = content_type
        self.part = BodyPart(self.bench.tools, lambda: self.content_type)
        qtbot.addWidget(self.part)
        self.part.resize(700, 400)
        self.part.show()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.part.stop()
        await self.bench.close()


async def test_the_very_bytes_stay_until_somebody_touches_them(aloop, qtbot):
    async with Desk(qtbot) as desk:
        original, part = b'{"a":1}\r\n', desk.part
        part.show_original(original)
        assert part.body is original
        assert part.state.text() == "Original bytes · 9 bytes"
        assert not part.restore.isEnabled()
        with qtbot.waitSignal(part.edited):
            part.edit.insertPlainText(" ")
        assert part.body == b' {"a":1}\r\n'
        assert part.state.text() == "Edited • · 10 bytes"
        part.restore.click()
        assert part.body == original
        assert part.edit.text() == '{"a":1}\n'


async def test_typing_it_back_is_the_original_again(aloop, qtbot):
    async with Desk(qtbot) as desk:
        original = b"ab"
        desk.part.show_original(original)
        desk.part.edit.setPlainText("abc")
        desk.part.edit.setPlainText("ab")
        assert desk.part.body is original


async def test_json_that_is_not_valid_is_shown_at_its_place(aloop, qtbot):
    async with Desk(qtbot) as desk:
        part = desk.part
        part.show_original(b'{"a":1}')
        await until(lambda: part.edit._spans)
        assert not part.wrong.isVisible()
        part.edit.setPlainText('{\n "a": oops}')
        await until(part.wrong.isVisible)
        assert part.wrong.text() == "! Not valid JSON: line 2, column 7"
        part.wrong.click()
        cursor = part.edit.textCursor()
        assert (cursor.blockNumber(), cursor.positionInBlock()) == (1, 6)


async def test_what_is_no_text_is_shown_and_can_be_replaced(aloop, qtbot):
    async with Desk(qtbot, "image/png") as desk:
        part = desk.part
        part.show_original(b"\x89PNG\xff\x00")
        assert "cannot be edited as text" in part.state.text()
        await until(lambda: part.shown.content)
        assert part.body == b"\x89PNG\xff\x00"
        with qtbot.waitSignal(part.edited):
            part.replace_body(b"text")
        assert part.edit.isVisible()
        assert part.body == b"text"
        with qtbot.waitSignal(part.file_wanted):
            part.load.click()


async def test_a_form_can_be_edited_field_by_field(aloop, qtbot):
    async with Desk(qtbot, "application/x-www-form-urlencoded") as desk:
        part = desk.part
        part.show_original(b"a=1&b=%7e")
        part.as_fields.setChecked(True)
        assert part.fields.isVisible()
        part.fields.table.item(0, 1).setText("x y")
        assert part.body == b"a=x+y&b=%7e"
        part.as_fields.setChecked(False)
        assert part.edit.text() == "a=x+y&b=%7e"
        desk.content_type = "text/plain"
        part.content_type_changed()
        assert not part.as_fields.isVisible()


@pytest.mark.parametrize("words", ["it is wrong", ""])
async def test_what_signing_does_is_said(aloop, qtbot, words):
    async with Desk(qtbot) as desk:
        desk.part.say(words)
        assert desk.part.words.text == words


MULTIPART = "multipart/form-data; boundary=x"
FIELD = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
IMAGE = b'--x\r\nContent-Disposition: form-data; name="f"; filename="p.png"\r\n\r\n\x89PNG\x00\r\n'
END = b"--x--\r\n"


async def test_a_body_of_parts_that_is_no_text_is_edited_part_by_part(aloop, qtbot):
    async with Desk(qtbot, MULTIPART) as desk:
        part, original = desk.part, FIELD + IMAGE + END
        part.show_original(original)
        await until(part.parts.isVisible)
        assert part.as_fields.isChecked()
        assert part.as_fields.text() == "As parts"
        assert part.state.text() == "Original bytes · 133 bytes"
        assert part.body is original
        with qtbot.waitSignal(part.edited):
            part.parts.edit.setPlainText("2")
        assert part.body == FIELD.replace(b"\r\n1\r\n", b"\r\n2\r\n") + IMAGE + END
        assert part.state.text() == "Edited • · 133 bytes"
        part.parts.edit.setPlainText("1")
        assert part.body is original
        part.parts.remove.click()
        assert part.body == IMAGE + END
        part.restore.click()
        await until(lambda: part.parts.table.rowCount() == 2)
        assert part.body == original
        part.enter()
        assert part.parts.table.hasFocus()


async def test_parts_of_text_are_also_one_text(aloop, qtbot):
    async with Desk(qtbot, MULTIPART) as desk:
        part = desk.part
        part.show_original(FIELD + END)
        assert part.edit.isVisible()
        part.as_fields.setChecked(True)
        await until(part.parts.isVisible)
        part.parts.edit.setPlainText("new")
        part.as_fields.setChecked(False)
        assert part.edit.isVisible()
        assert part.edit.text().endswith("\n\nnew\n--x--\n")
        part.edit.setPlainText(part.edit.text().replace("new", "newer"))
        part.as_fields.setChecked(True)
        await until(part.parts.isVisible)
        assert part.parts.edit.text() == "newer"


async def test_another_type_takes_the_parts_away(aloop, qtbot):
    async with Desk(qtbot, MULTIPART) as desk:
        part = desk.part
        part.show_original(FIELD + END)
        part.as_fields.setChecked(True)
        await until(part.parts.isVisible)
        part.parts.edit.setPlainText("new")
        desk.content_type = "application/x-www-form-urlencoded"
        part.content_type_changed()
        await until(part.fields.isVisible)
        assert part.as_fields.text() == "As fields"
        assert b"new" in part.body
        desk.content_type = "text/plain"
        part.content_type_changed()
        assert part.edit.isVisible()
        assert "new" in part.edit.text()


async def test_too_many_parts_are_not_listed(aloop, qtbot):
    async with Desk(qtbot, MULTIPART) as desk:
        part = desk.part
        part.show_original(FIELD * (MOST_PARTS + 1) + END)
        part.as_fields.setChecked(True)
        await until(lambda: not part.as_fields.isChecked())
        assert part.edit.isVisible()
        assert desk.bench.told == ["There are too many parts to list them."]


async def test_a_new_body_of_parts_begins_with_none(aloop, qtbot):
    async with Desk(qtbot, MULTIPART) as desk:
        part = desk.part
        part.show_original(b"")
        part.as_fields.setChecked(True)
        await until(part.parts.isVisible)
        part.parts.add.click()
        assert part.body == b'--x\r\nContent-Disposition: form-data; name=""\r\n\r\n\r\n--x--\r\n'
