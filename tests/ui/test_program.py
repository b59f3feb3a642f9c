import asyncio
import socket
import sys
import threading

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QPushButton

from tests.ui.history import fill, records
from tests.ui.running import SECRET, post, running, until
from webhook_inspector.core.events import Fault, Judging, Notice
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock, holder_of
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import program as program_file
from webhook_inspector.ui.doorbell import Doorbell
from webhook_inspector.ui.engine_thread import Begun
from webhook_inspector.ui.filter_menu import FilterMenu
from webhook_inspector.ui.memory import WindowMemory
from webhook_inspector.ui.program import Program
from webhook_inspector.ui.single import socket_name
from webhook_inspector.ui.window import MainWindow


async def test_a_webhook_arrives_and_is_seen(aloop, folder, capsys):
    async with running(folder) as one:
        assert capsys.readouterr().out == f"listening on http://127.0.0.1:{one.port}\n"
        await until(lambda: one.window.stage.page == "listening")
        assert await one.post("/stripe") == b"HTTP/1.1 200 OK"
        await until(lambda: one.rows() == 1)
        assert one.paths() == ["/stripe"]
        assert one.window.stage.page == "table"
        one.window.view.select_id(1)
        await until(lambda: "1 selected" in one.window.status.text())
        assert "1 shown" in one.window.status.text()


async def test_one_webhook_after_the_other_is_seen(aloop, folder):
    async with running(folder) as one:
        for number in range(1, 6):
            await one.post(f"/{number}")
            await until(lambda number=number: one.rows() == number)


async def test_many_at_once_are_all_seen(aloop, folder):
    async with running(folder) as one:
        for _ in range(5):
            await asyncio.gather(*(one.post() for _ in range(20)))
        await until(lambda: one.rows() == 100)


async def test_a_history_that_is_there_is_shown(aloop, folder):
    fill(folder.history, records(3))
    async with running(folder) as one:
        await until(lambda: one.paths() == ["/hook/0", "/hook/1", "/hook/2"])


async def test_stop_and_start(aloop, folder):
    async with running(folder) as one:
        one.press("Stop listening")
        await until(lambda: one.state == "stopped")
        await until(lambda: one.window.stage.page == "stopped")
        one.window.actions_by_key["toggle-listening"].trigger()
        await until(lambda: one.state == "listening")
        assert one.banners == {}


async def test_a_sample_event_is_the_first_row(aloop, folder):
    async with running(folder, secrets__place="file") as one:
        await until(lambda: one.window.stage.page == "listening")
        one.press("Send a sample")
        await until(lambda: one.paths() == ["/stripe"])


async def test_a_search_and_the_way_out_of_it(aloop, folder):
    fill(folder.history, records(3, target="/stripe") + records(2, target="/github"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 5)
        one.window.search._edit.setText("stripe")
        await until(lambda: one.rows() == 3)
        await until(lambda: "3 of 5 shown" in one.window.status.text())
        one.window.search._edit.setText("nowhere")
        await until(lambda: one.window.stage.page == "no-match")
        assert one.window.stage.no_match.heading.text() == "No captures match nowhere"
        assert await one.post("/nowhere") == b"HTTP/1.1 200 OK"
        await until(lambda: one.paths() == ["/nowhere"])
        one.window.actions_by_key["clear-search"].trigger()
        await until(lambda: one.rows() == 6)
        assert one.window.stage.page == "table"


async def test_a_filter_that_cannot_be_understood_leaves_what_was_found(aloop, folder):
    fill(folder.history, records(3, target="/stripe") + records(2, target="/github"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 5)
        one.window.search._edit.setText("path:/github")
        await until(lambda: one.rows() == 2)
        one.window.search._edit.setText("path:/github size:x")
        await until(lambda: one.window.search.line.words.startswith("size: needs"))
        await asyncio.sleep(0.1)
        assert one.paths() == ["/github/0", "/github/1"]


async def test_values_of_the_history_are_offered(aloop, folder):
    fill(folder.history, records(1, target="/stripe") + records(2, target="/github"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 3)
        one.window.activateWindow()
        one.window.search.enter()
        await until(one.window.search._edit.hasFocus)
        QTest.keyClicks(one.window.search._edit, "endpoint:")
        await until(lambda: one.window.search._popup.texts() == ["/github/0", "/github/1", "/stripe/0"])


async def test_values_of_a_history_that_cannot_be_read_are_not_offered(aloop, folder, monkeypatch):
    async with running(folder) as one:
        await until(lambda: one.window.stage.page == "listening")
        failed = []

        async def read(question):
            failed.append(question)
            raise KnownError(Problem.of("no-history", path="x"))

        monkeypatch.setattr(one.program._library, "read", read)
        one.window.search.values_wanted.emit("provider")
        await until(lambda: failed)
        await asyncio.sleep(0.05)
        assert one.window.search._popup.texts() == []


async def test_more_like_this_from_the_menu_of_the_table(aloop, folder):
    fill(folder.history, records(3, target="/stripe") + records(2, target="/github"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 5)
        view = one.window.view
        view.selectRow(0)
        view.menu.aboutToShow.emit()
        filters = view.menu.findChild(FilterMenu)
        next(action for action in filters.actions() if action.text() == "Hide path /stripe/0").trigger()
        await until(lambda: one.paths() == ["/stripe/1", "/stripe/2", "/github/0", "/github/1"])
        assert one.window.search.text() == "-endpoint:/stripe/0"
        assert one.window.search.line.words == "Captures not under /stripe/0"


async def test_a_port_in_use_is_a_banner_with_a_way_out(aloop, folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        async with running(folder, ready="stopped", listener__port=taken) as one:
            await until(lambda: "listener" in one.banners)
            assert f"Port {taken} is taken" in one.banners["listener"]
            await until(lambda: one.window.stage.page == "stopped")  # when the history has been looked at
            banner = one.window.banners.banner("listener")
            use = next(button for button in banner.findChildren(QPushButton) if button.text().startswith("Use "))
            free = int(use.text().split()[1])
            use.click()
            await until(lambda: one.state == "listening")
            assert one.port == free != taken
            assert one.banners == {}
            assert not folder.settings.exists()


async def test_a_port_in_use_can_be_tried_again(aloop, folder):
    other = socket.create_server(("127.0.0.1", 0))
    taken = other.getsockname()[1]
    async with running(folder, ready="stopped", listener__port=taken) as one:
        await until(lambda: "listener" in one.banners)
        other.close()
        one.press("Try again", one.window.banners)
        await until(lambda: one.state == "listening")
        assert one.port == taken


async def test_another_port_can_be_chosen_and_is_remembered(aloop, folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        async with running(folder, ready="stopped", listener__port=taken) as one:
            await until(lambda: "listener" in one.banners)
            one.press("Choose port…", one.window.banners)
            dialog = one.window.findChild(QInputDialog, "choose-port")
            assert dialog.isVisible()
            dialog.setIntValue(0)
            dialog.accept()
            await until(lambda: one.state == "listening")
            await until(folder.settings.exists)
    assert "port = 0" in folder.settings.read_text()


async def test_a_fault_of_the_store_is_said_as_long_as_it_lasts(aloop, folder):
    async with running(folder) as one:
        one.program._inbox.put(Fault(Problem.of("store-full")))
        await until(lambda: "disk full" in one.banners.get("store", ""))
        one.program._inbox.put(Fault(None))
        await until(lambda: one.banners == {})


async def test_after_the_history_was_moved_the_new_one_is_shown(aloop, folder):
    fill(folder.history, records(3, target="/old"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 3)
        folder.history.rename(folder.path / "elsewhere.db")
        await until(lambda: "notice store-moved" in one.banners)
        await one.post("/new")
        await until(lambda: one.paths() == ["/new"])


async def test_reachable_from_the_network_is_said(aloop, folder):
    async with running(folder, listener__host="0.0.0.0") as one:
        await until(lambda: "Reachable from your network" in one.banners.get("reachable", ""))
        one.press("Stop listening")
        await until(lambda: one.banners == {})


async def test_a_folder_that_another_process_captures_into_is_read_live(aloop, folder):
    fill(folder.history, records(2))
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    async with running(folder, ready="elsewhere") as one:
        await until(lambda: one.rows() == 2)
        assert "(webhook-inspector listen)" in one.banners["folder"]
        fill(folder.history, records(1, target="/later"))
        await until(lambda: one.paths()[-1:] == ["/later/0"])
        lock.release()
        one.press("Capture here")
        await until(lambda: one.state == "listening")
        await until(lambda: one.banners == {})
        await one.post("/mine")
        await until(lambda: one.paths()[-1:] == ["/mine"])


async def test_a_history_that_another_process_is_about_to_begin(aloop, folder):
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    async with running(folder, ready="elsewhere") as one:
        await until(lambda: one.window.stage.page == "elsewhere")
        fill(folder.history, records(1))
        await until(lambda: one.rows() == 1)
        assert one.window.stage.page == "table"
    lock.release()


async def test_a_folder_of_another_window_is_handed_over(aloop, folder):
    lock = FolderLock(folder.lock, program_file.ROLE)
    lock.acquire()
    bell = Doorbell(socket_name(folder.path))
    rung = []
    bell.rung.connect(lambda: rung.append(1))
    assert bell.open()
    async with running(folder, ready="") as one:
        await asyncio.wait_for(asyncio.shield(one.task), 5)
    assert rung == [1]
    bell.close()
    lock.release()


async def test_a_window_that_is_just_being_closed_is_waited_for(aloop, folder):
    lock = FolderLock(folder.lock, program_file.ROLE)
    lock.acquire()
    asyncio.get_running_loop().call_later(0.5, lock.release)
    async with running(folder) as one:
        assert one.banners == {}


async def test_a_history_from_the_future_is_left_alone(aloop, folder):
    fill(folder.history, records(1))
    import sqlite3

    with sqlite3.connect(folder.history) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    async with running(folder, ready="unavailable") as one:
        assert "newer version" in one.banners["folder"]
        assert one.window.stage.page == "unreadable"
        assert "newer version" in one.window.stage.start_page.sentence.text()


async def test_closing_loses_nothing_and_leaves_nothing(aloop, folder):
    answers = []
    async with running(folder) as one:
        port, stop = one.port, threading.Event()

        def load():
            while not stop.is_set():
                try:
                    answers.append(post(port))
                except OSError:
                    return

        threads = [threading.Thread(target=load) for _ in range(4)]
        for thread in threads:
            thread.start()
        await until(lambda: len(answers) > 50)
        await one.close()
        stop.set()
        for thread in threads:
            await asyncio.to_thread(thread.join)
    acknowledged = answers.count(b"HTTP/1.1 200 OK")
    reader = Reader(folder.history)
    assert reader.count() >= acknowledged > 50
    reader.close()
    assert holder_of(folder.lock) is None
    assert folder.window_state.exists()
    assert not (folder.path / "window.socket").exists()


async def test_a_window_that_is_closed_at_once_ends_too(aloop, folder):
    async with running(folder, ready=""):
        pass
    assert holder_of(folder.lock) is None


async def test_a_window_that_was_closed_before_the_program_began_ends_too(aloop, folder):
    window = MainWindow(WindowMemory(folder.window_state))
    window.show()
    window.close()
    settings = Settings().replaced(listener__port=0)
    program = Program(window, folder, settings, Begun.of(folder, settings))
    await asyncio.wait_for(program.run(), 10)
    assert holder_of(folder.lock) is None
    window.deleteLater()


async def test_the_listening_line_is_not_for_a_window_without_a_terminal(aloop, folder, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    async with running(folder) as one:
        assert one.port


async def test_a_bug_while_closing_does_not_keep_the_commit_from_being_made(aloop, folder, expected_log, monkeypatch):
    expected_log("closing: .* failed")

    async def broken():
        raise RuntimeError

    async with running(folder) as one:
        await one.post()
        monkeypatch.setattr(one.program._exporting, "stop", broken)
    reader = Reader(folder.history)
    assert reader.count() == 1
    reader.close()


async def test_a_single_notice_can_be_dismissed(aloop, folder):
    async with running(folder) as one:
        one.program._inbox.put(Notice(Problem.of("store-long-read", size=5)))
        await until(lambda: one.banners)
        assert one.window.banners.banner("notice store-long-read").dismissable


@pytest.fixture
def book(folder):
    """The files, as the user or another program writes them."""
    made = Rulebook(folder, Settings({"secrets.place": "file"}))
    made.keep_secret(Secret("/stripe", "prod", SECRET))
    return made


async def test_a_signed_webhook_is_seen_as_valid_and_a_forged_one_is_not(aloop, folder, book):
    async with running(folder) as one:
        await one.post_signed()
        await until(lambda: one.column("signature") == ["✓ valid"])
        assert one.column("event") == ["Stripe · invoice.paid"]
        await one.post_signed("whsec_another", "evt_2")
        await one.post("/stripe")
        await until(lambda: one.column("signature") == ["✓ valid", "✗ invalid", ""])
        assert book.load().rules.secrets[0].value not in "".join(one.banners.values()) + one.window.status.text()


async def test_stored_webhooks_are_judged_again_when_a_secret_is_given(aloop, folder, book):
    book.forget_secret("/stripe", "prod")
    async with running(folder) as one:
        await one.post_signed()
        await until(lambda: one.column("signature") == ["– no secret"])
        one.window.view.select_id(1)
        await until(lambda: one.window.detail._page.filled_with)
        overview = one.window.detail._page.pane
        assert overview.value("signature") == "– no secret · stripe"
        book.keep_secret(Secret("/stripe", "prod", SECRET))
        await until(lambda: one.column("signature") == ["✓ valid"])
        await until(lambda: overview.value("signature") == "✓ valid · stripe · prod")
        assert one.window.view.shown_id() == 1


async def test_how_far_judging_again_has_come_is_in_the_status_bar(aloop, folder, monkeypatch):
    settled = []
    async with running(folder) as one:
        monkeypatch.setattr(one.program._feed, "settle", lambda: settled.append(1))
        one.program._inbox.put(Judging(200, 1000))
        await until(lambda: "verifying again: 200 of 1,000" in one.window.status.text())
        assert settled == []
        one.program._inbox.put(Judging(1000, 1000))
        await until(lambda: "verifying" not in one.window.status.text())
        assert settled == [1]


async def test_further_tries_fold_under_the_first_and_unfold_live(aloop, folder, book):
    async with running(folder) as one:
        await one.post_signed()
        await one.post_signed(event="evt_2")
        await one.post_signed()
        await until(lambda: one.column("event") == ["Stripe · invoice.paid · 2 ×", "Stripe · invoice.paid"])
        one.window.view.select_id(1)
        one.window.actions_by_key["tries"].trigger()
        await until(lambda: list(one.window.model.ids) == [1, 3, 2])
        await one.post_signed()
        await until(lambda: list(one.window.model.ids) == [1, 3, 4, 2])
        await until(lambda: one.column("event")[0].endswith("3 ×"))
        assert one.window.view.shown_id() == 1
        one.window.view.select_id(4)
        await until(lambda: one.window.detail._page.filled_with)
        await until(lambda: one.window.detail._page.pane.value("tries").startswith("3 of 3, "))
        one.window.actions_by_key["tries"].trigger()
        assert list(one.window.model.ids) == [1, 2]
        assert one.window.view.shown_id() == 1
