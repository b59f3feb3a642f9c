from datetime import UTC, date, datetime

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.vault.entry import Entry, entry_of, faults

WHOLE = {"endpoint": "/a", "label": "x", "expires": date(2027, 1, 1), "key_id": "k", "value": "hush"}


def test_a_whole_one_is_read() -> None:
    entry = entry_of(WHOLE)
    assert entry == Entry("/a", "x", date(2027, 1, 1), "k", "hush")
    assert entry.keys() == WHOLE
    assert faults(WHOLE) == ()


def test_the_least_is_an_endpoint_and_a_place() -> None:
    assert entry_of({"endpoint": "a/", "keyring": "id"}) == Entry("/a", "", None, "", "", "id")
    assert entry_of({"endpoint": "/a", "value": ""}) == Entry("/a", "", None, "", "")


def test_a_secret_becomes_an_entry_and_comes_back() -> None:
    secret = Secret("/a", "x", "hush", date(2027, 1, 1), "k")
    assert Entry.of(secret).secret("hush") == secret
    assert Entry.of(secret, "id").keys() == {**{k: v for k, v in WHOLE.items() if k != "value"}, "keyring": "id"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"endpoint": ""}, "vault-entry-endpoint"),
        ({"endpoint": 5}, "vault-entry-quotes"),
        ({"label": 5}, "vault-entry-quotes"),
        ({"value": ["hush"]}, "vault-entry-quotes"),
        ({"keyring": "id"}, "vault-entry-value"),
        ({"expires": "2027-01-01"}, "vault-entry-day"),
        ({"expires": datetime(2027, 1, 1, tzinfo=UTC)}, "vault-entry-day"),
    ],
)
def test_a_wrong_one_is_told_and_not_used(change: dict[str, object], code: str) -> None:
    assert faults({**WHOLE, **change}) == (code,)
    assert entry_of({**WHOLE, **change}) is None
    assert code in SENTENCES


def test_without_a_place_there_is_no_secret() -> None:
    assert faults({"endpoint": "/a"}) == ("vault-entry-value",)


def test_an_unknown_key_is_told_and_does_no_harm() -> None:
    assert faults({**WHOLE, "expire": 5}) == ("vault-entry-key",)
    assert entry_of({**WHOLE, "expire": 5}) == entry_of(WHOLE)


@pytest.mark.parametrize("secret", [Secret("/a", "x", "\ud800"), Secret("/a", "\udfff", "x")])
def test_what_is_no_text_is_refused(secret: Secret) -> None:
    with pytest.raises(KnownError) as caught:
        Entry.of(secret)
    assert caught.value.problem.code == "vault-no-text"


def test_its_repr_shows_no_value() -> None:
    assert "hush" not in repr(entry_of(WHOLE))
