import click
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from webhook_inspector.cli.given import Given, forwards_of, remarks, rules_of
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.forward import Mode
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret


@pytest.mark.parametrize(
    ("text", "endpoint"),
    [
        ("/stripe=stripe", Endpoint("/stripe", "stripe")),
        ("stripe/=stripe", Endpoint("/stripe", "stripe")),
        ("/plain", Endpoint("/plain")),
        ("/a=b=github", Endpoint("/a=b", "github")),
        ("/=svix", Endpoint("/", "svix")),
    ],
)
def test_an_endpoint(text: str, endpoint: Endpoint) -> None:
    assert rules_of(Given(endpoints=[text]), ()) == Rules((endpoint,))


def test_nothing_given() -> None:
    assert rules_of(Given(), (Endpoint("/kept"),)) == NO_RULES


def test_several_secrets_of_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEW", "n")
    monkeypatch.setenv("OLD", "o")
    found = rules_of(Given(secrets=["/a=env:NEW", "a/=env:OLD"]), ())
    assert found.secrets == (Secret("/a", "env:NEW", "n"), Secret("/a", "env:OLD", "o"))


def test_a_setting_is_set_beside_those_of_its_endpoint() -> None:
    kept = (Endpoint("/a", "stripe", settings={"signed_url": "https://x/"}),)
    found = rules_of(Given(settings=["/a:tolerance_seconds=5", "/b:signed_url=https://y/?a=b"]), kept)
    assert found.endpoints == (
        Endpoint("/a", "stripe", settings={"signed_url": "https://x/", "tolerance_seconds": 5}),
        Endpoint("/b", settings={"signed_url": "https://y/?a=b"}),
    )
    anew = rules_of(Given(endpoints=["/a=github"], settings=["/a:tolerance_seconds=5"]), kept)
    assert anew.endpoints == (Endpoint("/a", "github", settings={"tolerance_seconds": 5}),)


@pytest.mark.parametrize(
    ("given", "hint", "words"),
    [
        (Given(endpoints=["/x=strype"]), "--endpoint", "did you mean stripe?"),
        (Given(settings=["/x"]), "--setting", "is not PATH:NAME=VALUE"),
        (Given(settings=["/x:nope=1"]), "--setting", "there is no setting 'nope'"),
        (Given(secrets=["/x=env:NOT_SET"]), "--secret", "no environment variable NOT_SET"),
        (Given(secrets=["/x=whsec_abc"]), "--secret", "give PATH=env:NAME or PATH=file:FILE"),
    ],
)
def test_what_is_wrong_names_the_option(given: Given, hint: str, words: str) -> None:
    with pytest.raises(click.BadParameter) as caught:
        rules_of(given, ())
    assert caught.value.param_hint == hint
    assert words in caught.value.message
    assert "whsec_abc" not in str(caught.value)


@examples(st.text(), st.text(), st.text())
def test_junk_is_wrong_usage_at_most(endpoint: str, setting: str, secret: str) -> None:
    for one in (Given(endpoints=[endpoint]), Given(settings=[setting]), Given(secrets=[secret])):
        try:
            rules_of(one, ())
        except (click.BadParameter, KnownError):
            continue


def test_what_is_odd_about_a_secret_is_told_without_it() -> None:
    rules = Rules((Endpoint("/a", "stripe"),), (Secret("/a", "one", "whsec_" + "a1" * 16), Secret("/a", "two", "x y ")))
    (text,) = remarks(rules)
    assert text.startswith("The secret two of /a: ")
    assert "x y" not in text


def test_forwards_are_rules_of_their_own() -> None:
    whole, part, query = forwards_of(
        (
            "http://localhost:3000",
            "/stripe/=https://a.example/x?a=b",
            "/stripe/=https://a.example/x?a=b",
            "http://b/?a=c",
        )
    )
    assert (whole.targets, whole.endpoint) == (("http://localhost:3000",), "/")
    assert (part.targets, part.endpoint) == (("https://a.example/x?a=b",), "/stripe")
    assert (query.targets, query.endpoint) == (("http://b/?a=c",), "/")
    assert len({one.name for one in (whole, part, query)}) == 3
    assert forwards_of(()) == ()


@pytest.mark.parametrize(
    "text", ["localhost:3000", "/stripe", "/a=b", "ftp://a", "http://me:pw@a", "http://", "", "=http://a"]
)
def test_what_cannot_be_a_target_is_refused(text: str) -> None:
    for option in ("--forward", "--proxy"):
        with pytest.raises(click.BadParameter) as caught:
            forwards_of([text], option)
        assert caught.value.param_hint == option


def test_the_same_target_may_be_forwarded_to_and_proxied() -> None:
    (queued,) = forwards_of(["/a=http://b"])
    (proxied,) = forwards_of(["/a=http://b"], "--proxy", Mode.PROXY)
    assert (queued.mode, proxied.mode) == (Mode.QUEUE, Mode.PROXY)
    assert (queued.name, proxied.name) == ("--forward /a=http://b", "--proxy /a=http://b")
