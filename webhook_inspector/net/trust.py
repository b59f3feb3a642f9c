"""Which certificates of targets are trusted. Making it reads files: not for the loop's thread."""

import ssl
from dataclasses import dataclass
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.core.text import visible
from webhook_inspector.net.course import COURSE, Phase


@dataclass(frozen=True, slots=True)
class Trust:
    verify: bool = True
    """Off: any certificate, also none that can be verified."""
    ca_file: Path | None = None
    """Certificates of authorities, PEM, trusted beside those of the system."""


class TimedContext(ssl.SSLContext):
    """Notes when a handshake begins: nothing else in aiohttp or asyncio tells."""

    def wrap_bio(
        self,
        incoming: ssl.MemoryBIO,
        outgoing: ssl.MemoryBIO,
        server_side: bool = False,  # noqa: FBT001, FBT002  the base class has it so
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLObject:
        course = COURSE.get(None)
        if course is not None:
            course.enter(Phase.TLS)
        return super().wrap_bio(incoming, outgoing, server_side, server_hostname, session)


def context_for(trust: Trust) -> TimedContext:
    """Raises KnownError `sending-ca-file`. Without the strict checks of Python 3.13: certificates made for tests seldom pass them."""
    context = TimedContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_alpn_protocols(["http/1.1"])
    if not trust.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    context.load_default_certs()
    if trust.ca_file is not None:
        try:
            context.load_verify_locations(trust.ca_file)
        except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
            why = visible(reason_of(error))
            raise KnownError(Problem.of("sending-ca-file", path=visible(str(trust.ca_file)), reason=why)) from error
    return context
