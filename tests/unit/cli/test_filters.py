from contextlib import suppress

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.cli.filters import FilterCommand, fault_lines, filter_text, query_of
from webhook_inspector.core.problem import KnownError
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.saved_filters import SavedFilter, save_filter
from webhook_inspector.search.fields import FIELDS
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Query, Text


def test_words_make_one_filter() -> None:
    assert query_of(("a", "b"), GlobalOptions()) == Query(And((Text("a"), Text("b"))))
    assert query_of((), GlobalOptions()).is_empty


@pytest.fixture
def saved(folder: DataFolder) -> GlobalOptions:
    for name, text in {"Failed": "sig:invalid", "Paid today": "paid OR settled", "odd": "staus:x"}.items():
        save_filter(folder.settings, SavedFilter(name, text))
    return GlobalOptions(data_dir=str(folder.path))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["@Failed", "since:1h"], "(sig:invalid) since:1h"),
        (["@failed"], "(sig:invalid)"),
        (["-@Failed", "(a", "OR", "@Failed)"], "-(sig:invalid) (a OR (sig:invalid))"),
        (["x @Failed"], "x (sig:invalid)"),
        (["@Paid today"], "(paid OR settled)"),
        (['x @"Paid today" y'], "x (paid OR settled) y"),
        (['"@Failed" a@Failed', "@"], '"@Failed" a@Failed @'),
        (['"a', "@Failed"], '"a @Failed'),
    ],
)
def test_a_saved_filter_stands_in_brackets(saved: GlobalOptions, words: list[str], text: str) -> None:
    assert filter_text(words, saved) == text


@pytest.mark.parametrize(
    ("words", "said", "mark"),
    [
        (["a", "@Faild"], "There is no saved filter Faild. Did you mean @Failed? ", "    ^^^^^^"),
        (["-@zzz"], "There is no saved filter zzz. Quotes make it a text ", "   ^^^^"),
        (["@odd"], "There is no staus: to filter by. Did you mean status:?", "   ^^^^^^"),
    ],
)
def test_a_name_that_is_none_is_shown_at_its_place(
    saved: GlobalOptions, words: list[str], said: str, mark: str
) -> None:
    with pytest.raises(click.UsageError) as caught:
        query_of(words, saved)
    sentence, _, under = caught.value.message.splitlines()
    assert sentence.startswith(said)
    assert under == mark


def test_settings_that_cannot_be_read_matter_only_to_who_needs_them(saved: GlobalOptions, folder: DataFolder) -> None:
    folder.settings.write_text("[junk")
    assert filter_text(["a@b.c", '"@Failed"'], saved) == 'a@b.c "@Failed"'
    with pytest.raises(KnownError):
        filter_text(["@Failed"], saved)


@given(st.lists(st.text('a@"(-) \\\0Failed'), max_size=4))
def test_any_words_are_a_filter_or_wrong_usage(words: list[str]) -> None:
    options = GlobalOptions(data_dir="nowhere")
    with suppress(click.UsageError):
        query_of(words, options)


def test_a_fault_is_shown_at_its_place() -> None:
    with pytest.raises(click.UsageError) as caught:
        query_of(("stripe", "staus:x", "(b"), GlobalOptions())
    assert caught.value.exit_code == 2
    said, text, mark = caught.value.message.splitlines()
    assert "status:" in said
    assert (text, mark) == ("  stripe staus:x (b", "         ^^^^^^")


@pytest.mark.parametrize(
    ("text", "shown", "mark"),
    [
        ("支払 staus:x", "  支払 staus:x", "       ^^^^^^"),
        ("\x1b staus:x", "  \\x1b staus:x", "       ^^^^^^"),
        ("a" * 100 + " staus:x" + " b" * 100, "  …" + "a" * 29 + " staus:x" + " b" * 17 + " …", " " * 33 + "^^^^^^"),
    ],
)
def test_the_mark_stands_under_the_place(text: str, shown: str, mark: str) -> None:
    fault = parse(text).fault
    assert fault is not None
    assert list(fault_lines(text, fault))[1:] == [shown, mark]


@given(st.text(st.sampled_from('a(:" \0支é)-OR'), max_size=200))
def test_any_fault_can_be_shown(text: str) -> None:
    fault = parse(text).fault
    if fault is not None:
        _, shown, mark = fault_lines(text, fault)
        assert "^" in mark
        assert len(shown) < 800


def test_the_help_explains_the_language() -> None:
    command = FilterCommand("x", examples=("x list",))
    said = CliRunner().invoke(command, ["--help"]).output
    assert all(f"{name}:" in said for name in FIELDS)
    assert said.index("Filter:") < said.index("Examples:")
