"""The window of `bench capture`, with a timer that notes how long its event loop was held up.

`python -m tests.benchmarks._watched_window STALLS.json --data-dir DIR` runs until it is closed or gets SIGTERM, then writes the file.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from webhook_inspector.options import split
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.ui import app
from webhook_inspector.ui.window import MainWindow

BEAT_MS = 5
SETTLING_SECONDS = 1.5
"""The start of the program is not what is measured."""


def main() -> int:
    place = Path(sys.argv[1])
    gaps: list[float] = []
    serve = app.serve

    def watched(application: QApplication, window: MainWindow, folder: DataFolder, settings: Settings) -> None:
        beat = QTimer(window)
        beat.setTimerType(Qt.TimerType.PreciseTimer)
        begun = last = time.perf_counter()

        def note() -> None:
            nonlocal last
            now = time.perf_counter()
            if now - begun > SETTLING_SECONDS:
                gaps.append(1000 * (now - last) - BEAT_MS)
            last = now

        beat.timeout.connect(note)
        beat.start(BEAT_MS)
        serve(application, window, folder, settings)

    app.serve = watched
    options, _ = split(sys.argv[2:])
    code = app.run(options)
    gaps.sort()
    told = {"stall_p99_ms": round(gaps[int(len(gaps) * 0.99)], 1), "stall_max_ms": round(gaps[-1], 1)} if gaps else {}
    place.write_text(json.dumps(told), "utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
