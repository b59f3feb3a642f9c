from collections.abc import Callable

import click
import pytest

from webhook_inspector.cli.endpoint_changes import (
    Added,
    EndpointChange,
    add_secret_on,
    remove_on,
    remove_secret_on,
    set_on,
)
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.vault.keyring import Place, PlaceKind

VALUE = "whsec_" + "a1" * 16


@pytest.fixture
def book(folder: DataFolder) -> Rulebook:
    return Rulebook(folder, Settings().replaced(secrets__place="file"))


def labels(book: Rulebook) -> list[tuple[str, str, str]]:
    return [(one.endpoint, one.label, one.value) for one in book.load().rules.secrets]


def wanted(**changed: object) -> EndpointChange:
    given = {"path": "stripe/", "scheme": None, "provider": None, "pairs": (), "unset": (), **changed}
    return EndpointChange.of(**given)  # type: ignore[arg-type]


def test_an_endpoint_is_added_and_changed_in_part(book: Rulebook) -> None:
    first = set_on(book, wanted(scheme="stripe", provider="stripe", pairs=("tolerance_seconds=5", "signed_url=x")))
    assert first == Endpoint("/stripe", "stripe", "stripe", {"tolerance_seconds": 5, "signed_url": "x"})
    second = set_on(book, wanted(pairs=("tolerance_seconds=6",), unset=("signed_url", "provider")))
    assert second == Endpoint("/stripe", "stripe", "", {"tolerance_seconds": 6})
    assert book.load().rules.endpoints == (second,)


def test_how_much_is_kept_is_set_and_taken_away(book: Rulebook) -> None:
    assert set_on(book, wanted(keep_days=7, keep_count=9)) == Endpoint("/stripe", keep_days=7, keep_count=9)
    assert set_on(book, wanted(scheme="stripe", keep_days=0, keep_count=None)) == (
        Endpoint("/stripe", "stripe", keep_count=9)
    )
    assert book.load().rules.endpoints == (Endpoint("/stripe", "stripe", keep_count=9),)


@pytest.mark.parametrize(
    "changed",
    [{"scheme": "strype"}, {"provider": "klingon"}, {"pairs": ("x=1",)}, {"unset": ("tolerence_seconds",)}],
)
def test_what_is_not_known(changed: dict[str, object]) -> None:
    with pytest.raises(click.BadParameter):
        wanted(**changed)


def test_an_endpoint_goes_with_its_secrets(book: Rulebook) -> None:
    set_on(book, wanted(scheme="stripe"))
    add_secret_on(book, Secret("/stripe", "a", VALUE))
    add_secret_on(book, Secret("/other", "b", VALUE))
    assert remove_on(book, "/stripe") == ()
    assert book.load().rules.endpoints == ()
    assert labels(book) == [("/other", "b", VALUE)]
    assert remove_on(book, "/other") == ()
    with pytest.raises(KnownError) as caught:
        remove_on(book, "/stripe")
    assert caught.value.problem == Problem.of("no-endpoint", path="/stripe")


def test_secrets_get_a_free_number_or_the_label_that_is_wished(book: Rulebook) -> None:
    first, second = (add_secret_on(book, Secret("/stripe", "", VALUE)) for _ in range(2))
    assert (first.label, first.replaced, second.label, second.replaced) == ("1", False, "2", False)
    third = add_secret_on(book, Secret("/stripe", "2", "whsec_" + "b2" * 16))
    assert third.replaced
    assert [label for _, label, _ in labels(book)] == ["1", "2"]
    remove_secret_on(book, "/stripe", "1")
    assert add_secret_on(book, Secret("/stripe", "", VALUE)).label == "1"


def test_what_is_odd_about_a_secret_is_remarked(book: Rulebook) -> None:
    set_on(book, wanted(scheme="stripe"))
    (remark,) = add_secret_on(book, Secret("/stripe", "a", "sk_live_" + "a1" * 12)).remarks
    assert "Stripe API key" in remark
    assert add_secret_on(book, Secret("/stripe", "b", VALUE)).remarks == ()


def test_a_secret_that_is_not_there(book: Rulebook) -> None:
    add_secret_on(book, Secret("/stripe", "a", VALUE))
    with pytest.raises(KnownError) as caught:
        remove_secret_on(book, "/stripe", "b")
    assert caught.value.problem == Problem.of("no-secret", path="/stripe", label="b", known="a")
    with pytest.raises(KnownError) as caught:
        remove_secret_on(book, "/other", "a")
    assert dict(caught.value.problem.particulars)["known"] == "–"


def test_a_secret_that_cannot_be_read_can_be_removed(
    book: Rulebook, folder: DataFolder, expected_log: Callable[[str], None]
) -> None:
    text = '[[secret]]\nendpoint = "/stripe"\nlabel = "{}"\nkeyring = "0123"\n'
    folder.secrets.write_text(text.format("a") + text.format("b"))
    folder.secrets.chmod(0o600)
    assert [problem.code for problem in book.load().problems] == ["vault-secret-elsewhere"] * 2
    assert [problem.code for problem in remove_secret_on(book, "/stripe", "a")] == ["vault-keyring-left"]
    assert [problem.code for problem in remove_on(book, "/stripe")] == ["vault-keyring-left"]
    assert "keyring =" not in folder.secrets.read_text()


def test_words_say_where_a_secret_lies() -> None:
    file, ring = Place(PlaceKind.FILE, "/x/secrets.toml"), Place(PlaceKind.KEYRING, "macOS Keychain")
    assert Added("/a", "1", replaced=False, place=file).words() == (
        "added the secret 1 of /a; it lies in the file /x/secrets.toml"
    )
    assert Added("/a", "1", replaced=True, place=ring).words() == (
        "replaced the secret 1 of /a; it lies in the macOS Keychain"
    )
    refused = Added("/a", "1", replaced=False, place=ring, problems=(Problem.of("vault-keyring-refused"),))
    assert refused.words() == "added the secret 1 of /a"
