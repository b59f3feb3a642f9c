from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.problem import KnownError
from webhook_inspector.forwards import OURS, load_forwards, save_forward
from webhook_inspector.ui.forward_words import (
    MODES,
    age_text,
    headers_fault,
    headers_of,
    headers_text,
    name_fault,
    names_fault,
    names_of,
    rule_line,
    targets_fault,
    targets_of,
)

RULE = ForwardRule("My app", ("http://localhost:3000/hooks",))


def test_every_mode_can_be_chosen():
    assert [mode for mode, _ in MODES] == list(Mode)


def test_what_is_typed():
    assert targets_of(" http://a \n\n http://b") == ("http://a", "http://b")
    assert headers_of("X-Env: test:1\n\nX-None:") == (("X-Env", "test:1"), ("X-None", ""))
    assert names_of("Cookie, Authorization X-A") == ("Cookie", "Authorization", "X-A")
    assert headers_of(headers_text((("A", "1"), ("B", "")))) == (("A", "1"), ("B", ""))


def test_a_rule_needs_a_name_of_its_own():
    assert name_fault("", ()) == "Give the rule a name."
    assert name_fault("app", ("app",)) == "There is a rule of this name already."
    assert name_fault("app", ("other",)) == ""


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        ((), "Give at least one address"),
        (("http://a", "http://a"), "The same address stands there twice."),
        (("ftp://a",), "ftp"),
        (("http://a#x",), "Take out the part from # on"),
        (("http://a", "http://b#x"), "http://b#x: Take out the part"),
    ],
)
def test_what_is_wrong_with_targets(targets, words):
    assert words in targets_fault(targets)
    assert targets_fault(("http://a", "https://b/c?d")) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("X-Env", "“X-Env” has no colon."),
        ("a b: c", "“a b” is no name of a header."),
        (": c", "“” is no name of a header."),
        ("A: 1\na: 2", "The header A stands there twice."),
        ("HOST: x", "HOST is made anew for each request."),
        ("A: \0", "NUL"),
    ],
)
def test_what_is_wrong_with_headers(text, words):
    assert words in headers_fault(text)
    assert headers_fault("X-Env: test\nX-None:") == ""


def test_what_is_wrong_with_names():
    assert names_fault(("Cookie", "a:b")) == "“a:b” is no name of a header."
    assert names_fault(("Cookie",)) == ""
    assert all(headers_fault(f"{name}: x") for name in OURS)


@given(st.text(max_size=60))
def test_whatever_has_no_fault_can_be_kept(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("forwards") / "settings.toml"
    rule = replace(RULE, set_headers=headers_of(text), drop_headers=names_of(text))
    if headers_fault(text) or names_fault(rule.drop_headers):
        return
    save_forward(path, rule)
    assert load_forwards(path) == (rule,)


@given(st.lists(st.one_of(st.text(max_size=30), st.text(max_size=10).map(lambda one: f"http://{one}"))))
def test_targets_without_a_fault_can_be_kept(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("forwards") / "settings.toml"
    targets = targets_of("\n".join(lines))
    rule = replace(RULE, targets=targets)
    try:
        save_forward(path, rule)
    except KnownError:
        assert targets_fault(targets)
    else:
        assert targets_fault(targets) == ""


def test_a_rule_in_a_line():
    assert rule_line(RULE) == "queue · http://localhost:3000/hooks"
    both = replace(RULE, targets=(*RULE.targets, "http://b", "http://c"), mode=Mode.PROXY, paused=True)
    assert rule_line(both) == "paused · proxy · http://localhost:3000/hooks and 2 more"
    assert rule_line(replace(RULE, targets=())) == "queue"


def test_ages():
    assert [age_text(seconds) for seconds in (0, 59, 3600, 86_400, 93_784)] == [
        "",
        "59 s",
        "1 h",
        "1 d",
        "1 d 2 h 3 min 4 s",
    ]
