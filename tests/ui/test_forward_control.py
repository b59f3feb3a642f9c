from contextlib import asynccontextmanager

from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton, QToolButton

from tests.ui.history import fill, records
from tests.ui.running import running, until
from tests.ui.target import handler
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.forwards import load_forwards, save_forward
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.ui.delivery_tree import STATE
from webhook_inspector.ui.detail_page import TABS
from webhook_inspector.ui.forward_dialog import ForwardsDialog
from webhook_inspector.ui.pane_deliveries import DeliveriesPane

PLACE = next(at for at, tab in enumerate(TABS) if tab.make is DeliveriesPane)
QUICK = {"forward__first_pause_ms": 100, "forward__longest_pause_ms": 1_000}


class Answering:
    """Answers with a status that can change."""

    def __init__(self, status=200):
        self.status = status

    def __call__(self, _head, _body):
        return self.status


@asynccontextmanager
async def forwarding(folder, status=200, **rule):
    """A window whose one rule sends on to a real server."""
    answer = Answering(status)
    async with handler(answer) as target:
        save_forward(folder.settings, ForwardRule("app", (target.url,), **rule))
        async with running(folder, **QUICK) as one:
            await until(lambda: delivering(one).rules)
            one.target, one.answer = target, answer
            yield one


def delivering(one):
    return one.program._detail.tools.delivering


def action(one, key):
    return one.window.actions_by_key[key]


def words(one):
    return action(one, "retry-failed").text().replace("&", "")


def select(one, place=0):
    one.window.view.select_id(one.window.model.ids[place])


def states(one):
    tree = one.window.detail._pages[PLACE].pane.tree
    return [tree.topLevelItem(at).text(STATE) for at in range(tree.topLevelItemCount())]


def status(one):
    return one.window.status.text()


async def opened(one):
    action(one, "forwards").trigger()
    await until(lambda: (found := one.window.findChild(ForwardsDialog)) and found.isVisible())
    return one.window.findChild(ForwardsDialog)


def press(dialog, text):
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


async def test_what_comes_is_sent_on_and_the_row_the_tab_and_the_pane_say_so(aloop, folder):
    async with forwarding(folder) as one:
        one.window.detail.tabs.setCurrentIndex(PLACE)
        await one.post("/hook")
        await until(lambda: one.column("forward") == ["✓ 1/1"])
        select(one)
        await until(lambda: one.window.detail.tabs.tabText(PLACE) == "Deliveries 1")
        await until(lambda: states(one) == ["✓ delivered"])
        assert one.target.bodies == [b'{"hi":1}']
        await until(one.window.detail._pages[PLACE].pane.view.isVisible)
        assert one.window.detail._pages[PLACE].pane.view.summary.toPlainText().startswith("✓ 200")


async def test_what_has_failed_is_counted_found_and_tried_again(aloop, folder):
    async with forwarding(folder, 500, attempts=1) as one:
        await one.post("/one")
        await one.post("/two")
        await until(lambda: one.column("forward") == ["✗ failed 0/1"] * 2)
        await until(lambda: "forwards: 2 failed" in status(one))
        button = one.window.status.findChild(QToolButton)
        button.click()
        assert one.window.search.text() == "forward:failed"
        await until(lambda: one.rows() == 2)
        one.answer.status = 200
        one.window.view.selectAll()
        action(one, "retry-failed").trigger()
        await until(lambda: one.column("forward") == ["✓ 1/1"] * 2)
        await until(lambda: "forwards" not in status(one))
        assert one.window.status.currentMessage() in ("Deliveries tried again: 2", "")
        action(one, "retry-failed").trigger()
        await until(lambda: one.window.status.currentMessage() == "None of them has failed.")


async def test_the_menu_says_how_many_have_failed(aloop, folder):
    async with forwarding(folder, 500, attempts=1) as one:
        await one.post("/one")
        await until(lambda: one.column("forward") == ["✗ failed 0/1"])
        select(one)
        one.window.view.menu.aboutToShow.emit()
        await until(lambda: words(one) == "Retry failed deliveries: 1")
        one.answer.status = 200
        action(one, "retry-failed").trigger()
        await until(lambda: one.column("forward") == ["✓ 1/1"])
        one.window.view.menu.aboutToShow.emit()
        await until(lambda: words(one) == "Retry failed deliveries")


async def test_one_delivery_is_tried_again_and_stopped_in_the_pane(aloop, folder):
    async with forwarding(folder, 500, attempts=1) as one:
        one.window.detail.tabs.setCurrentIndex(PLACE)
        await one.post("/one")
        await until(lambda: one.column("forward") == ["✗ failed 0/1"])
        select(one)
        await until(lambda: one.window.detail._pages[PLACE].pane and states(one) == ["✗ failed"])
        pane = one.window.detail._pages[PLACE].pane
        pane._retry.trigger()
        await until(lambda: states(one) == ["✗ failed after 2"])
        action(one, "pause-forwarding").trigger()
        await until(lambda: delivering(one).paused)
        pane._retry.trigger()
        await until(lambda: states(one) and states(one)[0].startswith("! waiting"))
        pane._stop.trigger()
        await until(lambda: states(one) == ["– stopped"])
        await until(lambda: one.column("forward") == ["– stopped 0/1"])


async def test_forwarding_pauses_and_goes_on(aloop, folder):
    async with forwarding(folder) as one:
        action(one, "pause-forwarding").trigger()
        await until(lambda: "forward-paused" in one.banners)
        await one.post("/one")
        await until(lambda: one.column("forward") == ["! waiting 0/1"])
        await until(lambda: "forwards: 1 waiting" in status(one))
        one.window.status.forwards_wanted.emit()
        assert one.window.search.text() == "forward:waiting"
        one.press("Resume", one.window.banners)
        await until(lambda: "forward-paused" not in one.banners)
        assert not action(one, "pause-forwarding").isChecked()
        await until(lambda: one.target.bodies)


async def test_a_capture_is_sent_by_hand_from_the_menu(aloop, folder):
    fill(folder.history, records(2))
    async with forwarding(folder) as one:
        await until(lambda: one.rows() == 2)
        menus = [menu for menu in one.window.view.menu.findChildren(QMenu) if menu.title() == "Forward t&o"]
        [menu] = menus
        await until(lambda: menu.actions()[0].text() == one.target.url)
        one.window.view.selectAll()
        menu.actions()[0].trigger()
        await until(lambda: one.column("forward") == ["✓ 1/1"] * 2)
        await until(lambda: one.window.status.currentMessage() == "Sent: 2, of which delivered: 2")
        [kept] = await one.program._library.read(lambda reader: reader.deliveries_of(1))
        assert (kept.rule, kept.target) == ("", f"{one.target.url}/hook/0")


async def test_rules_are_added_changed_and_removed_and_the_engine_follows(aloop, folder):
    async with handler() as target, running(folder, **QUICK) as one:
        dialog = await opened(one)
        press(dialog, "&Add")
        dialog.form.name.setText("mine")
        dialog.form.targets.setPlainText(target.url)
        press(dialog, "&Save")
        await until(lambda: dialog._done.text == "Saved: mine")
        assert load_forwards(folder.settings) == (ForwardRule("mine", (target.url,)),)
        await until(lambda: [rule.name for rule in delivering(one).rules] == ["mine"])
        await one.post("/one")
        await until(lambda: one.column("forward") == ["✓ 1/1"])
        dialog.form.paused.setChecked(True)
        press(dialog, "&Save")
        await until(lambda: any(rule.paused for rule in delivering(one).rules))
        press(dialog, "&Remove…")
        box = next(found for found in dialog.findChildren(QMessageBox) if found.isVisible())
        box.button(QMessageBox.StandardButton.Yes).click()
        await until(lambda: load_forwards(folder.settings) == ())
        await until(lambda: delivering(one).rules == ())
        press(dialog, "&Close")
        assert not dialog.isVisible()


async def test_a_file_that_cannot_be_understood_is_told(aloop, folder):
    async with running(folder) as one:
        dialog = await opened(one)
        press(dialog, "&Add")
        dialog.form.name.setText("mine")
        dialog.form.targets.setPlainText("http://a")
        folder.settings.write_text("[[forwards]]\nname = 1\n")
        press(dialog, "&Save")
        await until(lambda: dialog._problem.text)
        assert "needs a text in quotes" in dialog._problem.text
        dialog.form.name.setText("")
        dialog.reject()
        box = next(found for found in dialog.findChildren(QMessageBox) if found.isVisible())
        box.button(QMessageBox.StandardButton.Discard).click()
        action(one, "forwards").trigger()
        await until(lambda: "needs a text in quotes" in one.banners.get("forwarding", ""))


async def test_while_another_process_has_the_folder_its_rules_are_shown(aloop, folder):
    folder.make()
    save_forward(folder.settings, ForwardRule("app", ("http://127.0.0.1:9",)))
    fill(folder.history, records(1))
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    try:
        async with running(folder, ready="elsewhere") as one:
            await until(lambda: [rule.name for rule in delivering(one).rules] == ["app"])
            action(one, "pause-forwarding").trigger()
            await until(lambda: "forwarding" in one.banners)
            assert not action(one, "pause-forwarding").isChecked()
    finally:
        lock.release()
