import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.xmlindent import DEEPEST, xml_lines

NAMES = st.sampled_from(["a", "b:c", 'd e="<>"', "f g='1'"])
LEAVES = st.text("xyz&;é", min_size=1) | st.sampled_from(["<!-- - -->", "<?p i?>", "<![CDATA[<&]]>", ""])
PIECES = st.sampled_from(
    ["<a>", "</a>", "<b/>", "<", ">", "'", '"', "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", " ", "\n", "x", "&a;"]
)


def element(inner):
    return st.tuples(NAMES, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0].split()[0]}>"
    )


TREES = element(st.recursive(LEAVES, element, max_leaves=20))


def test_lays_out() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a b=">"><c>text &x;</c> <d/>\n<e></e><!-- i --><f><g/></f></a>\n'
    assert xml_lines(text) == [
        '<?xml version="1.0"?>',
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<a b=">">',
        "  <c>text &x;</c>",
        "  <d/>",
        "  <e></e>",
        "  <!-- i -->",
        "  <f>",
        "    <g/>",
        "  </f>",
        "</a>",
    ]


def test_what_holds_text_stays_as_it_is() -> None:
    text = "<a><p>one <b>two</b> <i>three</i> <br/>four</p><q>x\n  y</q></a>"
    assert xml_lines(text) == ["<a>", "  <p>one <b>two</b> <i>three</i> <br/>four</p>", "  <q>x", "  y</q>", "</a>"]


@pytest.mark.parametrize(
    "text", ["<a>", "</a>", "<a></a></a>", "<a", "<a><b></a>", "<a b='></a>", "<!--", "1 < 2", "<a>&</a><", "<>"]
)
def test_what_is_not_balanced_is_left(text) -> None:
    assert xml_lines(text) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<a><b>te", ["<a>", "  <b>te"]),
        ("<a><b/><c d='x", ["<a>", "  <b/>", "  <c d='x"]),
        ("<a><!-- x", ["<a>", "  <!-- x"]),
        ("<a>", ["<a>"]),
    ],
)
def test_the_beginning_of_a_text(text, lines) -> None:
    assert xml_lines(text, whole=False) == lines


@given(TREES)
def test_loses_nothing_but_blanks(text) -> None:
    lines = xml_lines(text)
    assert lines is not None
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert xml_lines("\n".join(lines)) == lines


@given(st.lists(PIECES).map("".join) | st.text(), st.booleans())
def test_any_text(text, whole) -> None:
    lines = xml_lines(text, whole=whole)
    if lines is not None:
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_billion_laughs_stay_as_they_are() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE l [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">{entities}]><l>&l9;&f;</l>'
    lines = xml_lines(text)
    assert lines is not None
    assert "".join(lines) == text


def test_deep_nesting_is_fast_and_ends_to_be_indented() -> None:
    started = time.process_time()
    assert xml_lines("<a>" * 100_000 + "</a>" * 100_000) is None
    lines = xml_lines("<a>" * 150 + "x" * 40_000 + "</a>" * 150)
    assert lines is not None
    assert lines[-1] == "</a>" or len(lines) > 150
    assert max(len(line) - len(line.lstrip()) for line in lines) == 2 * DEEPEST
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "seed", ["<!--", "<a b='", "<?", "<![CDATA[", "<a", "<", "<a '\"", "<!a [", "<!a []", "<a>x", "]  ", "<a>", "<b/>"]
)
def test_time_is_linear(seed) -> None:
    started = time.process_time()
    xml_lines(seed * 100_000, whole=False)
    assert time.process_time() - started < 3
