"""The real program as a process of its own, with a data folder of its own and a port that the system chose."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parent.parent
START_SECONDS = 30
STOP_SECONDS = 20


def program(data_dir: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "webhook_inspector", "--data-dir", str(data_dir), *arguments]


def run(data_dir: Path, *arguments: str, check: bool = True, seconds: float = 60) -> subprocess.CompletedProcess[bytes]:
    """Runs a command to its end. With `check`, an exit code other than 0 fails the test with what the command said."""
    done = subprocess.run(program(data_dir, *arguments), cwd=ROOT, capture_output=True, timeout=seconds, check=False)
    if check:
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done


def rows(data_dir: Path, *arguments: str) -> list[dict[str, object]]:
    """What `list --json` gives, oldest first."""
    out = run(data_dir, "list", "--json", "--limit", "100000", *arguments).stdout
    return [json.loads(line) for line in out.splitlines()]


@dataclass
class Listening:
    """A `listen` process that accepts connections."""

    process: subprocess.Popen[bytes]
    data_dir: Path
    port: int
    said: list[str] = field(default_factory=list)
    """Lines of its standard output so far, the first one included."""
    complained: list[str] = field(default_factory=list)
    """Lines of its standard error so far."""

    def stop(self) -> int:
        """Ends it as a person would, with SIGTERM; gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_SECONDS)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(STOP_SECONDS)


def write_settings(data_dir: Path, settings: Mapping[str, int | str]) -> None:
    """`{"listener.port": 0}` as settings.toml."""
    data_dir.mkdir(parents=True, exist_ok=True)
    sections: dict[str, list[str]] = {}
    for name, value in settings.items():
        section, _, key = name.partition(".")
        sections.setdefault(section, []).append(f"{key} = {json.dumps(value)}")
    text = "".join(f"[{section}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items())
    (data_dir / "settings.toml").write_text(text, "utf-8")


def start(data_dir: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Listening:
    """Starts `listen` on a free port and waits until it says that it listens."""
    process = subprocess.Popen(
        program(data_dir, "listen", "--port", "0", *arguments),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )
    running = Listening(process, data_dir, 0)
    ready = threading.Event()
    for stream, lines in ((process.stdout, running.said), (process.stderr, running.complained)):
        threading.Thread(target=_drain, args=(stream, lines, ready), daemon=True).start()
    ready.wait(START_SECONDS)
    found = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)", running.said[0] if running.said else "")
    if not found:
        running.kill()
        pytest.fail("\n".join(["it does not listen:", *running.said, *running.complained]), pytrace=False)
    running.port = int(found[1])
    return running


@contextmanager
def listen(data_dir: Path, *arguments: str, settings: Mapping[str, int | str] | None = None) -> Iterator[Listening]:
    """A running listener; at the end it must stop cleanly, unless the test has ended it."""
    if settings:
        write_settings(data_dir, settings)
    running = start(data_dir, *arguments)
    try:
        yield running
        if running.process.poll() is None:
            assert running.stop() == 0, "\n".join(running.complained)
        assert bugs(data_dir) == []
    finally:
        if running.process.poll() is None:
            running.kill()


def bugs(data_dir: Path) -> list[str]:
    """Lines of the log at ERROR or above: what nobody expected."""
    log = data_dir / "log.txt"
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [line for line in lines if " ERROR " in line or " CRITICAL " in line]


def _drain(stream: IO[bytes], lines: list[str], ready: threading.Event) -> None:
    """Reads a stream to its end. The line that it listens, or the end of either stream, says that the start is over."""
    with stream:
        for raw in stream:
            lines.append(raw.decode("utf-8", "replace").rstrip("\r\n"))
            if lines[-1].startswith("listening on"):
                ready.set()
    ready.set()
