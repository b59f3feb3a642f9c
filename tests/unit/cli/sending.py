"""Fixtures for the commands that send: a target that remembers what came."""

from collections.abc import Iterator

import pytest

from tests.aside import receiving_aside
from tests.receiver import Receiver


@pytest.fixture
def target() -> Iterator[Receiver]:
    """Answers 200 to everything, unless a test gives it other scripts."""
    with receiving_aside() as receiver:
        yield receiver


def url_of(receiver: Receiver, path: str = "") -> str:
    return f"http://127.0.0.1:{receiver.port}{path}"
