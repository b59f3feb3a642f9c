import tomllib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.vault.entry import Entry
from webhook_inspector.vault.index import BEGINNING, Index, read_index

BY_HAND = '''\
# mine
[[secret]] # the first
endpoint = "/a" # where
label = "x"
value = """
one # no comment
[[secret]]
""" # until June
# the second one
  [["secret"]]
  "endpoint" = '/b'
  value = 'two'   # short
  note = "kept"

# the end
'''


def index(text: str) -> Index:
    read = read_index("secrets.toml", text)
    assert isinstance(read, Index)
    return read


def problem(text: str) -> Problem:
    read = read_index("secrets.toml", text)
    assert isinstance(read, Problem)
    return read


def entry(endpoint: str = "/a", label: str = "x", value: str = "new", keyring: str = "") -> Entry:
    return Entry(endpoint, label, None, "", value, keyring)


def told(text: str) -> list[tuple[str, object]]:
    return [(one.code, dict(one.particulars).get("line")) for one in index(text).problems()]


def test_a_file_by_hand_is_read_with_its_lines() -> None:
    read = index(BY_HAND)
    assert [one.value for one in read.entries()] == ["one # no comment\n[[secret]]\n", "two"]
    assert [one.line for one in read.written] == [2, 10]
    assert told(BY_HAND) == [("vault-entry-key", 10)]


def test_replacing_keeps_place_and_comments() -> None:
    text = index(BY_HAND).with_entry(entry()).text
    assert text == BY_HAND.replace('"""\none # no comment\n[[secret]]\n"""', '"new"')


def test_a_comment_stays_where_the_secret_moves_into_the_keyring() -> None:
    text = index(BY_HAND).with_entry(entry("/b", "", "", "id")).text
    assert "value = 'two'" not in text
    assert 'keyring = "id" # short\n' in text
    assert text.startswith(BY_HAND[: BY_HAND.index("  value = 'two'")])
    assert text.endswith("\n# the end\n")
    back = index(text).with_entry(entry("/b", "", "two")).text
    assert 'value = "two" # short\n' in back


def test_removing_keeps_all_comments_around() -> None:
    assert index(BY_HAND).without(("/a", "x")).text == "# mine\n" + BY_HAND[BY_HAND.index("# the second one") :]
    assert index(BY_HAND).without(("/b", "")).text == BY_HAND[: BY_HAND.index("  [[")] + "\n# the end\n"


def test_removing_nothing_changes_nothing() -> None:
    assert index(BY_HAND).without(("/a", "other")).text == BY_HAND


def test_a_new_one_comes_last() -> None:
    text = index(BY_HAND).with_entry(entry("/c")).text
    assert text.startswith(BY_HAND)
    assert [one.endpoint for one in index(text).entries()] == ["/a", "/b", "/c"]


def test_the_first_one_brings_the_heading() -> None:
    assert index("").with_entry(entry()).text == (
        BEGINNING + '\n[[secret]]\nendpoint = "/a"\nlabel = "x"\nvalue = "new"\n'
    )


@pytest.mark.parametrize("text", ["# only a comment", "[[secret]]\nendpoint = '/b'\nvalue = 'v'", "\r\n# one\r\n"])
def test_a_file_without_a_last_line_end_grows_too(text: str) -> None:
    grown = index(text).with_entry(entry())
    assert text.strip() in grown.text
    assert grown.entry(("/a", "x")) == entry()


def test_other_line_ends_are_kept() -> None:
    dos = BY_HAND.replace("\n", "\r\n")
    assert "# the second one\r\n" in index(dos).with_entry(entry()).text
    assert index(dos).without(("/a", "x")).entry(("/b", "")) is not None


def test_a_second_one_of_the_same_name_is_told_and_goes_with_the_first() -> None:
    text = "[[secret]]\nendpoint='/a'\nvalue='1'\n[[secret]]\nendpoint='a'\nvalue='2'\n"
    assert [one.value for one in index(text).entries()] == ["1"]
    assert told(text) == [("vault-entry-twice", 4)]
    assert index(text).without(("/a", "")).text == ""


def test_what_is_wrong_is_told_with_its_line_and_kept() -> None:
    text = "[[secret]]\nendpoint='/a'\nvalue='1'\n\n[[secret]]\nlabel='lost'\nvalue='2'\n"
    assert told(text) == [("vault-entry-endpoint", 5)]
    assert index(text).with_entry(entry("/a", "")).text.endswith("\n\n[[secret]]\nlabel='lost'\nvalue='2'\n")


def test_what_stands_outside_is_told_and_kept() -> None:
    text = "endpoint = '/a'\nvalue = '1'\n"
    assert [code for code, _ in told(text)] == ["vault-entry-stray"]
    assert index(text).with_entry(entry()).text.startswith(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[secret]]\nvalue = hush", 2),
        ("[[secret]]\nvalue = 'hush", 2),
        ("a = 1\nhush\n", 2),
        ("a = 'x'\nhush = 'hush'\nhush = 'hush'\n", 3),
        ("[hush]\n[hush]\n", 2),
        ("a = " + "[" * 100_000, 1),
    ],
    ids=["bare", "unended", "no value", "key twice", "table twice", "deep"],
)
def test_text_that_is_no_toml_is_told_by_place_alone(text: str, line: int) -> None:
    told = dict(problem(text).particulars)
    assert (problem(text).code, told.pop("path"), told.pop("line"), list(told)) == (
        "vault-file-toml",
        "secrets.toml",
        line,
        ["column"],
    )
    assert "hush" not in sentence(problem(text))


@pytest.mark.parametrize(
    "text",
    [
        "secret = 'hush'",
        "[secret]\nvalue = 'hush'",
        "secret = [{endpoint = '/a', value = 'hush'}]",
        "secret = ['hush']",
    ],
)
def test_secrets_in_another_shape_are_told(text: str) -> None:
    assert problem(text).code == "vault-file-shape"


def test_a_file_too_strange_to_change_is_left_alone() -> None:
    """Removing the entry would give its sub-table to the one before."""
    text = "[[secret]]\nendpoint='/a'\nvalue='1'\n[[secret]]\nendpoint='/b'\nvalue='2'\n[secret.more]\nx=1\n"
    with pytest.raises(KnownError) as caught:
        index(text).without(("/b", ""))
    assert caught.value.problem.code == "vault-file-unchangeable"
    assert caught.value.__context__ is None


def test_nested_lists_are_left_alone_or_kept() -> None:
    text = "[[secret]]\nendpoint='/a'\nvalue='1'\nmore = [\n[1],\n[2],\n]\n[[secret]]\nendpoint='/b'\nvalue='2'\n"
    assert tomllib.loads(index(text).with_entry(entry("/b", "")).text)["secret"][0]["more"] == [[1], [2]]


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ENTRIES = st.builds(Entry, ANY.map(normal_path), ANY, st.none() | st.dates(), ANY, ANY)


@given(st.lists(ENTRIES, max_size=4), ENTRIES)
def test_any_values_come_back(entries: list[Entry], last: Entry) -> None:
    wanted: dict[tuple[str, str], Entry] = {}
    built = index("")
    for one in [*entries, last]:
        built = built.with_entry(one)
        wanted[one.name] = one
    assert list(built.entries()) == list(wanted.values())
    for name in list(wanted):
        built = built.without(name)
        del wanted[name]
        assert list(built.entries()) == list(wanted.values())
    assert built.text.rstrip() == BEGINNING.rstrip()


PIECES = [
    *("[[secret]]", "[secret]", "endpoint = '/a'", "value = '''", "'''", 'value = """', "\n", "= 1"),
    *('"', "'", "#", "\\", "[", "]"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_junk_never_raises_and_is_never_lost(text: str) -> None:
    read = read_index("secrets.toml", text)
    if isinstance(read, Index):
        list(read.problems())
        with suppress(KnownError):
            changed = read.with_entry(entry("/new"))
            assert [one.table for one in changed.written[:-1]] == [one.table for one in read.written]


def test_reprs_show_nothing() -> None:
    read = index(BY_HAND)
    assert "two" not in repr(read) + repr(read.written)
