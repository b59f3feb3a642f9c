import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.text import show, visible


def test_what_people_read_stays() -> None:
    assert show("/pagamento/ação?ü=✓".encode()) == "/pagamento/ação?ü=✓"


def test_what_acts_is_made_visible() -> None:
    assert show(b"a\x00\r\n\x1b[31m\xff") == r"a\x00\r\n\x1b[31m\xff"
    assert visible("\u202etxt\u200b\ufeff") == r"\u202etxt\u200b\ufeff"


@given(st.text(max_size=80))
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not [c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp", "Cs"}]


@given(st.binary(max_size=80))
def test_bytes_never_raise(raw: bytes) -> None:
    show(raw).encode("utf-8")
