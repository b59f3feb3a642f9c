import os
import socket
import stat
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from webhook_inspector.ui.doorbell import Doorbell
from webhook_inspector.ui.single import hand_over, socket_name


@pytest.fixture
def bell(qtbot, folder):
    bell = Doorbell(socket_name(folder.path))
    bell.rings = []
    bell.rung.connect(lambda: bell.rings.append(1))
    yield bell
    bell.close()


def test_a_second_start_rings_and_leaves(bell, folder):
    assert bell.open()
    assert hand_over(folder.path)
    assert hand_over(folder.path)
    assert bell.rings == [1, 1]


def test_nobody_there(qtbot, folder):
    assert not hand_over(folder.path)


@pytest.mark.skipif(os.name == "nt", reason="sockets of POSIX")
def test_a_window_that_hangs_does_not_count(qtbot, folder):
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(socket_name(folder.path))
        hung.listen()
        assert not hand_over(folder.path)


def test_takes_the_place_of_one_left_by_a_crash(bell, folder):
    Path(socket_name(folder.path)).write_text("left over")
    assert bell.open()
    assert hand_over(folder.path)


def test_only_this_user_may_ring(bell, folder):
    bell.open()
    mode = Path(socket_name(folder.path)).stat().st_mode
    assert not mode & (stat.S_IRWXG | stat.S_IRWXO)


@pytest.mark.parametrize("words", [b"", b"quit", b"raise!", b"raise" * 1000])
def test_nothing_but_the_word_is_understood(qtbot, bell, folder, words):
    bell.open()
    caller = QLocalSocket()
    caller.connectToServer(socket_name(folder.path))
    caller.write(words or b"\n")
    caller.flush()
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert bell.rings == []
