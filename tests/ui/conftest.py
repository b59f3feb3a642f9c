"""What every test of the window gets: Qt without a screen, one style, garbage collected between tests only."""

import asyncio
import gc
import inspect
import os
from collections.abc import Iterator
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.watch import ExpectedLog

ASYNC_TIMEOUT = 30
"""Seconds an `async def` test may take."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["webhook-inspector", "-style", "Fusion"]


@pytest.fixture(autouse=True, scope="module")
def settled() -> None:
    """What thousands of tests before have left (reports, caches) stays out of the collector's sight: it is asked after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_between_tests(expected_log: ExpectedLog) -> Iterator[None]:
    """As in the window: a collection in another thread would free Qt objects there, and crash."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def same_start(qapp: QApplication) -> Iterator[None]:
    """What tests change of the whole application is as before for the next one."""
    palette, font, locale = qapp.palette(), qapp.font(), QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(locale)


@pytest.fixture
def aloop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The window's loop. An `async def` test that asks for it runs on it; never use `qtbot.wait…` in such a test."""
    loop = qasync.QEventLoop(qapp)
    yield loop
    loop.run_until_complete(_end(asyncio.all_tasks(loop)))
    loop.close()


async def _end(tasks: set[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj) or "aloop" not in pyfuncitem.fixturenames:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    loop = pyfuncitem.funcargs["aloop"]
    loop.run_until_complete(asyncio.wait_for(pyfuncitem.obj(**arguments), ASYNC_TIMEOUT))
    return True
