"""What every test gets: a clean environment, a quiet log, nothing left running; and `async def` tests."""

import asyncio
import gc
import inspect
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.watch import ExpectedLog, Leftovers, caught_log
from webhook_inspector.paths import DataFolder

ASYNC_TIMEOUT = 30
"""Seconds an `async def` test may take."""

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
"""Variables that say where a user's files are, with their place in the test's own home."""

LOOKS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "LANGUAGE", "COLUMNS")
"""Variables that change colours, languages and widths."""

QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,  # the same examples in every run: red means that the code changed
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("fast", QUICK)
settings.register_profile("deep", QUICK, max_examples=5_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """A shell that starts the tests in the background has them, and what they start, ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread or a child process behind."""
    before = Leftovers.now()
    yield
    left = Leftovers.now().since(before)
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def expected_log(nothing_left_running: None) -> Iterator[ExpectedLog]:
    """Fails a test on a log record of WARNING or above, except those it announces: `expected_log("disk full")`."""
    expected = ExpectedLog()
    with caught_log() as records:
        yield expected
    complaint = expected.judge(records)
    if complaint:
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """No proxies, no settings of ours, no colours by variable, English messages, and a home of the test's own, without a keyring."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.startswith("WEBHOOK_INSPECTOR_") or name in LOOKS:
            monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")  # never the developer's own
    for name, place in HOMES.items():
        monkeypatch.setenv(name, str(home / place))


@pytest.fixture(scope="session")
def _home_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes") / "home"


@pytest.fixture
def home(_home_place: Path) -> Iterator[Path]:
    """The user's home for this test: empty, gone afterwards."""
    _home_place.mkdir()
    yield _home_place
    shutil.rmtree(_home_place)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty data folder."""
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs an `async def` test on a fresh asyncio loop, unless it asks for the window's loop, `aloop`."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj) or "aloop" in pyfuncitem.fixturenames:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**arguments), ASYNC_TIMEOUT))
    gc.collect()  # a failed task that nobody awaited is reported by the collector: let it be in this test
    return True


def pytest_collection_finish() -> None:
    """Takes what the imports made out of the collector's sight: a collection after a test costs little then."""
    gc.collect()
    gc.freeze()
