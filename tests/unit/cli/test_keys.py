from pathlib import Path

import click
import pytest

from webhook_inspector.cli.keys import (
    provider_named,
    read_secret,
    scheme_named,
    setting_named,
    setting_of,
    settings_from,
    without_line_end,
)
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence


def test_a_secret_from_a_file_loses_only_its_line_end(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b" whsec_x \r\n")
    assert read_secret(f"file:{path}", "--secret") == " whsec_x "
    assert without_line_end("a\n\n") == "a\n"


@pytest.mark.parametrize("source", ["", "whsec_x", "env:", "file:", "http://x", "sk_live_x:y"])
def test_what_is_no_source_is_not_quoted(source: str) -> None:
    with pytest.raises(click.BadParameter) as caught:
        read_secret(source, "--secret")
    assert caught.value.param_hint == "--secret"
    assert "give env:NAME or file:FILE" in str(caught.value)
    assert "x" not in str(caught.value).replace("processes", "")


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter, match="no environment variable NOT_SET"):
        read_secret("env:NOT_SET", "--secret")
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xffsecret")
    for path in (binary, tmp_path / "none"):
        with pytest.raises(KnownError) as caught:
            read_secret(f"file:{path}", "--secret")
        assert caught.value.problem.code == "file-unreadable"
        assert caught.value.__cause__ is None
        assert "secret" not in dict(caught.value.problem.particulars)["reason"]  # type: ignore[operator]


def test_settings() -> None:
    found = settings_from(
        ["tolerance_seconds=300", "secret_is_raw=true", "algorithms=HS256,RS256", "signed_url=https://x/?a=b"]
    )
    assert dict(found) == {
        "tolerance_seconds": 300,
        "secret_is_raw": True,
        "algorithms": ("HS256", "RS256"),
        "signed_url": "https://x/?a=b",
    }


def test_a_setting_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter, match="'x' is not NAME=VALUE"):
        settings_from(["x"])
    with pytest.raises(click.BadParameter) as caught:
        setting_of("tolerance_seconds", "soon")
    expected = Problem.of("setting-number", name="tolerance_seconds", text="soon", choices="")
    assert caught.value.message == sentence(expected)


def test_names_that_are_not_known_say_what_was_meant() -> None:
    assert scheme_named("stripe") == "stripe"
    assert provider_named("mercadopago") == "mercadopago"
    for call, words in (
        (lambda: scheme_named("strype", "--endpoint"), "there is no scheme 'strype'; did you mean stripe?"),
        (lambda: scheme_named("klingon"), "there is no scheme 'klingon'; the command providers lists all"),
        (lambda: provider_named("githup"), "there is no provider 'githup'; did you mean github?"),
        (lambda: setting_named("tolerence_seconds"), "did you mean tolerance_seconds?"),
        (lambda: setting_named("zzz"), "there are signature_header, "),
    ):
        with pytest.raises(click.BadParameter) as caught:
            call()
        assert words in caught.value.message
