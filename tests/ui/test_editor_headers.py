import pytest
from PySide6.QtCore import Qt

from webhook_inspector.core.draft import DraftField
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fates import Fate, Line
from webhook_inspector.ui.editor_headers import HeadersPart
from webhook_inspector.ui.editor_headers_model import VALUE

FIELDS = (DraftField(b"Host", b"a"), DraftField(b"X-A", b"1", sent=False))


@pytest.fixture
def part(qtbot):
    made = HeadersPart()
    qtbot.addWidget(made)
    made.show_fields(FIELDS)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_buttons_and_keys_change_the_rows(part, qtbot):
    part.table.setCurrentIndex(part.model.index(0, VALUE))
    part.down.click()
    assert part.fields() == FIELDS[::-1]
    part.up.click()
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    assert part.fields() == FIELDS[1:]
    part.add.click()
    assert part.fields() == (*FIELDS[1:], DraftField(b"", b""))


def test_they_can_be_edited_as_text(part, qtbot):
    part.as_text.setChecked(True)
    assert part.bulk.toPlainText() == "Host: a\n// X-A: 1"
    assert not part.add.isEnabled()
    with qtbot.waitSignal(part.edited):
        part.bulk.setPlainText("Host: b")
    part.as_text.setChecked(False)
    assert part.fields() == (DraftField(b"Host", b"b"),)


def test_a_fault_is_gone_to_in_the_table(part):
    part.as_text.setChecked(True)
    part.go_to(1, VALUE)
    assert part.table.hasFocus()
    assert (part.table.currentIndex().row(), part.table.currentIndex().column()) == (1, VALUE)


def test_everything_has_a_name(part):
    widgets = (part.table, part.bulk, part.add, part.remove, part.up, part.down)
    assert all(widget.accessibleName() for widget in widgets)


def test_what_is_sent_of_the_current_header_can_be_read_whole(part):
    assert not part.about.isVisible()
    part.show_lines([Line(b"Host", b"b:1", Fate.RECOMPUTED, True, Problem.of("line-host"), 0)], {})
    part.table.setCurrentIndex(part.model.index(0, VALUE))
    assert part.about.text() == "⟳ will be recomputed: b:1 · It is the host of the address."
    assert part.about.isVisible()
    part.as_text.setChecked(True)
    assert not part.about.isVisible()
