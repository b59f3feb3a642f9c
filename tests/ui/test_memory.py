import pytest
from PySide6.QtCore import QByteArray

from webhook_inspector.ui.memory import WindowMemory


def test_what_is_kept_is_there_the_next_time(tmp_path):
    path = tmp_path / "window.ini"
    memory = WindowMemory(path)
    memory.keep("geometry", QByteArray(b"\x00\x01\xff"))
    memory.keep("zoom", 3)
    memory.keep("one", ['sig:invalid, a="b;\\'])
    memory.keep("none", [])
    memory.keep("two", ["\0 ", "@Invalid()"])
    memory.write()
    again = WindowMemory(path)
    assert again.bytes_of("geometry") == QByteArray(b"\x00\x01\xff")
    assert again.number_of("zoom", 0) == 3
    assert again.texts_of("one") == ['sig:invalid, a="b;\\']
    assert again.texts_of("none") == again.texts_of("never") == []
    assert again.texts_of("two") == ["\0 ", "@Invalid()"]


def test_nothing_is_written_until_it_is_asked_for(tmp_path):
    path = tmp_path / "window.ini"
    WindowMemory(path).bytes_of("geometry")
    assert not path.exists()


def test_junk_counts_as_nothing(tmp_path):
    path = tmp_path / "window.ini"
    path.write_bytes(b"\xff\x00[General]\nzoom=@Invalid\ngeometry=12\n[[[\n")
    memory = WindowMemory(path)
    assert memory.bytes_of("geometry").isEmpty()
    assert memory.number_of("zoom", 7) == 7


@pytest.mark.parametrize("value", ["12", '"a"', '{"a": 1}', "[1, null]", "[" * 100_000, "a, b", "@Invalid()"])
def test_texts_that_are_none_count_as_nothing(tmp_path, value):
    path = tmp_path / "window.ini"
    path.write_text(f"[General]\nfilters={value}\n")
    assert WindowMemory(path).texts_of("filters") == []
