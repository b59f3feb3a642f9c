import shlex

import pytest
from PySide6.QtGui import QGuiApplication

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import fill, records
from tests.ui.running import running, until
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import commands as commands_file
from webhook_inspector.ui.commands import curl_of


def clipboard():
    return QGuiApplication.clipboard().text()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    QGuiApplication.clipboard().clear()


async def test_copies_the_addresses_of_the_selected(aloop, folder):
    fill(folder.history, records(3))
    async with running(folder) as one:
        await until(lambda: one.rows() == 3)
        one.window.view.selectAll()
        one.window.actions_by_key["copy-url"].trigger()
        await until(clipboard)
    assert clipboard().splitlines() == [f"http://127.0.0.1:8787/hook/{place}" for place in range(3)]


async def test_copies_a_command_that_posts_to_our_listener(aloop, folder):
    fill(folder.history, records(1))
    async with running(folder) as one:
        await until(lambda: one.rows() == 1)
        one.window.view.select_id(1)
        one.window.actions_by_key["copy-curl"].trigger()
        await until(clipboard)
        words = shlex.split(clipboard())
        assert words[0] == "curl"
        assert f"http://127.0.0.1:{one.port}/hook/0" in words
        assert '{"hi":1}' in words


async def test_without_a_selection_nothing_is_copied(aloop, folder):
    async with running(folder) as one:
        one.window.actions_by_key["copy-url"].trigger()
        one.window.actions_by_key["copy-curl"].trigger()
        assert clipboard() == ""


async def test_copies_the_listener_s_url(aloop, folder):
    async with running(folder) as one:
        one.window.actions_by_key["copy-listener"].trigger()
        assert clipboard() == one.window.bar.state.url


async def test_a_request_that_was_refused_has_no_command_and_says_why(aloop, folder):
    refused = make_capture(head=b"\x16\x03\x01", state=State.REFUSED, problem=Problem.of("tls-on-plain-port"))
    fill(folder.history, [make_record(refused)])
    async with running(folder) as one:
        await until(lambda: one.rows() == 1)
        one.window.view.select_id(1)
        one.window.actions_by_key["copy-curl"].trigger()
        await until(lambda: "action" in one.banners)


def test_a_body_that_no_shell_takes(folder, monkeypatch):
    monkeypatch.setattr(commands_file, "CURL_BODY", 100)
    fill(folder.history, [make_record(make_capture(head=make_head(), body=b"x" * 101))])
    reader = Reader(folder.history)
    assert curl_of(reader, 1, "http://x") is None
    with pytest.raises(KnownError):
        curl_of(reader, 2, "http://x")
    reader.close()
