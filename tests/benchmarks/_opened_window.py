"""The window of `bench history`: how long until the newest rows are shown, and how it works with them.

`python -m tests.benchmarks._opened_window DIR` prints one JSON object. Times are milliseconds.
"""

import asyncio
import json
import resource
import sys
import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

import qasync

from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.ui import app as application
from webhook_inspector.ui.engine_thread import Begun
from webhook_inspector.ui.garbage import GarbageTimer
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.program import Program
from webhook_inspector.ui.window import MainWindow

FRAMES, INSERTED = 300, 1000


def p95(values: list[float]) -> float:
    return round(sorted(values)[int(len(values) * 0.95)], 2)


def resident_mb() -> int:
    """Now; where there is no /proc, at most so far."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(
            int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS")
        )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


async def until(fact: Callable[[], bool], seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end, "it never happened"
        await asyncio.sleep(0.002)


def timed(*work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    for one in work:
        one()
    return round(1000 * (time.perf_counter() - begun), 2)


async def look(window: MainWindow, program: Program, begun: float, path: Path) -> dict[str, float]:
    model, view, feed = window.model, window.view, program._feed
    expected = int(path.joinpath("expected").read_text("ascii"))
    await until(lambda: feed.ready and model.rowCount() >= min(expected, 1000))
    view.viewport().repaint()
    found = {"first_rows_ms": round(1000 * (time.perf_counter() - begun), 1)}
    await until(lambda: model.rowCount() >= expected)
    found["all_rows_ms"] = round(1000 * (time.perf_counter() - begun), 1)
    await asyncio.sleep(1.0)
    found["resident_mb"] = resident_mb()
    if expected > FRAMES:
        bar = view.verticalScrollBar()
        frames = []
        for place in range(FRAMES):
            where = place * 3 if place % 2 else bar.maximum() * place // FRAMES
            frames.append(timed(partial(bar.setValue, where), view.viewport().repaint))
            await asyncio.sleep(0.005)  # the rows that were missing come meanwhile
        found["scroll_frame_p95_ms"] = p95(frames)
        found["select_all_ms"] = timed(view.selectAll, view.viewport().repaint)
        view.clearSelection()
        last = feed.last
        new = array("q", range(last + 1, last + INSERTED + 1))
        found["insert_1000_ms"] = timed(lambda: model.append(new), view.viewport().repaint)
        await asyncio.sleep(1.0)
        found["resident_after_mb"] = resident_mb()
    return found


def main() -> int:
    folder = DataFolder(Path(sys.argv[1]))
    app = application.make_application()
    garbage = GarbageTimer()
    garbage.take_over()
    settings = Settings().replaced(listener__port=0, listener__host="127.0.0.1")
    found: dict[str, float] = {}

    async def run() -> None:
        begun = time.perf_counter()
        window = MainWindow(WindowMemory(folder.window_state))
        window.show()
        program = Program(window, folder, settings, Begun.of(folder, settings))
        running = asyncio.get_running_loop().create_task(program.run())
        found.update(await look(window, program, begun, folder.path))
        window.close()
        await running

    with qasync.QEventLoop(app) as loop:
        loop.run_until_complete(run())
    print("FOUND " + json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
