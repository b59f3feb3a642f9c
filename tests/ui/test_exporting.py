import threading

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.history import fill, records
from tests.ui.rows import ids
from tests.ui.running import running, until
from webhook_inspector.core.problem import KnownError
from webhook_inspector.formats import FORMATS
from webhook_inspector.ui.exporting import CancelledError, Export, filter_of, format_of

JSONL = FORMATS["jsonl"]


def load(path, chosen=JSONL):
    with path.open("rb") as stream:
        return list(chosen.load(stream))


@pytest.fixture
def history(folder):
    fill(folder.history, records(5))
    return folder.history


@pytest.mark.parametrize("name", list(FORMATS))
def test_writes_what_was_chosen_in_each_format(history, tmp_path, name):
    path = tmp_path / "out"
    export = Export(history, ids([2, 4]), FORMATS[name], path)
    export.run()
    assert [record.capture.parsed().target for record in load(path, FORMATS[name])] == [b"/hook/1", b"/hook/3"]
    assert (export.written, export.total) == (2, 2)


def test_a_cancelled_export_leaves_what_was_there(history, tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    export = Export(history, ids(range(1, 6)), JSONL, path)
    export.cancelled = True
    with pytest.raises(CancelledError):
        export.run()
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_folder_that_is_not_there_is_a_known_error(history, tmp_path):
    with pytest.raises(KnownError):
        Export(history, ids([1]), JSONL, tmp_path / "no" / "out").run()


def test_filters_and_formats_belong_together():
    assert [format_of(filter_of(one)).name for one in FORMATS.values()] == list(FORMATS)
    assert format_of("junk").name == next(iter(FORMATS))


async def test_asks_where_and_exports_the_selection(aloop, history, folder, tmp_path):
    async with running(folder) as one:
        await until(lambda: one.rows() == 5)
        one.window.view.select_id(3)
        one.window.actions_by_key["export-selected"].trigger()
        dialog = one.window.findChild(QFileDialog)
        assert dialog.isVisible()
        assert dialog.nameFilters() == [filter_of(chosen) for chosen in FORMATS.values()]
        dialog.selectNameFilter(filter_of(FORMATS["har"]))
        dialog.fileSelected.emit(str(tmp_path / "out.har"))
        dialog.close()
        await until(lambda: "exported" in one.banners.get("export", ""))
        assert [record.capture.parsed().target for record in load(tmp_path / "out.har", FORMATS["har"])] == [b"/hook/2"]
        assert one.window.banners.banner("export").dismissable


async def test_everything_shown_can_be_exported(aloop, history, folder, tmp_path):
    async with running(folder) as one:
        await until(lambda: one.rows() == 5)
        one.window.actions_by_key["export-shown"].trigger()
        dialog = one.window.findChild(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / "out.jsonl"))
        dialog.close()
        await until(lambda: one.banners.get("export", "").endswith("out.jsonl: 5"))
    assert len(load(tmp_path / "out.jsonl")) == 5


async def test_nothing_to_export_asks_nothing(aloop, folder):
    async with running(folder) as one:
        one.window.actions_by_key["export-selected"].trigger()
        assert one.window.findChild(QFileDialog) is None


async def test_a_fault_is_said(aloop, history, folder, tmp_path):
    async with running(folder) as one:
        one.program._exporting.begin(ids([1]), JSONL, tmp_path / "no" / "out.jsonl")
        await until(lambda: "Cannot write" in one.banners.get("export", ""))


async def test_a_long_export_says_how_far_it_is_and_can_be_cancelled(aloop, history, folder, tmp_path, monkeypatch):
    go_on = threading.Event()

    def slow(records):
        for record in records:
            yield str(record.id).encode()
            assert go_on.wait(10)

    slow_format = type(JSONL)(name="slow", suffix=".slow", title="Slow", dumps=slow, load=JSONL.load)
    async with running(folder) as one:
        one.program._exporting.begin(ids(range(1, 6)), slow_format, tmp_path / "out.slow")
        await until(lambda: "0 of 5" in one.banners.get("export", ""))
        one.program._exporting.begin(ids([1]), JSONL, tmp_path / "second.jsonl")
        one.press("Cancel", one.window.banners)
        go_on.set()
        await until(lambda: one.banners == {})
    assert not (tmp_path / "out.slow").exists()
    assert not (tmp_path / "second.jsonl").exists()


async def test_closing_the_window_cancels_an_export(aloop, history, folder, tmp_path):
    def endless(records):
        for record in records:
            while True:
                yield str(record.id).encode()
                if export.cancelled:
                    break

    endless_format = type(JSONL)(name="endless", suffix=".e", title="Endless", dumps=endless, load=JSONL.load)
    async with running(folder) as one:
        one.program._exporting.begin(ids([1, 2]), endless_format, tmp_path / "out.e")
        export = one.program._exporting._running
    assert not (tmp_path / "out.e").exists()
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")] == []
