from array import array

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.ui.history import fill, records, tries
from tests.ui.running import Running, running, until
from webhook_inspector.core.marks import MarkChange
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.ui.marks_dialog import MarksDialog


def press(one: Running, key: str) -> None:
    one.window.actions_by_key[key].trigger()


def select(one: Running, *rows: int) -> None:
    view, model = one.window.view, one.window.model
    view.clearSelection()
    flags = view.selectionModel().SelectionFlag
    for row in rows:
        view.selectionModel().setCurrentIndex(model.index(row, 0), flags.Select | flags.Rows)


def toast(one: Running) -> str:
    return one.program._marking.toast.text()


@pytest.fixture
def filled(folder: DataFolder) -> DataFolder:
    fill(folder.history, records(6))
    return folder


async def test_what_is_deleted_goes_at_once_and_comes_back(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        resets: list[bool] = []
        one.window.model.modelReset.connect(lambda: resets.append(True))
        select(one, 1, 2, 4)
        press(one, "delete")
        assert one.rows() == 3
        assert one.window.view.shown_id() == 6  # the row after them
        await until(lambda: toast(one) == "3 deleted")
        assert resets == []
        assert one.paths() == ["/hook/0", "/hook/3", "/hook/5"]
        press(one, "undo")
        await until(lambda: one.rows() == 6)
        await until(lambda: toast(one) == "3 brought back")
        assert one.window.view.shown_id() == 6


async def test_deletions_are_taken_back_one_after_the_other(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        for count in (1, 2):
            select(one, *range(count))
            press(one, "delete")
            await until(lambda count=count: toast(one) == f"{count} deleted")
        press(one, "undo")
        await until(lambda: one.rows() == 5)
        press(one, "undo")
        await until(lambda: one.rows() == 6)
        press(one, "undo")  # nothing left to take back
        assert one.banners == {}


async def test_at_the_end_the_row_before_is_chosen(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        select(one, 5)
        press(one, "delete")
        assert one.window.view.shown_id() == 5
        one.window.view.selectAll()
        press(one, "delete")
        assert (one.rows(), one.window.view.shown_id()) == (0, None)
        await until(lambda: toast(one) == "5 deleted")


async def test_another_try_takes_the_place_of_a_first_that_is_deleted(aloop, folder: DataFolder):
    fill(folder.history, tries("a", "a", "b"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 2)
        select(one, 0)
        press(one, "delete")
        await until(lambda: list(one.window.model.ids) == [2, 3])


async def test_pinning(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        select(one, 0, 1)
        press(one, "pin")
        await until(lambda: one.column("marks")[:3] == ["★", "★", ""])
        press(one, "pin")
        await until(lambda: one.column("marks")[:3] == ["", "", ""])


async def test_notes_tags_and_colours(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        select(one, 0)
        press(one, "tags")
        await until(lambda: one.window.findChild(MarksDialog) is not None)
        dialog = one.window.findChild(MarksDialog)
        dialog.tags.setText("slow")
        dialog.note.setPlainText("why\nnot")
        dialog.colour.setCurrentIndex(dialog.colour.findData("red"))
        dialog.accept()
        await until(lambda: one.column("marks")[0] == "●#✎")
        assert (one.column("tags")[0], one.column("note")[0]) == ("#slow", "why not")


async def test_clearing_asks_only_where_something_is_pinned(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        select(one, 0)
        press(one, "pin")
        await until(lambda: one.column("marks")[0] == "★")
        press(one, "clear")
        await until(lambda: one.window.findChild(QMessageBox, "clear") is not None)
        box = one.window.findChild(QMessageBox, "clear")
        next(button for button in box.buttons() if button.text() == "Clear").click()
        await until(lambda: one.paths() == ["/hook/0"])
        await until(lambda: toast(one) == "5 deleted")
        press(one, "pin")
        await until(lambda: one.column("marks") == [""] or not one.column("marks")[0])
        press(one, "clear")
        await until(lambda: one.rows() == 0)


async def test_what_retention_removes_leaves_the_list(aloop, filled: DataFolder):
    async with running(filled, retention__count=2) as one:
        await until(lambda: one.paths() == ["/hook/4", "/hook/5"])


async def test_where_another_program_has_the_folder_nothing_is_lost(aloop, filled: DataFolder):
    lock = FolderLock(filled.lock, "webhook-inspector listen")
    lock.acquire()
    try:
        async with running(filled, ready="elsewhere") as one:
            await until(lambda: one.rows() == 6)
            select(one, 0)
            press(one, "delete")
            await until(lambda: "marking" in one.banners)
            assert "Another program has this folder" in one.banners["marking"]
            await until(lambda: one.rows() == 6)
    finally:
        lock.release()


async def test_nothing_happens_without_a_selection(aloop, filled: DataFolder):
    async with running(filled) as one:
        await until(lambda: one.rows() == 6)
        one.window.view.clearSelection()
        for key in ("delete", "pin", "note", "undo"):
            press(one, key)
        assert (one.rows(), one.banners, toast(one)) == (6, {}, "")
        changed = await one.program._engine.ask(
            lambda engine: engine.marking.mark(array("q", [1]), MarkChange(pinned=False))
        )
        assert list(changed) == []
