import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.makers import make_capture, make_head, make_record
from tests.ui.answering import answering
from tests.ui.history import fill
from tests.ui.running import SECRET, running, until
from webhook_inspector.core.capture import State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.headers import parse_fields
from webhook_inspector.core.key import Key
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.net.sending import Sender
from webhook_inspector.resend import Resend
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import pane_overview
from webhook_inspector.ui.check_window import CheckWindow
from webhook_inspector.ui.editor_control import MANY, EditorControl
from webhook_inspector.ui.editor_environments_dialog import EnvironmentsDialog
from webhook_inspector.ui.editor_paste import PasteDialog
from webhook_inspector.ui.editor_window import EditorWindow


@pytest.fixture(autouse=True)
def only_what_is_asked_for(monkeypatch):
    """The overview compares by itself after a moment; here it would do so while the window closes."""
    monkeypatch.setattr(pane_overview, "PATIENCE_SECONDS", 600)


def hook(place=0, body=b'{"hi":1}', **more):
    return make_record(make_capture(make_head(target=f"/hook/{place}"), body, received_ns=1000 + place, **more))


def control(one):
    return one.window.findChild(EditorControl)


async def opened(one, key="edit-resend"):
    """The editor that an action opens."""
    before = len(control(one).panes)
    one.window.actions_by_key[key].trigger()
    await until(lambda: len(control(one).panes) > before)
    pane = control(one).panes[-1]
    await until(lambda: pane.live)
    return pane


async def selected(one, number=1):
    await until(one.rows)
    one.window.view.select_id(number)


def tab_titles(one):
    tabs = one.window.detail.tabs
    return [tabs.tabText(place) for place in range(tabs.count())]


async def test_an_editor_sends_only_when_it_is_told_to_and_keeps_what_came_of_it(aloop, folder):
    fill(folder.history, [hook()])
    async with answering() as target, running(folder) as one:
        await selected(one)
        one.window.resend_to = target.url
        pane = await opened(one)
        assert tab_titles(one)[-1] == "Edit 1"
        assert pane.line.url == f"{target.url}/hook/0"
        assert not target.got
        pane.send()
        await until(lambda: pane.response.attempt)
        assert pane.response.attempt.response.status == 200
        assert len(target.got) == 1
        assert target.got[0].startswith(b"POST /hook/0 HTTP/1.1\r\nHost: " + target.url[7:].encode())
        with_kept = Reader(folder.history)
        kept = with_kept.last_by_hand(1, f"{target.url}/hook/0")
        with_kept.close()
        assert kept is not None
        assert kept.response.body == b'{"ok":true}'
        assert one.window.targets == [f"{target.url}/hook/0"]
        assert one.window.resend_to == target.url


async def test_an_edited_draft_says_so_and_asks_before_it_is_lost(aloop, folder):
    fill(folder.history, [hook()])
    async with running(folder) as one:
        await selected(one)
        pane = await opened(one)
        pane.parts.body.edit.setPlainText("{}")
        assert tab_titles(one)[-1] == "Edit 1 •"
        pane.leave()
        assert pane in control(one).panes
        assert isinstance(QApplication.focusWidget(), QPushButton)
        one.press("Keep it", pane)
        assert not pane.banners.texts()
        pane.parts.body.restore.click()
        assert tab_titles(one)[-1] == "Edit 1"
        pane.leave()
        assert not control(one).panes
        assert "Edit 1" not in tab_titles(one)


async def test_agreeing_to_lose_what_was_changed_closes_it(aloop, folder):
    fill(folder.history, [hook()])
    async with running(folder) as one:
        await selected(one)
        pane = await opened(one)
        pane.line.show_url("http://localhost:1/other")
        pane.leave()
        one.press("Close it", pane)
        assert not control(one).panes


async def test_torn_off_it_goes_back_when_it_was_edited_and_closes_when_it_was_not(aloop, folder):
    fill(folder.history, [hook()])
    async with running(folder) as one:
        await selected(one)
        pane = await opened(one)
        pane.line.detach.click()
        window = one.window.findChild(EditorWindow)
        assert window.isVisible()
        assert window.windowTitle() == "Edit 1"
        assert "Edit 1" not in tab_titles(one)
        pane.parts.body.edit.setPlainText("x")
        assert window.windowTitle() == "Edit 1 •"
        window.close()
        assert tab_titles(one)[-1] == "Edit 1 •"
        pane.parts.body.restore.click()
        pane.line.detach.click()
        next(one for one in one.window.findChildren(EditorWindow) if one.isVisible()).close()
        assert not control(one).panes


async def test_the_tabs_of_the_capture_are_as_before_while_an_editor_is_open(aloop, folder):
    fill(folder.history, [hook(), hook(1)])
    async with running(folder) as one:
        await selected(one)
        await opened(one)
        one.window.view.select_id(2)
        detail = one.window.detail
        assert not detail._heading.isVisible()
        detail.tabs.setCurrentIndex(0)
        await until(lambda: "/hook/1" in detail._heading.text())
        assert detail._heading.isVisible()


async def test_a_new_request_without_any_history(aloop, folder):
    async with answering() as target, running(folder) as one:
        await until(lambda: one.window.stage.page == "listening")
        assert not one.window.detail.isVisible()
        pane = await opened(one, "new-request")
        assert pane.isVisible()
        pane.line.show_url("{{base}}/x?id={{$timestamp}}")
        await until(lambda: pane.live.prepared.faults)
        pane.send()
        await until(pane.line.fault.isVisible)
        assert "base" in pane.line.fault.text
        assert not target.got
        pane.line.show_url(f"{target.url}/x?id={{{{$timestamp}}}}")
        pane.send()
        await until(lambda: target.got)
        assert b"POST /x?id=1" in target.got[0]
        await until(lambda: pane.response.attempt)
        assert one.window.resend_to == ""
        pane.line.show_url("http://localhost:3000/")
        pane.leave()
        assert not one.window.detail.isVisible()


async def test_a_pasted_command_becomes_a_draft(aloop, folder):
    async with running(folder) as one:
        QApplication.clipboard().setText("curl -X PUT http://localhost:3000/a -H 'X-A: 1' -d hi")
        one.window.actions_by_key["paste-request"].trigger()
        dialog = one.window.findChild(PasteDialog)
        assert "X-A" in dialog.text.toPlainText()
        dialog.take.click()
        (pane,) = control(one).panes
        assert (pane.line.method, pane.line.url) == ("PUT", "http://localhost:3000/a")
        assert pane.parts.body.body == b"hi"
        QApplication.clipboard().clear()


async def test_captures_are_sent_again_as_they_are_to_where_something_was_sent_last(aloop, folder):
    fill(folder.history, [hook(), hook(1)])
    async with answering() as target, running(folder) as one:
        await selected(one)
        one.window.actions_by_key["resend"].trigger()
        await until(lambda: control(one).panes)  # nothing was sent yet: the editor asks where to
        assert "no target" in one.banners["resend"]
        assert not target.got
        one.window.resend_to = target.url
        one.window.view.selectAll()
        one.window.actions_by_key["resend"].trigger()
        await until(lambda: len(target.got) == 2)
        assert [request.split()[1] for request in target.got] == [b"/hook/0", b"/hook/1"]
        assert all(request.endswith(b'{"hi":1}') for request in target.got)
        reader = Reader(folder.history)
        await until(lambda: reader.last_by_hand(2, f"{target.url}/hook/1"))
        reader.close()


async def test_many_are_sent_again_only_after_asking(aloop, folder):
    fill(folder.history, [hook(place) for place in range(MANY + 1)])
    async with answering() as target, running(folder) as one:
        await selected(one)
        one.window.resend_to = target.url
        one.window.view.selectAll()
        one.window.actions_by_key["resend"].trigger()
        assert one.banners["resend"] == f"Send {MANY + 1} captures again, to {target.url}?"
        assert not target.got
        one.press("Send them")
        await until(lambda: len(target.got) == MANY + 1)


async def test_what_is_not_whole_is_not_sent_again(aloop, folder):
    fill(folder.history, [hook(body=b"half", state=State.CUT, body_size=9)])
    async with answering() as target, running(folder) as one:
        await selected(one)
        one.window.resend_to = target.url
        one.window.actions_by_key["resend"].trigger()
        await until(lambda: "resend" in one.banners)
        assert not target.got
        pane = await opened(one)
        assert "remarks" in pane.banners.texts()


def lead_here(one):
    """Every name leads to this machine, and no name server is asked."""

    async def lookup(_host, _port):
        return ["127.0.0.1"]

    editing = control(one)
    editing.ours = False
    editing._sender._own = Sender(lookup)
    editing._sender._unkept = Resend(editing._sender._own, None, lambda _event: None)


async def test_another_host_is_asked_about_once(aloop, folder):
    fill(folder.history, [hook()])
    async with answering() as target, running(folder) as one:
        await selected(one)
        lead_here(one)
        one.window.resend_to = f"http://hooks.example.com:{target.url.rpartition(':')[2]}"
        one.window.actions_by_key["resend"].trigger()
        await until(lambda: "resend" in one.banners)
        assert "hooks.example.com is not this machine" in one.banners["resend"]
        one.press("Do not send")
        assert "resend" not in one.banners
        assert not folder.settings.exists()
        pane = await opened(one)
        pane.send()
        await until(pane.banners.texts)
        assert pane.response.attempt is None
        one.press("Send to hooks.example.com", pane)
        await until(lambda: pane.response.attempt)
        assert pane.response.attempt.response.status == 200
        assert "hooks.example.com" in folder.settings.read_text()
        pane.send()
        await until(lambda: pane.response.runs == 2)


async def test_where_another_process_has_the_folder_it_is_sent_and_not_kept(aloop, folder):
    fill(folder.history, [hook()])
    async with answering() as target, running(folder) as one:
        await selected(one)
        control(one).ours = False
        one.window.resend_to = target.url
        pane = await opened(one)
        pane.send()
        await until(lambda: pane.response.attempt)
        assert pane.response.attempt.response.status == 200
        assert pane.response.words.text.startswith("It was sent, but not kept: another program has this history.")
        reader = Reader(folder.history)
        assert reader.last_by_hand(1, f"{target.url}/hook/0") is None
        reader.close()


async def test_the_run_before_is_the_last_one_of_another_day(aloop, folder):
    fill(folder.history, [hook()])
    async with answering() as target, running(folder) as one:
        target.replies = [
            b"HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno",
            b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        ]
        await selected(one)
        one.window.resend_to = target.url
        pane = await opened(one)
        pane.send()
        await until(lambda: pane.response.attempt)
        pane.leave()
        again = await opened(one)
        again.send()
        await until(lambda: again.response.progress.text() == "✓ fixed: the run before failed")
        assert again.response.run.text() == "run 2 of 2"


async def test_keys_pressed_in_the_editor_never_act_on_the_captures(aloop, folder):
    fill(folder.history, [hook()])
    async with running(folder) as one:
        await selected(one)
        pane = await opened(one)
        for widget in (pane.line.send, pane.parts.tabBar(), pane.parts.headers.add, pane.parts.signing.how):
            widget.setFocus()
            for key, modifiers in (
                (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
            ):
                QTest.keyClick(widget, key, modifiers)
        assert one.rows() == 1
        assert pane in control(one).panes


async def test_what_is_signed_again_is_valid_for_the_secret_of_its_endpoint(aloop, folder):
    async with answering() as target, running(folder) as one:
        await one.post_signed()
        await selected(one)
        one.program._endpoints.set_rules(rules_of_stripe())
        one.window.resend_to = target.url
        pane = await opened(one)
        pane.parts.body.edit.setPlainText('{"id":"evt_2"}')
        pane.parts.signing.how.setCurrentIndex(1)
        await until(lambda: any(line.fate == "signed" for line in pane.live.prepared.lines))
        pane.send()
        await until(lambda: target.got)
        head, _, body = target.got[0].partition(b"\r\n\r\n")
        fields = parse_fields(head.partition(b"\r\n")[2])
        request = Request("POST", f"{target.url}/stripe", fields, body)
        assert verify(request, "stripe", [Key("secret", SECRET)], {}, time.time()).status is Status.VALID
        await until(lambda: pane.response.attempt)


def rules_of_stripe():
    return Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", SECRET),))


async def test_closing_the_window_ends_what_is_being_sent_and_closes_its_editors(aloop, folder):
    fill(folder.history, [hook()])
    async with answering() as target:
        target.replies = [None]
        async with running(folder) as one:
            await selected(one)
            one.window.resend_to = target.url
            pane = await opened(one)
            pane.line.detach.click()
            window = one.window.findChild(EditorWindow)
            pane.send()
            await until(lambda: target.got)
            one.window.actions_by_key["new-request"].trigger()
            await one.close()
            assert not window.isVisible()
            assert not pane.sending


async def test_a_draft_is_checked_as_it_stands_in_the_editor(aloop, folder):
    async with answering() as target, running(folder) as one:
        await one.post_signed()
        await selected(one)
        one.program._endpoints.set_rules(rules_of_stripe())
        one.window.resend_to = target.url
        pane = await opened(one)
        pane.parts.body.edit.setPlainText('{"id":"evt_2"}')
        pane.parts.signing.check.click()
        await until(lambda: one.window.findChild(CheckWindow))
        shown = one.window.findChild(CheckWindow)
        assert shown.windowTitle() == "Check the handler: Edit 1"
        assert shown.target.url == f"{target.url}/stripe"
        assert not target.got
        shown.close()


async def test_an_editor_in_a_window_of_its_own_has_the_size_of_text_that_all_has(aloop, folder):
    fill(folder.history, [hook()])
    async with running(folder) as one:
        await selected(one)
        pane = await opened(one)
        pane.line.detach.click()
        window = one.window.findChild(EditorWindow)
        edit = pane.parts.body.edit
        before, plain = edit.font().pointSizeF(), window.font().pointSizeF()
        keys = {action.shortcut().toString() for action in window.actions()}
        assert keys == {"Ctrl+=", "Ctrl+-", "Ctrl+0"}
        await until(window.isActiveWindow)
        QTest.keyClick(edit, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
        assert edit.font().pointSizeF() == before + 1
        await until(lambda: window.font().pointSizeF() == plain + 1)
        one.window.actions_by_key["zoom-reset"].trigger()
        assert edit.font().pointSizeF() == before


async def test_variables_are_edited_once_for_all_editors(aloop, folder):
    async with running(folder) as one:
        first, second = await opened(one, "new-request"), await opened(one, "new-request")
        first.parts.options.variables.click()
        dialog = one.window.findChild(EnvironmentsDialog)
        dialog.table.add.click()
        dialog.table.table.item(0, 0).setText("base")
        dialog.table.table.item(0, 1).setText("http://localhost:1")
        dialog.save.click()
        await until(lambda: second.parts.options.environment.count() == 2)
        assert first.parts.options.environment.currentText() == "local"
        assert "[environments.local]" in folder.settings.read_text()
