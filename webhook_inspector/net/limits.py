"""How much a sender may send, and how slowly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. The defaults are those of `settings.SETTINGS`."""

    request_line: int = 32 * 2**10
    headers: int = 64 * 2**10
    header_count: int = 200
    body: int = 64 * 2**20
    cut_body_kept: int = 2**20
    memory: int = 256 * 2**20
    connections: int = 512
    head_timeout: float = 15
    body_timeout: float = 15
    body_rate: int = 500
    idle_timeout: float = 75
    write_timeout: float = 15

    def body_deadline(self, received: int) -> float:
        """Seconds that a body may have taken so far, of which `received` bytes are there."""
        return self.body_timeout + received / self.body_rate
