"""What keeps a draft from being sent, with its place, so that an editor can show it there."""

from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.core.problem import Problem


class Where(StrEnum):
    METHOD = "method"
    URL = "url"
    HEADER_NAME = "header name"
    HEADER_VALUE = "header value"
    BODY = "body"
    SIGNING = "signing"


@dataclass(frozen=True, slots=True)
class Fault:
    where: Where
    problem: Problem
    row: int = -1
    """The place in `Draft.fields`, of a fault in a header; -1 elsewhere."""
