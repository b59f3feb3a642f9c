from collections.abc import Callable
from contextlib import closing

import pytest

from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.cli.change import Changed, change
from webhook_inspector.cli.progress import Line
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.search.query import Query
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.store.reader import Reader

MAIN = Secret("/stripe", "main", SECRET)


@pytest.fixture
def options(folder: DataFolder) -> GlobalOptions:
    return GlobalOptions(data_dir=str(folder.path))


def verdicts(folder: DataFolder) -> list[Status | None]:
    with closing(Reader(folder.history)) as reader:
        return [row.judgement.status for row in reader.rows(reader.ids(Query()))]


def test_without_a_history_only_the_rules_change(folder: DataFolder, options: GlobalOptions) -> None:
    changed = change(options, lambda book: book.keep_secret(MAIN))
    assert (changed.outcome, changed.words()) == ((), "")
    assert "main" in folder.secrets.read_text()
    assert not folder.history.exists()


def test_stored_captures_are_verified_by_the_new_rules(
    folder: DataFolder, options: GlobalOptions, keep: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(Line, "say", lambda _line, words: said.append(words()))
    keep(signed_record(), signed_record(path="/stripe/test"), signed_record(path="/other"))
    assert change(options, lambda _book: 7).outcome == 7
    assert verdicts(folder) == [Status.NO_SECRET] * 3
    said.clear()
    changed = change(options, lambda book: book.keep_secret(MAIN))
    assert changed.words() == "2 stored captures verified anew"
    assert said == ["verified 2 of 2"]
    assert verdicts(folder) == [Status.VALID, Status.VALID, Status.NO_SECRET]
    assert change(options, lambda book: book.keep_secret(MAIN)).words() == ""
    FolderLock(folder.lock, "free again").acquire()


def test_another_process_sees_the_change_itself(
    folder: DataFolder, options: GlobalOptions, keep: Callable[..., None]
) -> None:
    keep(signed_record())
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    try:
        changed = change(options, lambda book: book.keep_secret(MAIN))
    finally:
        lock.release()
    assert changed.words().endswith("(webhook-inspector listen) is running and verifies again by itself")
    assert "main" in folder.secrets.read_text()
    assert verdicts(folder) == [None]


@pytest.mark.parametrize("stored", [False, True])
def test_what_cannot_be_done_is_raised(options: GlobalOptions, keep: Callable[..., None], stored: bool) -> None:
    if stored:
        keep(signed_record())

    def fail(_book: Rulebook) -> None:
        raise KnownError(Problem.of("no-endpoint", path="/x"))

    with pytest.raises(KnownError) as caught:
        change(options, fail)
    assert caught.value.problem.code == "no-endpoint"


def test_what_is_odd_about_the_rules_is_told_once(
    folder: DataFolder,
    options: GlobalOptions,
    keep: Callable[..., None],
    expected_log: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected_log("strype")
    keep(signed_record())
    folder.settings.write_text('[endpoints."/stripe"]\nscheme = "strype"\n')
    change(options, lambda book: book.keep_secret(MAIN))
    assert capsys.readouterr().err.count("strype") == 1


def test_words() -> None:
    assert Changed(None, 1).words() == "1 stored capture verified anew"
    assert Changed(None, 1234).words() == "1,234 stored captures verified anew"
