import pytest

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.core.secret import Secret
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings

STRIPE = Endpoint("/stripe", "stripe")
PROD, TEST = Secret("/stripe", "prod", "whsec_a"), Secret("/stripe", "test", "whsec_b")


@pytest.fixture
def book(folder: DataFolder) -> Rulebook:
    return Rulebook(folder, Settings({"secrets.place": "file"}))


def test_an_empty_folder_has_no_rules_and_looks_for_no_keyring(folder: DataFolder, book: Rulebook) -> None:
    assert book.load().rules == NO_RULES
    assert list(folder.path.iterdir()) == []


def test_endpoints_and_secrets_are_kept_apart(folder: DataFolder, book: Rulebook) -> None:
    book.keep(STRIPE)
    assert book.keep_secret(PROD) == ()
    loaded = book.load()
    assert (loaded.rules.endpoints, loaded.rules.secrets, loaded.problems) == ((STRIPE,), (PROD,), ())
    assert "whsec" not in folder.settings.read_text()
    assert folder.secrets.stat().st_mode & 0o777 == 0o600
    assert book.place().name == str(folder.secrets)


def test_the_secrets_of_an_endpoint_can_be_replaced_as_a_whole(book: Rulebook) -> None:
    book.keep_secrets("/stripe", (PROD, TEST))
    other = Secret("/github", "1", "x")
    book.keep_secret(other)
    book.keep_secrets("/stripe", (Secret("/stripe", "test", "whsec_c"),))
    assert {(one.label, one.value) for one in book.load().rules.secrets} == {("test", "whsec_c"), ("1", "x")}


def test_a_new_path_takes_the_secrets_with_it(book: Rulebook) -> None:
    book.keep(STRIPE)
    book.keep_secret(PROD)
    book.keep(Endpoint("/pay", "stripe"), before="/stripe")
    rules = book.load().rules
    assert rules.endpoints == (Endpoint("/pay", "stripe"),)
    assert rules.secrets == (Secret("/pay", "prod", "whsec_a"),)


def test_an_endpoint_is_removed_with_its_secrets(book: Rulebook) -> None:
    book.keep(STRIPE)
    book.keep_secrets("/stripe", (PROD, TEST))
    book.remove("/stripe")
    assert book.load().rules == NO_RULES
    book.remove("/stripe")


def test_what_cannot_be_read_is_told_and_the_rest_is_there(folder: DataFolder, book: Rulebook) -> None:
    book.keep_secret(PROD)
    folder.settings.write_text("[endpoints")
    loaded = book.load()
    assert loaded.rules.secrets == (PROD,)
    assert [problem.code for problem in loaded.problems] == ["settings-file"]


def test_an_unknown_scheme_is_told_with_the_nearest(folder: DataFolder, book: Rulebook) -> None:
    book.keep(Endpoint("/stripe", "strip"))
    (problem,) = book.load().problems
    assert dict(problem.particulars) == {"path": "/stripe", "scheme": "strip", "near": "stripe"}


def test_a_change_by_others_is_noticed(folder: DataFolder, book: Rulebook) -> None:
    before = book.stamp()
    assert book.stamp() == before
    folder.settings.write_text('[endpoints."/a"]\n')
    after = book.stamp()
    assert after != before
    book.keep_secret(PROD)
    assert book.stamp() != after


def test_the_fingerprint_is_of_what_verdicts_depend_on(folder: DataFolder, book: Rulebook) -> None:
    def now() -> str:
        return book.fingerprint(book.load().rules)

    first = now()
    folder.settings.write_text("[listener]\nport = 1\n")
    assert now() == first
    book.keep(STRIPE)
    second = now()
    assert second != first
    book.keep_secret(PROD)
    assert now() != second
    assert "whsec" not in now()


def test_an_endpoint_is_removed_with_secrets_that_cannot_be_read(folder: DataFolder, book: Rulebook) -> None:
    folder.secrets.write_text('[[secret]]\nendpoint = "/stripe"\nlabel = "lost"\nkeyring = "0123"\n')
    folder.secrets.chmod(0o600)
    assert book.load().labels("/stripe") == {"lost"}
    book.remove("/stripe")
    assert book.load().labels("/stripe") == set()


def test_a_folder_that_is_not_there_yet_is_made(tmp_path) -> None:
    folder = DataFolder(tmp_path / "new")
    Rulebook(folder, Settings()).keep(STRIPE)
    assert Rulebook(folder, Settings()).load().rules.endpoints == (STRIPE,)
