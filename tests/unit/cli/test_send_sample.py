import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from random import Random

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.cli.asked import Asked
from webhook_inspector.cli.send_sample import (
    event_of,
    own_address,
    values_of,
    with_values,
)
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.paths import DataFolder
from webhook_inspector.samples.find import find
from webhook_inspector.samples.new_secret import NewSecret, has_key_pair, new_secret
from webhook_inspector.samples.sample import Sample
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES, verify
from webhook_inspector.store.lock import FolderLock

NOW = 1_764_000_000.0
URL = "https://example.com/hooks?tenant=1"
ASKED = Asked.of(None, (), (), "now")
WHOLE = (Break.NOTHING, 0)
SIGNED = [one for one in {one.provider: one for one in SAMPLES}.values() if one.scheme]
"""One sample of each provider that signs."""


@cache
def secret_of(scheme: str) -> NewSecret:
    return new_secret(scheme, Random(1))


def asked_with(scheme: str) -> Asked:
    return replace(ASKED, secrets={"env:S": secret_of(scheme).key.value})


@pytest.mark.parametrize("sample", SIGNED, ids=lambda one: one.provider)
def test_every_provider_is_signed_also_after_a_change(sample: Sample) -> None:
    plain = event_of(sample, URL, asked_with(sample.scheme), NO_RULES, WHOLE)
    first = "0." if json_list(plain.draft(NOW).body) else ""
    for event in (plain, plain.changed(((f"{first}added", "more"),))):
        prepared = event.prepared(NOW)
        assert prepared.request is not None
        assert b"added" in prepared.request.body or event is plain
        keys = [key_of(secret_of(sample.scheme).value, SCHEMES[sample.scheme].key_kinds)]
        found = verify(prepared.request, sample.scheme, keys, event.signing.settings, NOW)
        assert found.status is Status.VALID, found


def json_list(body: bytes) -> bool:
    return body.startswith(b"[")


@pytest.mark.parametrize("sample", SIGNED, ids=lambda one: one.provider)
def test_a_public_key_that_is_kept_signs_nothing(sample: Sample) -> None:
    rules = Rules((Endpoint("/hooks", sample.scheme),), (Secret("/hooks", "main", secret_of(sample.scheme).value),))
    signing = event_of(sample, URL, ASKED, rules, WHOLE).signing
    assert (signing.how is How.NEW) is (not has_key_pair(sample.scheme))


def test_what_is_broken_is_told_by_verify() -> None:
    event = event_of(find("stripe", "invoice.paid"), URL, asked_with("stripe"), NO_RULES, (Break.EXPIRED, 10))
    request = event.prepared(NOW).request
    assert request is not None
    assert verify(request, "stripe", event.signing.keys, event.signing.settings, NOW).status is Status.EXPIRED


def test_who_signs_nothing_cannot_be_signed_or_broken() -> None:
    sample = next(one for one in SAMPLES if not one.scheme)
    assert event_of(sample, URL, ASKED, NO_RULES, WHOLE).signing.how is How.KEEP
    with pytest.raises(click.UsageError, match="signs nothing"):
        event_of(sample, URL, ASKED, NO_RULES, (Break.TAMPERED, 0))
    with pytest.raises(click.UsageError, match="signs nothing"):
        event_of(sample, URL, replace(ASKED, secrets={"env:S": "x"}), NO_RULES, WHOLE)


def test_no_secret_is_shown() -> None:
    assert "hidden" not in repr(
        event_of(find("stripe", "invoice.paid"), URL, replace(ASKED, secrets={"env:S": "hidden"}), NO_RULES, WHOLE)
    )


def test_our_own_address_is_that_of_who_listens(folder: DataFolder) -> None:
    sample, rules = find("stripe", "invoice.paid"), Rules((Endpoint("/pay", "stripe"),))
    assert own_address(sample, folder, Settings(), NO_RULES) == "http://localhost:8787/stripe"
    any_host = Settings().replaced(listener__host="::")
    assert own_address(sample, folder, any_host, rules) == "http://127.0.0.1:8787/pay"
    folder.make()
    lock = FolderLock(folder.lock, "webhook-inspector listen, http://127.0.0.1:1234")
    lock.acquire()
    assert own_address(sample, folder, Settings(), rules) == "http://127.0.0.1:1234/pay"
    lock.release()


def test_values_are_read_as_json_or_text() -> None:
    assert values_of(["a.b=1", "c=x=y", 'd="1"', "e="]) == (("a.b", 1), ("c", "x=y"), ("d", "1"), ("e", ""))


@pytest.mark.parametrize(
    ("body", "path", "found"),
    [
        (b'{"a":{"b":[1,2]},"c":1}', "a.b[1]", b'{"a":{"b":[1,9]},"c":1}'),
        (b'{"a": {"b": [{"d": 1}]}}', "a.b.0.d", b'{"a": {"b": [{"d": 9}]}}'),
        (b'{\n  "a": "\xc3\xa9"\n}', "n", b'{\n  "a": "\xc3\xa9",\n  "n": 9\n}'),
        (b"a=1&b=2", "a", b"a=9&b=2"),
    ],
)
def test_a_value_is_set_and_the_layout_stays(body: bytes, path: str, found: bytes) -> None:
    assert with_values(body, [(path, 9)]) == found


@pytest.mark.parametrize("path", ["x.y", "a[2]", "a.b", "a[0].b"])
def test_a_place_that_is_not_there(path: str) -> None:
    with pytest.raises(click.BadParameter, match="has no"):
        with_values(b'{"a":[1,2]}', [(path, 9)])


def values() -> st.SearchStrategy[object]:
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )


@given(st.binary(max_size=40) | values().map(lambda one: json.dumps(one).encode()), st.text(max_size=12))
def test_junk_is_changed_or_refused(body: bytes, path: str) -> None:
    with suppress(click.BadParameter):
        with_values(body, [(path, 1)])
