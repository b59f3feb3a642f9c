"""What this machine has to offer: a free port for who finds theirs taken, and the address by which others reach it."""

import errno
import socket

_TRIED = 50
_NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def free_port(first: int) -> int | None:
    """The lowest free port of this machine from `first` on; None where the next fifty are all taken."""
    return next((port for port in range(first, min(first + _TRIED, 65536)) if _is_free(port)), None)


def _is_free(port: int) -> bool:
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.bind((address, port))
        except OSError as error:
            if error.errno not in _NO_SUCH_ADDRESS:
                return False
    return True


def outward_address() -> str:
    """The address of this machine in its network, or its name where it has none. Nothing is sent."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))  # an address for examples (RFC 5737): asks the system for the way, no more
            return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()
