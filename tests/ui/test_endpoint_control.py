from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from tests.makers import make_record, make_signed
from tests.ui.history import fill
from tests.ui.running import Running, running, until
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings, load_settings
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.ui import endpoint_control as control_file
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.endpoints_dialog import EndpointsDialog

LONG = "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"
RIGHT = Secret("/stripe", "prod", LONG)
WRONG = Secret("/stripe", "prod", "whsec_n0tTheRightOnen0tTheRightOne")
IN_FILE = {"secrets__place": "file"}


@pytest.fixture
def book(folder: DataFolder) -> Rulebook:
    """The files, as another program would write them."""
    return Rulebook(folder, Settings({"secrets.place": "file"}))


@pytest.fixture
def stored(folder: DataFolder) -> None:
    """A history with two events that Stripe has sent to two paths, and that nobody has judged."""
    other = make_signed(LONG, path="/other", body=b'{"id":"evt_2","object":"event","type":"invoice.paid"}')
    fill(folder.history, [make_record(make_signed(LONG)), make_record(other)])


def endpoints(one: Running) -> EndpointControl:
    return one.program._endpoints


def signatures(one: Running) -> list[str]:
    return one.column("signature")


async def opened(one: Running, path: str = "") -> EndpointsDialog:
    """The editor, at an endpoint."""
    endpoints(one).edit_endpoint(path)
    await until(lambda: (found := one.window.findChild(EndpointsDialog)) and found.isVisible())
    dialog = one.window.findChild(EndpointsDialog)
    assert isinstance(dialog, EndpointsDialog)
    return dialog


def give_secret(dialog: EndpointsDialog, secret: Secret) -> None:
    """As the dialog for one secret does when it is accepted."""
    dialog.form._secrets._take(secret, None)


async def test_what_the_editor_saves_is_kept_and_judged_by(aloop, folder: DataFolder, book: Rulebook, stored: None):
    async with running(folder, **IN_FILE) as one:
        await until(lambda: signatures(one) == ["– no secret", "– no secret"])
        told: list[None] = []
        endpoints(one).changed.connect(lambda: told.append(None))
        dialog = await opened(one, "/stripe")
        give_secret(dialog, RIGHT)
        dialog._save.click()
        await until(lambda: dialog._done.text == "Saved: /stripe")
        await until(lambda: signatures(one) == ["✓ valid", "– no secret"])
        assert told
        assert endpoints(one).rules.secrets_of("/stripe") == (RIGHT,)
        assert not one.banners
        dialog.close()
    assert book.load().rules == Rules((Endpoint("/stripe"),), (RIGHT,))
    assert LONG not in folder.settings.read_text()


async def test_another_path_takes_the_secrets_along_and_both_are_judged_again(
    aloop, folder: DataFolder, book: Rulebook, stored: None
):
    book.keep(Endpoint("/stripe"))
    book.keep_secret(RIGHT)
    async with running(folder, **IN_FILE) as one:
        await until(lambda: signatures(one) == ["✓ valid", "– no secret"])
        dialog = await opened(one, "/stripe")
        dialog.form._path.setText("/other")
        dialog._save.click()
        await until(lambda: signatures(one) == ["– no secret", "✓ valid"])
        dialog.close()
    assert book.load().rules.paths() == {"/other"}


async def test_a_removed_endpoint_is_gone_with_its_secrets(aloop, folder: DataFolder, book: Rulebook, stored: None):
    book.keep(Endpoint("/stripe"))
    book.keep_secret(RIGHT)
    async with running(folder, **IN_FILE) as one:
        await until(lambda: signatures(one) == ["✓ valid", "– no secret"])
        dialog = await opened(one, "/stripe")
        dialog._side.remove.click()
        question = next(box for box in dialog.findChildren(QMessageBox) if box.isVisible())
        question.button(QMessageBox.StandardButton.Yes).click()
        await until(lambda: signatures(one) == ["– no secret", "– no secret"])
        await until(lambda: dialog._side.list.count() == 0)
        dialog.close()
    assert not book.load().rules.paths()


async def test_what_another_program_writes_is_shown_in_the_open_editor(aloop, folder: DataFolder, book: Rulebook):
    book.keep(Endpoint("/stripe", "stripe"))
    async with running(folder, **IN_FILE) as one:
        await until(lambda: endpoints(one).rules.paths() == {"/stripe"})
        dialog = await opened(one)
        assert dialog._side.list.count() == 1
        book.keep(Endpoint("/github", "github"))
        await until(lambda: dialog._side.list.count() == 2)
        dialog.close()
        book.remove("/github")
        await until(lambda: endpoints(one).rules.paths() == {"/stripe"})
        assert dialog is await opened(one)  # one editor, made once
        assert dialog._side.list.count() == 1
        dialog.close()


async def test_the_editor_opens_where_the_user_looks(aloop, folder: DataFolder, book: Rulebook, stored: None):
    book.keep(Endpoint("/github"))
    book.keep(Endpoint("/stripe", "stripe"))
    async with running(folder, **IN_FILE) as one:
        await until(lambda: one.rows() == 2 and endpoints(one).rules.paths())
        for number, path in ((1, "/stripe"), (2, "/github")):
            one.window.view.select_id(number)
            one.window.actions_by_key["endpoints"].trigger()
            await until(lambda: (found := one.window.findChild(EndpointsDialog)) and found.isVisible())
            dialog = one.window.findChild(EndpointsDialog)
            assert dialog.form.endpoint().path == path  # the first where that of the capture is not configured
            assert one.window.bar.state.url in dialog.form._url.text()
            dialog.close()


CHANGES: dict[str, tuple[list[Endpoint], list[Secret], Remedy]] = {
    "the secret of another endpoint": (
        [Endpoint("/stripe"), Endpoint("/old")],
        [WRONG, Secret("/old", "prod", LONG)],
        Remedy(Action.USE_SECRET, source="/old", label="prod"),
    ),
    "a secret written anew": ([], [WRONG], Remedy(Action.CORRECT_SECRET, label="prod", value=LONG)),
    "a setting": (
        [Endpoint("/stripe", settings={"tolerance_seconds": 1})],
        [RIGHT],
        Remedy(Action.SET, name="tolerance_seconds", value="900"),
    ),
    "the scheme": ([Endpoint("/stripe", "github")], [RIGHT], Remedy(Action.USE_SCHEME, value="stripe")),
}


@pytest.mark.parametrize("case", CHANGES)
async def test_each_remedy_makes_the_signature_valid(aloop, folder: DataFolder, book: Rulebook, case: str):
    kept, secrets, remedy = CHANGES[case]
    for endpoint in kept:
        book.keep(endpoint)
    for secret in secrets:
        book.keep_secret(secret)
    capture = make_signed(LONG)
    fill(folder.history, [make_record(make_signed(LONG, signed_at=capture.received_ns / 10**9 - 600))])
    if case != "a setting":
        book.keep(Endpoint("/stripe", kept[0].scheme if kept else "", settings={"tolerance_seconds": 900}))
    async with running(folder, **IN_FILE) as one:
        await until(lambda: signatures(one) and signatures(one)[0] not in ("", "…"))
        assert signatures(one) != ["✓ valid"]
        endpoints(one).apply("/stripe", remedy)
        await until(lambda: signatures(one) == ["✓ valid"])
        assert not one.banners
    assert RIGHT.value in {secret.value for secret in book.load().rules.secrets_of("/stripe")}


async def test_a_remedy_for_what_has_changed_since_changes_nothing(aloop, folder: DataFolder, book: Rulebook):
    book.keep(Endpoint("/stripe"))
    book.keep_secret(RIGHT)
    before = book.load().rules
    async with running(folder, **IN_FILE) as one:
        await until(lambda: endpoints(one).rules == before)
        endpoints(one).apply("/stripe", Remedy(Action.CORRECT_SECRET, label="gone", value="x"))
        endpoints(one).apply("/stripe", Remedy(Action.USE_SECRET, source="/gone", label="prod"))
        endpoints(one).apply("/stripe", Remedy(Action.SET, name="tolerance_seconds", value="soon"))
        await one.program._tasks.stop()
        assert not one.banners
    assert book.load().rules == before


def fail_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(*_given: object, **_named: object) -> None:
        raise KnownError(Problem.of("file-unwritable", path="settings.toml", reason="disk full"))

    monkeypatch.setattr(Rulebook, "keep", keep)


async def test_what_cannot_be_saved_is_told_in_the_editor(aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch):
    fail_to_save(monkeypatch)
    async with running(folder, **IN_FILE) as one:
        dialog = await opened(one, "/stripe")
        give_secret(dialog, RIGHT)
        dialog._save.click()
        await until(lambda: "disk full" in dialog._problem.text)
        assert dialog.form.secrets() == (RIGHT,)
        assert dialog._save.isEnabled()
        assert not one.banners
        dialog.done(0)


async def test_what_cannot_be_saved_is_told_on_a_banner_when_the_editor_is_closed(
    aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    fail_to_save(monkeypatch)
    async with running(folder, **IN_FILE) as one:
        dialog = await opened(one, "/stripe")
        give_secret(dialog, RIGHT)
        dialog._save.click()
        dialog.close()
        await until(lambda: "disk full" in one.banners.get("endpoints", ""))
        assert one.window.banners.banner("endpoints").dismissable
        assert not dialog.isVisible()


async def test_a_remedy_that_cannot_be_saved_is_told_on_a_banner(
    aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    fail_to_save(monkeypatch)
    async with running(folder, **IN_FILE) as one:
        endpoints(one).apply("/stripe", Remedy(Action.USE_SCHEME, value="stripe"))
        await until(lambda: "disk full" in one.banners.get("endpoints", ""))


async def test_what_went_otherwise_than_wished_is_told(aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch):
    about = {
        "endpoint": "/stripe",
        "label": "prod",
        "path": "secrets.toml",
        "keyring": "Wallet",
        "reason": "it is locked",
    }
    refused = Problem.of("vault-keyring-refused", **about)
    monkeypatch.setattr(Rulebook, "keep_secrets", lambda *_: (refused,))
    async with running(folder, **IN_FILE) as one:
        dialog = await opened(one, "/stripe")
        give_secret(dialog, RIGHT)
        dialog._save.click()
        await until(lambda: "Wallet" in one.banners.get("endpoints", ""))
        assert dialog._done.text == "Saved: /stripe"
        dialog.close()


async def test_a_folder_that_is_gone_is_told_instead_of_an_editor_that_never_comes(
    aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    def place(_book: Rulebook) -> None:
        raise KnownError(Problem.of("folder-unusable", path="/data", reason="read-only"))

    monkeypatch.setattr(Rulebook, "place", place)
    async with running(folder, **IN_FILE) as one:
        dialog = await opened(one, "/stripe")
        assert "read-only" in one.banners["endpoints"]
        dialog.done(0)


async def test_the_permission_to_fetch_is_kept_and_given_to_the_engine(aloop, folder: DataFolder):
    async with running(folder, **IN_FILE) as one:
        assert not endpoints(one).fetch_allowed
        told: list[bool] = []
        endpoints(one).changed.connect(lambda: told.append(endpoints(one).fetch_allowed))
        endpoints(one).allow_fetching()
        assert told == [True]
        await until(folder.settings.exists)
        engine = await one.program._engine.ask(_itself)
        await until(lambda: engine.verdicts._fetches)
    assert load_settings(folder.settings).text(control_file.FETCHING) == "yes"
    async with running(folder, **IN_FILE, signatures__fetch_keys="yes") as one:
        assert endpoints(one).fetch_allowed


async def _itself(engine):
    return engine


async def test_a_permission_that_cannot_be_kept_counts_until_the_end(
    aloop, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    def save(*_given: object) -> None:
        raise KnownError(Problem.of("file-unwritable", path="settings.toml", reason="disk full"))

    monkeypatch.setattr(control_file, "save_setting", save)
    async with running(folder, **IN_FILE) as one:
        endpoints(one).allow_fetching()
        await until(lambda: "disk full" in one.banners.get("endpoints", ""))
        engine = await one.program._engine.ask(_itself)
        await until(lambda: engine.verdicts._fetches)
        assert endpoints(one).fetch_allowed


@pytest.fixture
def elsewhere(folder: DataFolder) -> Iterator[FolderLock]:
    """Another process has the folder."""
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    yield lock
    lock.release()


async def test_the_rules_of_a_folder_of_another_process_are_read_and_changed(
    aloop, folder: DataFolder, book: Rulebook, elsewhere: FolderLock
):
    book.keep(Endpoint("/stripe", "stripe"))
    book.keep_secret(WRONG)
    async with running(folder, ready="elsewhere", **IN_FILE) as one:
        await until(lambda: endpoints(one).rules == book.load().rules)
        assert endpoints(one).rules.secrets == (WRONG,)
        endpoints(one).apply("/stripe", Remedy(Action.CORRECT_SECRET, label="prod", value=LONG))
        await until(lambda: endpoints(one).rules.secrets == (RIGHT,))
        dialog = await opened(one, "/new")
        dialog._save.click()
        await until(lambda: dialog._done.text == "Saved: /new")
        dialog.close()
        endpoints(one).allow_fetching()
        await until(lambda: load_settings(folder.settings).text(control_file.FETCHING) == "yes")
        assert set(one.banners) == {"folder"}
    assert book.load().rules.paths() == {"/stripe", "/new"}
    assert book.load().rules.secrets == (RIGHT,)


async def test_a_folder_that_is_captured_into_here_again_is_ruled_by_the_engine(
    aloop, folder: DataFolder, book: Rulebook, stored: None, elsewhere: FolderLock
):
    book.keep_secret(WRONG)
    async with running(folder, ready="elsewhere", **IN_FILE) as one:
        await until(lambda: endpoints(one).rules.secrets == (WRONG,))
        assert not endpoints(one).ours
        elsewhere.release()
        one.press("Capture here")
        await until(lambda: one.state == "listening" and endpoints(one).ours)
        endpoints(one).apply("/stripe", Remedy(Action.CORRECT_SECRET, label="prod", value=LONG))
        await until(lambda: signatures(one)[:1] == ["✓ valid"])


def spoken(widget: QWidget) -> Iterator[str]:
    """All that a widget tells to the eye, to a screen reader or under the pointer."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield from (interface.text(kind) for kind in _SPOKEN)
    if isinstance(widget, QLabel):
        yield widget.text()
    model = getattr(widget, "model", None)
    if isinstance(model, Callable) and isinstance(model(), QAbstractItemModel):
        yield from cells(model())


_SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in _ROLES)


async def test_nothing_of_a_secret_is_told_anywhere(
    aloop, folder: DataFolder, book: Rulebook, stored: None, monkeypatch: pytest.MonkeyPatch, capsys
):
    book.keep(Endpoint("/stripe", "stripe"))
    book.keep_secret(WRONG)
    async with running(folder, **IN_FILE) as one:
        await until(lambda: signatures(one)[:1] == ["✗ invalid"])
        one.window.view.select_id(1)
        one.window.detail.tabs.setCurrentIndex(3)
        await until(lambda: one.window.detail._page.filled_with)
        dialog = await opened(one, "/stripe")
        give_secret(dialog, Secret("/stripe", "next", LONG))
        fail_to_save(monkeypatch)
        dialog._save.click()
        await until(lambda: "disk full" in dialog._problem.text)
        endpoints(one).apply("/stripe", Remedy(Action.USE_SCHEME, value="github"))
        await until(lambda: "endpoints" in one.banners)
        told = [text for widget in QApplication.allWidgets() for text in spoken(widget)]
        assert "/stripe" in "".join(told)
        assert "…" + LONG[-4:] in told  # masked
        for secret in (LONG, WRONG.value):
            assert not [text for text in told if any(secret[at : at + 8] in text for at in range(6, len(secret) - 8))]
        assert LONG not in repr(endpoints(one).rules)
        dialog.done(0)
    said = capsys.readouterr()
    assert LONG not in said.out + said.err
    assert LONG.encode() not in folder.history.read_bytes() + folder.settings.read_bytes()
