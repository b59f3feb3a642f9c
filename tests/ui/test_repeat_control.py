import asyncio

from tests.ui.history import fill, records
from tests.ui.running import SECRET, running, until
from tests.ui.target import handler
from tests.ui.test_check_control import SETTINGS, keep_rules, verifying
from webhook_inspector.drafts.repeating import Pace, Repetition
from webhook_inspector.scenarios import Scenario, load_scenarios, save_scenario
from webhook_inspector.ui import repeat_control
from webhook_inspector.ui.repeat_window import RepeatWindow


async def opened(one, count):
    await until(lambda: one.rows() == count)
    one.window.view.selectAll()
    one.window.actions_by_key["repeat"].trigger()
    return one.window.findChild(RepeatWindow)


def pace(shown, key):
    shown.form.pace.setCurrentIndex(shown.form.pace.findData(key))


async def sending(_engine):
    """On the engine's loop: the runs that are under way."""
    return [task for task in asyncio.all_tasks() if "Run.send" in repr(task)]


async def ended(engine):
    await asyncio.gather(*await sending(engine), return_exceptions=True)


async def done(shown):
    await until(lambda: shown.words and not shown.running)


async def test_the_selected_several_times_with_counts_and_figures(aloop, folder):
    fill(folder.history, records(3))
    async with handler(lambda head, _: 500 if b"/hook/1" in head else 200) as target, running(folder) as one:
        shown = await opened(one, 3)
        assert shown.form.what.currentText() == "the selected ones, in the order in which they came: 3"
        shown.form.target.show_url(target.url)
        shown.form.times.setValue(2)
        shown._go.click()
        await done(shown)
        assert shown.words == "Done, but not all were answered with 2xx."
        sent = [head.split()[1] for head in target.heads]
        assert sent == [b"/hook/0", b"/hook/1", b"/hook/2"] * 2
        counts, figures = shown.results.splitlines()
        assert counts == "✓ 4 of 6 answered with 2xx · ✗ 2 × 500"
        assert figures.startswith("half within ")
        assert shown.chart.accessibleDescription() == f"{counts}. {figures}"
        kept = await one.program._library.read(lambda reader: reader.deliveries_of(2))
        assert [one.status for one in kept] == [500, 500]
        shown.close()


async def test_signed_again_by_the_endpoint_s_secret(aloop, folder):
    keep_rules(folder)
    async with handler(verifying) as target, running(folder, **SETTINGS) as one:
        await one.post("/stripe", b'{"id":"evt_1","type":"a"}', ((b"Stripe-Signature", b"t=1,v1=00"),))
        await until(lambda: one.program._endpoints.rules.secrets)
        shown = await opened(one, 1)
        shown.form.target.show_url(target.url)
        shown.form.sign.setChecked(False)
        shown._go.click()
        await done(shown)
        assert "✗ 1 × 401" in shown.results
        shown.form.sign.setChecked(True)
        shown._go.click()
        await until(lambda: "✓ 1 of 1" in shown.results)
        shown.close()
    assert SECRET.encode() not in b"".join(target.heads)


async def test_at_once_they_are_under_way_together(aloop, folder):
    fill(folder.history, records(4))
    async with handler() as target, running(folder) as one:
        shown = await opened(one, 4)
        shown.form.target.show_url(target.url)
        pace(shown, "all")
        shown.form.doubled.setChecked(True)
        shown.form.shuffled.setChecked(True)
        shown._go.click()
        await done(shown)
        assert sorted(head.split()[1] for head in target.heads) == sorted([b"/hook/%d" % at for at in range(4)] * 2)
        shown.close()


async def test_cancelled_it_sends_nothing_more_and_keeps_what_it_counted(aloop, folder):
    fill(folder.history, records(1))
    async with handler() as target, running(folder) as one:
        shown = await opened(one, 1)
        shown.form.target.show_url(target.url)
        pace(shown, "rate")
        shown.form.number.setValue(2)
        shown.form.times.setValue(1000)
        shown._go.click()
        await until(lambda: target.heads and shown.running)
        assert await one.program._engine.ask(sending)
        await until(lambda: shown.results)
        shown.reject()
        await until(lambda: not shown.running)
        assert shown.isVisible()
        assert shown.words == "Cancelled. Nothing more is sent."
        assert shown.results.startswith("✓ ")
        await one.program._engine.ask(ended)
        shown.reject()
        assert not shown.isVisible()


async def test_closing_the_window_ends_a_run(aloop, folder):
    fill(folder.history, records(1))
    async with handler() as target:
        async with running(folder) as one:
            shown = await opened(one, 1)
            shown.form.target.show_url(target.url)
            pace(shown, "rate")
            shown.form.times.setValue(50_000)
            shown._go.click()
            await until(lambda: target.heads)
        assert len(target.heads) < 1000


async def test_a_scenario_is_saved_chosen_and_run_again_in_another_window(aloop, folder):
    fill(folder.history, [*records(2, target="/shop"), *records(2, target="/other")])
    async with handler() as target:
        async with running(folder) as one:
            shown = await opened(one, 4)
            shown.form.target.show_url(target.url)
            shown._name.setText("Black Friday")
            assert not shown._save.isEnabled()
            shown.form.what.setCurrentIndex(1)
            shown.form.filter.setText("endpoint:/shop")
            pace(shown, "faster")
            shown.form.times.setValue(3)
            shown._save.click()
            await until(lambda: shown.words)
            assert shown.words.startswith("Saved.")
            shown.close()
        wanted = Repetition(times=3, at_once=16, pace=Pace.ORIGINAL, speed=10.0)
        saved = Scenario("Black Friday", target.url, "endpoint:/shop", repetition=wanted)
        assert load_scenarios(folder.settings) == (saved,)
        async with running(folder) as one:
            shown = await opened(one, 4)
            await until(lambda: shown._scenarios.count() == 2)
            shown.choose("Black Friday")
            assert shown.form.wish("Black Friday").scenario == saved
            shown._go.click()
            await done(shown)
            assert [head.split()[1] for head in target.heads] == [b"/shop/0", b"/shop/1"] * 3
            shown._remove.click()
            await until(lambda: shown._scenarios.count() == 1)
            assert load_scenarios(folder.settings) == ()
            shown.close()


async def test_a_file_of_scenarios_that_cannot_be_read_is_told(aloop, folder):
    fill(folder.history, records(1))
    save_scenario(folder.settings, Scenario("x", "http://localhost:1"))
    async with running(folder) as one:
        await until(lambda: one.rows() == 1)
        folder.settings.write_text("[[scenarios]]\nname = 1\n")
        shown = await opened(one, 1)
        await until(lambda: "needs a text" in shown.words)
        shown.close()


async def test_what_cannot_be_sent_is_told_before_anything_is(aloop, folder, monkeypatch):
    fill(folder.history, records(2))
    async with handler() as target, running(folder) as one:
        shown = await opened(one, 2)
        shown.form.target.show_url(target.url)
        shown.form.times.setValue(100_000)
        shown._go.click()
        await until(lambda: shown.words.startswith("That would be 200000 requests."))
        shown.form.times.setValue(1)
        shown.form.sign.setChecked(True)
        shown._go.click()
        await until(lambda: shown.words.startswith("Nothing tells how requests"))
        shown.form.sign.setChecked(False)
        monkeypatch.setattr(repeat_control, "SIZE_LIMIT", 10)
        shown._go.click()
        await until(lambda: shown.words.startswith("These captures hold more than 10 bytes"))
        shown.form.what.setCurrentIndex(1)
        shown.form.filter.setText("endpoint:/nothing")
        shown._go.click()
        await until(lambda: shown.words.startswith("No capture is chosen"))
        assert target.heads == []
        shown.close()


async def test_nothing_is_run_by_a_filter_that_cannot_be_understood(aloop, folder):
    fill(folder.history, records(1))
    async with running(folder) as one:
        shown = await opened(one, 1)
        shown.form.what.setCurrentIndex(1)
        shown.form.filter.setText("size:x")
        assert not shown._go.isEnabled()
        assert shown.form._fault.text.startswith("size: needs")
        shown.form.filter.setText("")
        assert shown._go.isEnabled()
        shown.close()
