from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.forwards import (
    _FAULTS,
    DEFAULTS,
    NAMES,
    load_forwards,
    remove_forward,
    save_forward,
    target_fault,
)
from webhook_inspector.settings import load_settings

APP = ForwardRule("My app", ("http://localhost:3000/webhooks",), endpoint="/stripe", filter="method:post")
FULL = ForwardRule(
    name="Everything",
    targets=("https://example.com", "http://[::1]:3000/a?b=c"),
    endpoint="/",
    filter="",
    mode=Mode.PROXY,
    set_headers=(("X-Env", "test"), ("Authorization", "Bearer é")),
    drop_headers=("Cookie",),
    sign=True,
    in_order=True,
    attempts=3,
    age=60,
    timeout=5,
    fallback=503,
    private=True,
    paused=True,
)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_every_field_has_its_check() -> None:
    assert tuple(_FAULTS) == NAMES == tuple(one.name for one in fields(ForwardRule))
    assert not [
        name for name in DEFAULTS if getattr(FULL, name) == DEFAULTS[name] and name not in {"endpoint", "filter"}
    ]


def test_there_are_none_without_a_file(path: Path) -> None:
    assert load_forwards(path) == ()
    remove_forward(path, "My app")
    assert not path.exists()


def test_they_are_kept_in_order_beside_what_the_user_wrote(path: Path) -> None:
    path.write_text("# mine\n[listener]\nport = 9000 # the usual\n")
    save_forward(path, APP)
    save_forward(path, FULL)
    assert load_forwards(path) == (APP, FULL)
    assert path.read_text().startswith("# mine\n[listener]\nport = 9000 # the usual\n")
    assert load_settings(path).number("listener.port") == 9000
    remove_forward(path, "My app")
    assert load_forwards(path) == (FULL,)
    remove_forward(path, "Everything")
    assert path.read_text().strip() == "# mine\n[listener]\nport = 9000 # the usual"


def test_only_what_is_otherwise_than_usual_is_written(path: Path) -> None:
    save_forward(path, ForwardRule("a", ("http://b",)))
    assert path.read_text().split() == ["[[forwards]]", "name", "=", '"a"', "targets", "=", '["http://b"]']


def test_a_change_leaves_place_and_comments(path: Path) -> None:
    path.write_text('[[forwards]] # mine\nname = "a"\ntargets = ["http://b"] # so far\nattempts = 3\npaused = true\n')
    save_forward(path, APP)
    save_forward(path, ForwardRule("c", ("http://b",), paused=True), before="a")
    assert [one.name for one in load_forwards(path)] == ["c", "My app"]
    assert path.read_text().startswith(
        '[[forwards]] # mine\nname = "c"\ntargets = ["http://b"] # so far\npaused = true\n'
    )


def test_a_name_belongs_to_one_alone(path: Path) -> None:
    save_forward(path, APP)
    save_forward(path, FULL)
    save_forward(path, replace(FULL, name="My app"), before="Everything")
    assert load_forwards(path) == (replace(FULL, name="My app"),)
    save_forward(path, APP)
    assert load_forwards(path) == (APP,)


@given(
    st.builds(
        ForwardRule,
        texts,
        st.just(("http://localhost:3000",)),
        set_headers=st.dictionaries(st.sampled_from(["A", "b-c", "X_Y"]), texts).map(lambda one: tuple(one.items())),
        drop_headers=st.lists(st.sampled_from(["A", "b-c"])).map(tuple),
        mode=st.sampled_from(Mode),
        sign=st.booleans(),
        in_order=st.booleans(),
        attempts=st.integers(1, 1000),
        age=st.integers(1, 86_400),
        paused=st.booleans(),
    )
)
def test_anything_comes_back_as_it_went(tmp_path_factory, rule: ForwardRule) -> None:
    path = tmp_path_factory.mktemp("forwards") / "settings.toml"
    save_forward(path, rule)
    assert load_forwards(path) == (rule,)


ONE = "[[forwards]]\nname = 'a'\ntargets = ['http://b']\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("forwards = 1", "must be tables that each begin with [[forwards]]"),
        ("forwards = [1]", "must be tables"),
        ("[forwards]\nname = 'a'", "must be tables"),
        ("[[forwards]]\ntargets = ['http://b']", "[[forwards]] number 1: name needs a text in quotes"),
        ("[[forwards]]\nname = 'a'", "number 1: targets needs a list of URLs"),
        ("[[forwards]]\nname = 'a'\ntargets = []", "targets needs a list of URLs"),
        ("[[forwards]]\nname = 'a'\ntargets = 'http://b'", "targets needs a list of URLs"),
        ("[[forwards]]\nname = 'a'\ntargets = ['/hook']", "targets holds '/hook'."),
        ("[[forwards]]\nname = 'a'\ntargets = ['ftp://b']", "targets holds 'ftp://b'."),
        ("[[forwards]]\nname = 'a'\ntargets = ['http://me:pw@b']", "targets holds 'http://me:pw@b'."),
        ("[[forwards]]\nname = 'a'\ntargets = ['http:///x']", "targets holds 'http:///x'."),
        ("[[forwards]]\nname = 'a'\ntargets = ['http://b/#c']", "the part from #"),
        ("[[forwards]]\nname = 'a'\ntargets = ['http://b', 'http://b']", "targets names a URL twice"),
        (ONE + "endpoint = 'stripe/'", "endpoint is written /stripe"),
        (ONE + "filter = 'sig:nonsense'", "filter cannot be understood. "),
        (ONE + "mode = 'fast'", "mode needs one of queue, proxy, not 'fast'"),
        (ONE + "mode = [1]", "mode needs one of"),
        (ONE + "set_headers = ['a']", "set_headers needs names and texts"),
        (ONE + "set_headers = { A = 1 }", "set_headers needs names and texts"),
        (ONE + "set_headers = { 'A B' = 'x' }", "set_headers holds 'A B', which is no name of a header"),
        (ONE + 'set_headers = { A = "x\\r\\nB: c" }', "set_headers has a value that breaks its line"),
        (ONE + "set_headers = { Content-Length = '5' }", "set_headers holds Content-Length, which is made anew"),
        (ONE + "drop_headers = 'Cookie'", "drop_headers needs a list of header names"),
        (ONE + "drop_headers = ['']", "drop_headers holds '', which is no name of a header"),
        (ONE + "sign = 'yes'", "sign needs true or false, not 'yes'"),
        (ONE + "attempts = 0", "attempts needs a whole number from 1 to 1000, not 0"),
        (ONE + "attempts = true", "attempts needs a whole number"),
        (ONE + "age = 1.5", "age needs a whole number"),
        (ONE + "timeout = 0", "timeout needs a whole number from 1 to 3600"),
        (ONE + "fallback = 99", "fallback needs a whole number from 200 to 599"),
        (ONE + "attempt = 1", "unknown attempt; did you mean attempts?"),
        (ONE + "x = 1", "unknown x; there are name, targets"),
        (ONE + ONE, "the name 'a' is there twice"),
        ("[[forwards", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place_and_not_written_over(path: Path, content: str, words: str) -> None:
    path.write_text(content)
    for work in (load_forwards, lambda path: save_forward(path, APP), lambda path: remove_forward(path, "a")):
        with pytest.raises(KnownError) as caught:
            work(path)
        assert words in sentence(caught.value.problem)
    assert path.read_text() == content


def test_a_rule_that_could_not_be_read_again_is_not_written(path: Path) -> None:
    for rule in (replace(APP, targets=("file:///etc/passwd",)), replace(APP, attempts=0), replace(APP, name=" ")):
        with pytest.raises(KnownError):
            save_forward(path, rule)
    assert not path.exists()


@given(st.text())
def test_any_target_is_judged_without_raising(target: str) -> None:
    assert isinstance(target_fault(target), str)


def test_a_target_is_http_with_a_host() -> None:
    assert target_fault("http://localhost:3000") == ""
    assert target_fault("https://münchen.example/a?b") == ""
