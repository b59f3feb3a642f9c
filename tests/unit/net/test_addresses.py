import socket
from contextlib import ExitStack
from ipaddress import ip_address

import pytest

from webhook_inspector.net.addresses import free_port, outward_address


def taken(stack: ExitStack, family: socket.AddressFamily = socket.AF_INET, port: int = 0) -> int:
    bound = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
    bound.bind(("127.0.0.1" if family == socket.AF_INET else "::1", port))
    bound.listen()
    return int(bound.getsockname()[1])


def test_a_taken_port_is_passed_over() -> None:
    with ExitStack() as stack:
        port = taken(stack)
        found = free_port(port)
        assert found is not None
        assert port < found <= port + 50


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 on this machine")
def test_a_port_taken_on_the_other_loopback_address_counts_as_taken() -> None:
    with ExitStack() as stack:
        try:
            port = taken(stack, socket.AF_INET6)
        except OSError:
            pytest.skip("no IPv6 on this machine")
        assert free_port(port) != port


def test_a_free_port_is_taken_at_once() -> None:
    with ExitStack() as stack:
        port = taken(stack)
    assert free_port(port) == port


def test_there_is_no_port_above_the_last() -> None:
    assert free_port(65536) is None


def test_the_outward_address_is_an_address_or_a_name() -> None:
    found = outward_address()
    if found != socket.gethostname():
        ip_address(found)


def test_without_a_network_the_name_of_the_machine_stands_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unconnected(socket.socket):
        def connect(self, _address: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "socket", Unconnected)
    assert outward_address() == socket.gethostname()
