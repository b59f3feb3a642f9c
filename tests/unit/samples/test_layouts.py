import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.samples.layouts import LAYOUTS, lay_out

VALUE = {"name": "Café", "link": "https://example.com/", "parts": [1, None]}
WRITTEN = {
    "compact": '{"name":"Café","link":"https://example.com/","parts":[1,null]}',
    "ascii": '{"name":"Caf\\u00e9","link":"https://example.com/","parts":[1,null]}',
    "php": '{"name":"Caf\\u00e9","link":"https:\\/\\/example.com\\/","parts":[1,null]}',
    "spaced": '{"name": "Caf\\u00e9", "link": "https://example.com/", "parts": [1, null]}',
    "pretty": '{\n  "name": "Café",\n  "link": "https://example.com/",\n  "parts": [\n    1,\n    null\n  ]\n}',
    "form": "name=Caf%C3%A9&link=https%3A%2F%2Fexample.com%2F&parts=%5B1%2Cnull%5D",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_is_what_the_provider_would_write(layout):
    assert lay_out(layout, VALUE).decode() == WRITTEN[layout]


@pytest.mark.parametrize("layout", sorted({*LAYOUTS} - {"form"}))
@given(JSON)
def test_nothing_is_lost_in_json(layout, value):
    assert json.loads(lay_out(layout, value)) == value


@given(st.dictionaries(TEXTS, TEXTS))
def test_nothing_is_lost_in_a_form(members):
    read = parse_qsl(lay_out("form", members).decode(), keep_blank_values=True, max_num_fields=None)
    assert dict(read) == members
