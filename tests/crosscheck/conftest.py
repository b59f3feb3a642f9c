"""No network, and one moment: the libraries read the real clock, and some would ask a server, one even when its tests are imported."""

import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}


class NetworkUsedError(BaseException):
    """Not an `Exception`: none of the libraries may catch it."""


def refuse_network(event: str, particulars: tuple[Any, ...]) -> None:
    if event in NETWORK:
        raise NetworkUsedError(event, particulars)


def own_tests() -> None:
    """Makes `tests` ours: two libraries install their own by that name, and a package comes before a folder that is none."""
    spec = importlib.machinery.ModuleSpec("tests", None, is_package=True)
    spec.submodule_search_locations = [str(Path(__file__).parents[1])]
    sys.modules["tests"] = importlib.util.module_from_spec(spec)


sys.addaudithook(refuse_network)
own_tests()


@pytest.fixture(autouse=True)
def stopped_clock() -> Iterator[None]:
    from tests.key_pairs import NOW

    with time_machine.travel(NOW, tick=False):
        yield
