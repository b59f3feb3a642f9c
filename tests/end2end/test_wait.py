"""`wait` as a script in CI uses it: the real process, beside `listen` and alone."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.end2end.test_terminal import post
from tests.process import ROOT, listen, program, run


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_it_waits_beside_listen(data_dir: Path) -> None:
    with listen(data_dir) as running:
        post(running.port, "/before")
        process = subprocess.Popen(
            program(data_dir, "wait", "path:/stripe", "body.hi=2", "--since", "1h", "--json", "--timeout", "60"),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        post(running.port, body=b'{"hi":1}')
        post(running.port, body=b'{"hi":2}')
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
        assert json.loads(out)["id"] == 3

        done = run(data_dir, "wait", "path:/stripe", "body.hi=3", "--from-start", "--timeout", "0.1", check=False)
        assert (done.returncode, done.stdout) == (1, b"")
        said = "No capture matched within 0.1 s. The nearest: #3 POST /stripe matched path:/stripe, but body.hi is 2, not 3."
        assert done.stderr.decode().strip() == said


def test_alone_it_says_so(data_dir: Path) -> None:
    done = run(data_dir, "wait", "path:/x", "--timeout", "60", check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"Nobody listens for the history in ")
