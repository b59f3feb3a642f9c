import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tests.ui.history import fill, records
from tests.ui.running import post
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.app import in_steps

ROOT = Path(__file__).parents[2]

AT_FIRST_PAINT = """
import json, sys
from webhook_inspector.ui import app
def serve(application, window, folder, settings):
    window.grab()
    print(json.dumps({name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}))
app.serve = serve
from webhook_inspector.__main__ import main
sys.exit(main())
"""


def environment(**more):
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **more}


def start(folder, *arguments):
    command = [sys.executable, "-m", "webhook_inspector", "--data-dir", str(folder.path), *arguments]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def free_port(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    folder.settings.write_text(f'[listener]\nhost = "127.0.0.1"\nport = {port}\n')
    return port


@pytest.mark.parametrize("named", [True, False], ids=["a folder of its own", "the folder of the platform"])
def test_nothing_but_qt_is_imported_before_the_first_paint(folder, named):
    fill(folder.history, records(3))
    command = [sys.executable, "-c", AT_FIRST_PAINT, *(["--data-dir", str(folder.path)] if named else [])]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=30, check=True)
    modules = json.loads(done.stdout)
    foreign = {name.partition(".")[0] for name, file in modules.items() if "site-packages" in file}
    # what starts Python itself, not the program: .pth files of the installation
    assert foreign - {"_distutils_hack", "_virtualenv"} == {"PySide6", "shiboken6"}
    rooms = ("net", "store", "bodies", "formats", "cli", "engine")
    assert not [name for name in modules if name.startswith(tuple(f"webhook_inspector.{room}" for room in rooms))]
    assert not {"asyncio", "sqlite3", "ssl", "concurrent.futures"} & modules.keys()


def test_qt_goes_on_between_the_imports_after_the_first_paint(qtbot):
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(0)
    done = []

    def steps():
        for name in "abc":
            done.append((name, len(beats)))
            yield
        done.append(("d", len(beats)))

    in_steps(steps())
    assert [name for name, _ in done] == ["a", "b", "c", "d"]
    assert done[-1][1] >= 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(folder, free_port, number):
    window = start(folder)
    try:
        assert window.stdout.readline() == f"listening on http://127.0.0.1:{free_port}\n"
        assert post(free_port) == b"HTTP/1.1 200 OK"
        began = time.monotonic()
        window.send_signal(number)
        out, errors = window.communicate(timeout=10)
    finally:
        window.kill()
        window.wait()
    assert window.returncode == 0
    assert time.monotonic() - began < 3
    assert (out, errors) == ("", "")
    assert not (folder.path / "log.txt").exists()
    reader = Reader(folder.history)
    assert reader.count() == 1
    reader.close()


def test_a_second_start_leaves_at_once(folder, free_port):
    first = start(folder)
    try:
        first.stdout.readline()
        second = start(folder)
        out, errors = second.communicate(timeout=10)
        assert (second.returncode, out, errors) == (0, "", "")
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
        first.communicate(timeout=10)


def test_a_settings_file_that_cannot_be_understood_does_not_keep_it_from_opening(folder):
    folder.settings.write_text("[listener]\nprot = 1\n")
    script = """
import sys
from webhook_inspector.ui import app
app.serve = lambda application, window, folder, settings: print(window.banners.texts()["settings"], settings["listener.port"])
from webhook_inspector.__main__ import main
sys.exit(main())
"""
    command = [sys.executable, "-c", script, "--data-dir", str(folder.path)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=30, check=True)
    assert "did you mean listener.port?" in done.stdout
    assert done.stdout.endswith("8787\n")
