import pytest

from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.ui import editor_files
from webhook_inspector.ui.editor_files import ChosenFiles
from webhook_inspector.ui.editor_questions import Questions


@pytest.fixture
def answers(monkeypatch):
    made = []

    async def chosen(_parent, _title):
        return made.pop(0)

    monkeypatch.setattr(editor_files, "ask_open", chosen)
    return made


async def test_a_file_is_named_or_read(aloop, qtbot, tmp_path, answers):
    bench, banners = Bench(Shelf()), Questions()
    qtbot.addWidget(banners)
    files, taken = ChosenFiles(banners, bench.tools, banners), []
    there = tmp_path / "there"
    there.write_bytes(b"bytes")
    answers += [there, there]
    files.path("Choose", taken.append)
    await until(lambda: taken == [there])
    files.content("Choose", lambda path, content: taken.append((path, content)))
    await until(lambda: taken[1:] == [(there, b"bytes")])
    assert not banners.texts()
    await bench.close()


async def test_thinking_better_of_it_takes_nothing_and_a_fault_is_told(aloop, qtbot, tmp_path, answers):
    bench, banners = Bench(Shelf()), Questions()
    qtbot.addWidget(banners)
    files, taken = ChosenFiles(banners, bench.tools, banners), []
    answers += [None, None, tmp_path / "missing"]
    files.path("Choose", taken.append)
    files.content("Choose", lambda _path, content: taken.append(content))
    await until(lambda: len(answers) == 1)
    files.content("Choose", lambda _path, content: taken.append(content))
    await until(lambda: "missing" in banners.texts().get("file", ""))
    assert not taken
    await bench.close()
