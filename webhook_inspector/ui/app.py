"""Opens the window and runs it. Until it is painted nothing is imported but Qt and the few files that build it."""

import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QMetaObject,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder, data_folder
from webhook_inspector.settings import Settings, load_settings
from webhook_inspector.ui import theme
from webhook_inspector.ui.garbage import GarbageTimer
from webhook_inspector.ui.language import install_language
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.single import hand_over
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import TITLE, MainWindow

UNPAINTED_MS = 500
"""A window that nobody can see, on another desktop say, is never painted: the program starts all the same."""
SETTLED_MS = 2000
"""After this start-up is over, and what it has made stays."""
LISTENING_SECONDS = 1.0
"""So long at most the rest of the window waits for the listener."""
SIGNALS_MS = 200
"""On Windows Python sees Ctrl+C only when it runs: this often."""

_log = logging.getLogger(__name__)


def run(options: GlobalOptions) -> int:
    """The exit code: 0 also where another window of the same folder was brought to the front instead."""
    folder = data_folder(options.data_dir)
    app = make_application()
    if hand_over(folder.path):
        return 0
    settings, problem = _settings(folder)
    install_language(app, options.lang or settings.text("window.language"))
    theme.apply(app, settings.text("window.theme"))
    window = MainWindow(WindowMemory(folder.window_state))
    if problem is not None:
        window.banners.show_banner("settings", "warn", problem_text(problem), dismissable=True)
    window.show()
    wait_for_paint(window)
    from webhook_inspector.logs import kept

    with kept(folder.log, options), _surprises_logged():
        serve(app, window, folder, settings)
    return 0


def make_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName(TITLE)
    app.setDesktopFileName("webhook-inspector")
    app.setQuitOnLastWindowClosed(False)  # the last commit comes after the window is gone
    return app


def wait_for_paint(window: MainWindow) -> None:
    """Runs Qt until the window has been painted once."""
    loop = QEventLoop()
    paint = _Paint(loop.quit)
    window.installEventFilter(paint)
    QTimer.singleShot(UNPAINTED_MS, loop.quit)
    loop.exec()
    window.removeEventFilter(paint)


def serve(app: QApplication, window: MainWindow, folder: DataFolder, settings: Settings) -> None:
    """Everything that is not the window, until it is closed."""
    garbage = GarbageTimer()
    garbage.take_over()
    beside(_import_engine)
    from webhook_inspector.ui.engine_thread import Begun

    begun = Begun.of(folder, settings)
    beside(lambda: begun.engine.wait(LISTENING_SECONDS))  # importing meanwhile would take the interpreter from it
    in_steps(_imports())
    from qasync import QEventLoop as Loop

    from webhook_inspector.ui.program import Program

    with Loop(app) as loop:
        program = Program(window, folder, settings, begun)
        QTimer.singleShot(SETTLED_MS, garbage.settle)
        with _closed_by_signals(loop, window):
            loop.run_until_complete(program.run())
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.give_back()


def in_steps(steps: Iterator[None]) -> None:
    """Lets Qt go on between one step and the next."""
    loop, timer = QEventLoop(), QTimer()

    def step() -> None:
        if next(steps, loop) is loop:
            loop.quit()

    timer.timeout.connect(step)
    timer.start(0)
    loop.exec()


def beside(work: Callable[[], None]) -> None:
    """Runs it on a thread of its own, and Qt meanwhile. What it raises is raised here."""
    loop, failures = QEventLoop(), list[Exception]()

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 (handed over)
            failures.append(error)
        QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection)

    thread = threading.Thread(target=run, name="imports")
    QTimer.singleShot(0, thread.start)
    loop.exec()
    thread.join()
    if failures:
        raise failures[0]


def _import_engine() -> None:
    """What the first paint did not wait for, and what is not Qt: a third of a second of work."""
    import webhook_inspector.engine
    import webhook_inspector.formats  # noqa: F401


def _imports() -> Iterator[None]:
    """The rest, which is Qt and stays on its thread."""
    import webhook_inspector.ui.pane_body

    yield
    import webhook_inspector.ui.detail

    yield
    import webhook_inspector.ui.program  # noqa: F401


class _Paint(QObject):
    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._then()  # the loop ends after this event, when all within the window is painted too
        return False


def _settings(folder: DataFolder) -> tuple[Settings, Problem | None]:
    """The defaults, and what is wrong, where the file cannot be understood."""
    try:
        return load_settings(folder.settings), None
    except KnownError as error:
        return Settings(), error.problem


@contextmanager
def _closed_by_signals(loop: Any, window: MainWindow) -> Iterator[None]:
    """SIGINT, SIGTERM and SIGHUP close the window as its cross does."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    beat = QTimer(window)
    try:
        for number in numbers:
            loop.add_signal_handler(number, window.close)
    except NotImplementedError:  # Windows
        for number in numbers:
            signal.signal(number, lambda *_: window.close())
        beat.timeout.connect(_nothing)
        beat.start(SIGNALS_MS)
    try:
        yield
    finally:
        beat.stop()
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)


def _nothing() -> None:
    """Lets Python run, and see its signals."""


@contextmanager
def _surprises_logged() -> Iterator[None]:
    """What nobody catches, here, on another thread or in Qt, goes into the log; the window stays."""
    before = sys.excepthook, threading.excepthook
    sys.excepthook = _log_surprise
    threading.excepthook = lambda args: _log_surprise(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_log_qt)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook = before


def _log_surprise(kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None) -> None:
    _log.critical("unexpected failure", exc_info=(kind, error or kind(), traceback))


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


_CHATTY = "qt.accessibility.atspi"
"""Warns of what it does not implement, at each program that looks at the window."""


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    level = logging.DEBUG if category == _CHATTY else _LEVELS.get(kind, logging.WARNING)
    logging.getLogger("qt").log(level, "%s: %s", category, message)
