from PySide6.QtCore import QByteArray

from webhook_inspector.ui.memory import WindowMemory


def test_what_is_kept_is_there_the_next_time(tmp_path):
    path = tmp_path / "window.ini"
    memory = WindowMemory(path)
    memory.keep("geometry", QByteArray(b"\x00\x01\xff"))
    memory.keep("zoom", 3)
    memory.write()
    again = WindowMemory(path)
    assert again.bytes_of("geometry") == QByteArray(b"\x00\x01\xff")
    assert again.number_of("zoom", 0) == 3


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
