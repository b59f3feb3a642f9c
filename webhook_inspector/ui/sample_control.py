"""Sample events in the window: the dialog, the preview that follows what is chosen, and the one click of the start page."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.core.text import visible
from webhook_inspector.paths import DataFolder
from webhook_inspector.samples.find import note, of_provider
from webhook_inspector.ui.check_target import agree, allowed
from webhook_inspector.ui.editor_sending import Hosts
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.sample_dialog import SampleDialog
from webhook_inspector.ui.sample_lists import provider_title, providers
from webhook_inspector.ui.sample_order import Order, Source
from webhook_inspector.ui.sample_preview import Preview, preview_of
from webhook_inspector.ui.sample_sending import SampleSending
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.ui.workshop import Latest

FIRST = "stripe"
"""The provider that is chosen at first."""
BANNER = "sample"


class SampleControl(QObject):
    """Methods are named in the table of `actions`."""

    edit_wanted = Signal(object, str)
    """A `Draft` that the user wants to edit before it is sent, and what it is called."""

    def __init__(
        self,
        window: MainWindow,
        engine: EngineThread,
        tasks: Tasks,
        endpoints: EndpointControl,
        folder: DataFolder,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._endpoints = endpoints
        self._sending = SampleSending(engine, endpoints)
        self._hosts = Hosts(folder.settings)
        self._made: SampleDialog | None = None
        self._usual = ""
        """The address that was last put into the field, as nobody had typed another one."""
        self._looking = Latest(tasks, "preview a sample")
        self._running = Latest(tasks, "send a sample")
        window.stage.start_page.offer_samples(providers(), FIRST)
        window.stage.start_page.send_sample.connect(self.send_at_once)
        endpoints.changed.connect(self._rules_changed)

    def send_sample(self) -> None:
        """Opens the dialog."""
        dialog = self._dialog()
        self._sending.listener = self._window.bar.state.url
        if not dialog.isVisible():
            dialog.say("ok", "")
        dialog.show()
        dialog.activateWindow()
        dialog.lists.search.setFocus()
        self._look()

    def send_at_once(self, provider: str) -> None:
        """The first event of the provider, to its endpoint at our listener; one with a new secret if there is none."""
        self._sending.listener = self._window.bar.state.url
        self._running.start(self._send_at_once(provider))

    def close_down(self) -> None:
        """Before the loop ends."""
        self._looking.stop()
        self._running.stop()

    def _dialog(self) -> SampleDialog:
        if self._made is None:
            made = self._made = SampleDialog(self._window)
            made.lists.choose(FIRST)
            made.changed.connect(self._look)
            made.send_wanted.connect(lambda: self._running.start(self._ask(made)))
            made.target.agreed.connect(
                lambda host: self._running.start(agree(made.target, self._hosts, host, lambda: self._send(made)))
            )
            made.editor_wanted.connect(lambda: self._running.start(self._edit(made)))
        return self._made

    def _rules_changed(self) -> None:
        if self._made is not None and self._made.isVisible():
            self._look()

    def _look(self) -> None:
        dialog = self._made
        order = None if dialog is None else dialog.order()
        if dialog is None or order is None:
            self._looking.stop()
            if dialog is not None:
                dialog.show_preview(Preview())
            return
        if dialog.target.url in {"", self._usual}:
            self._usual = self._sending.usual_url(order)
            if dialog.target.url != self._usual:
                dialog.target.show_url(self._usual)  # says that it has changed
                return
        dialog.offer_sources(self._sending.sources(order))
        self._looking.start(self._show(dialog))

    async def _show(self, dialog: SampleDialog) -> None:
        order = dialog.order()
        if order is None:
            return
        told = note(order.sample)
        words = [self._sending.plan(order), "" if told is None else problem_text(told)]
        dialog.show_plan(" ".join(word for word in words if word))
        try:
            _draft, outgoing = await self._sending.request(order)
        except KnownError as error:
            dialog.show_preview(Preview())
            dialog.show_plan(visible(problem_text(error.problem)))
            return
        dialog.show_preview(await aside(partial(preview_of, outgoing)))

    async def _ask(self, dialog: SampleDialog) -> None:
        if await allowed(dialog.target, self._hosts):
            await self._send(dialog)

    async def _send(self, dialog: SampleDialog) -> None:
        order = dialog.order()
        if order is None:
            return
        dialog.set_sending(True)
        plan = self._sending.plan(order)
        try:
            result = await self._sending.send(order)
            dialog.say(result.state, " ".join(part for part in (result.text, plan and self._tell_made(order)) if part))
        except KnownError as error:
            dialog.say("error", visible(problem_text(error.problem)))
        finally:
            dialog.set_sending(False)

    async def _edit(self, dialog: SampleDialog) -> None:
        order = dialog.order()
        if order is None:
            return
        try:
            draft, _outgoing = await self._sending.request(order)
        except KnownError as error:
            dialog.say("error", visible(problem_text(error.problem)))
            return
        dialog.close()
        self.edit_wanted.emit(draft, f"{provider_title(order.sample.provider)} · {order.sample.event}")

    async def _send_at_once(self, provider: str) -> None:
        sample = of_provider(provider)[0]
        order = Order(sample, "", Source.NONE)
        order = Order(sample, self._sending.usual_url(order), Source.NONE)
        source = self._sending.sources(order)[0][0]
        order = Order(sample, order.url, source)
        plan = self._sending.plan(order)
        try:
            result = await self._sending.send(order)
        except KnownError as error:
            self._warn(error.problem)
            return
        if plan:
            self._window.banners.show_banner(BANNER, "note", self._tell_made(order), dismissable=True)
        title = provider_title(sample.provider)
        self._window.status.say(f"{title} · {sample.event}: {result.text}")

    def _tell_made(self, order: Order) -> str:
        text = self.tr("The endpoint {path} has a new secret, “{label}”: sample events of {provider} are valid there.")
        path = visible(order.url.removeprefix(self._sending.listener))
        return text.format(path=path, label="sample", provider=provider_title(order.sample.provider))

    def _warn(self, problem: Problem) -> None:
        self._window.banners.show_banner(BANNER, "warn", problem_text(problem), dismissable=True)
