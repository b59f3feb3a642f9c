"""How long bodies of 1 to 100 MB take in the pane Body, and for how long they hold up the window.

`python3 packaging/dev.py bench bodies [MEGABYTES…]`: each body in a process of its own, so that the memory is its own. It is loaded
whole, as with "Load all"; of what is larger than the pane shows, as much as it does. Times in milliseconds, memory in MiB.
"""

import asyncio
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MEGABYTE = 10**6
SIZES = (1, 10, 100)
PROBE_SECONDS = 0.001


def json_lines(size: int, **more: object) -> bytes:
    row = {"id": 123456, "name": "value with some length", "tags": ["a", "b"], "amount": 1.5, "ok": True}
    return json.dumps([row] * (size // len(json.dumps(row, **more))), **more).encode()  # type: ignore[arg-type]


BODIES: dict[str, tuple[str, str, Callable[[int], bytes]]] = {
    "json, one line": ("application/json", "", json_lines),
    "json, laid out": ("application/json", "", lambda size: json_lines(size, indent=2)),
    "json as a tree": ("application/json", "tree", json_lines),
    "xml": ("application/xml", "", lambda size: b"<a>" + b"<b c='d'>text</b>\n" * (size // 19) + b"</a>"),
    "binary in hex": ("application/octet-stream", "", lambda size: os.urandom(MEGABYTE) * (size // MEGABYTE)),
}


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(sys.argv[2], int(sys.argv[3]))))
        return 0
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    print(
        f"{'body':16} {'MB':>4} {'first text':>11} {'all of it':>10} {'colour':>8} {'held up':>8} {'memory':>7} {'idle':>5}"
    )
    for name in BODIES:
        for size in sizes:
            command = [sys.executable, "-m", "tests.benchmarks.bodies", "--one", name, str(size)]
            found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()[-1])
            first, whole, colour, held, memory, idle = found
            times = f"{first:11.0f} {whole:10.0f} {colour:8.0f} {held:8.0f}"
            print(f"{name:16} {size:4} {times} {memory:7.0f} {idle:5.0f}", flush=True)
    return 0


def measured(name: str, size: int) -> list[float]:
    import qasync
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(_told_by_qt)
    app = QApplication([])
    loop = qasync.QEventLoop(app)
    try:
        return loop.run_until_complete(_measured(name, size))
    finally:
        loop.close()


def _told_by_qt(_type: object, _context: object, message: str) -> None:
    if "propagateSizeHints" not in message:  # of which "offscreen" says each time that it has none
        print(message, file=sys.stderr)


async def _measured(name: str, size: int) -> list[float]:
    """First text, all of it, its colours, the longest time the loop was held up, the memory, and how long it was while idle."""
    from tests.makers import make_capture, make_head, make_record
    from tests.ui.shelf import Bench, Shelf, T
    from webhook_inspector.bodies.choose import View
    from webhook_inspector.bodies.kind import KindName
    from webhook_inspector.ui.loaded import Reads
    from webhook_inspector.ui.pane_body import BodyPane
    from webhook_inspector.ui.theme import code_font

    reading = ThreadPoolExecutor(1)

    class Stored(Shelf):
        """Reads on another thread, as the window does."""

        async def read(self, question: Callable[[Reads], T]) -> T:
            return await asyncio.wrap_future(reading.submit(question, self))

    content_type, view, make = BODIES[name]
    sys.setswitchinterval(0.001)  # as the engine does
    gc.disable()  # as the window does
    body = make(size * MEGABYTE)
    shelf = Stored(make_record(make_capture(head=make_head(headers=(("Content-Type", content_type),)), body=body)))
    bench = Bench(shelf)
    pane = BodyPane(bench.tools)
    pane.set_code_font(code_font(10))
    pane.resize(900, 700)
    pane.show()
    if view:
        for kind in KindName:
            bench.tools.choices.choose(kind, View(view))
    loaded = shelf.loaded()
    await asyncio.sleep(0.2)
    idle = asyncio.get_running_loop().create_task(held_up())
    await asyncio.sleep(1)
    idle.cancel()
    before = memory()
    probe = asyncio.get_running_loop().create_task(held_up())
    await asyncio.sleep(0.05)
    begin = time.perf_counter()
    await pane.fill(loaded)
    pane._shown.repaint()
    first = time.perf_counter() - begin
    await settled(pane)
    begin = time.perf_counter()
    pane.bar.load_all.click()
    await settled(pane, until_shown := [])
    colour = time.perf_counter() - begin
    probe.cancel()
    longest = max(await probe)
    used = memory() - before
    await bench.close()
    reading.shutdown()
    whole = until_shown[0] - begin if until_shown else 0
    return [*(1000 * time for time in (first, whole, colour, longest)), used, 1000 * max(await idle)]


async def settled(pane: "BodyPane", shown: list[float] | None = None) -> None:  # type: ignore[name-defined]  # noqa: F821
    """Until what was begun is done; `shown` gets the time at which there was another content."""
    content = pane.content
    task = pane._finishing._task
    while task is not None and not task.done():
        if shown is not None and not shown and pane.content is not content:
            shown.append(time.perf_counter())
        await asyncio.sleep(0.005)
    if shown is not None and not shown:
        shown.append(time.perf_counter())


async def held_up() -> list[float]:
    """How long the loop did not come back, each time."""
    found = [0.0]
    try:
        while True:
            begin = time.perf_counter()
            await asyncio.sleep(PROBE_SECONDS)
            found.append(time.perf_counter() - begin)
    except asyncio.CancelledError:
        return found


def memory() -> float:
    """MiB that this process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
