"""What was sent by hand, as the history keeps it: a delivery for each sending, which has ended with its one attempt."""

import sqlite3
from dataclasses import replace

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.store.deliveries import Made, add, keep_attempts

_SAME_BODY = "SELECT body = ? FROM contents WHERE id = ?"
_LAST = """
    SELECT attempts.id FROM attempts JOIN deliveries ON deliveries.id = attempts.delivery
    WHERE deliveries.capture = ? AND deliveries.target = ? AND deliveries.rule = '' ORDER BY attempts.id DESC LIMIT 1"""


def keep_by_hand(connection: sqlite3.Connection, capture: int, attempt: Attempt) -> Made:
    """Stores the attempt and a delivery for it; both have their ids then. `capture` is 0 where it was made of none."""
    delivery = add(connection, ended(capture, attempt))
    same = connection.execute(_SAME_BODY, (attempt.sent_body, capture)).fetchone()
    own_body = bool(capture) and same is not None and bool(same[0])
    (made,) = keep_attempts(connection, [Made(delivery, replace(attempt, delivery=delivery.id), own_body)])
    return made


def ended(capture: int, attempt: Attempt) -> Delivery:
    """The delivery of an attempt that was made by hand: there is no other attempt at it."""
    return Delivery(
        target=attempt.url,
        created_ns=attempt.started_ns,
        capture=capture,
        state=DeliveryState.DELIVERED if attempt.succeeded else DeliveryState.FAILED,
        attempts=1,
        status=attempt.response.status if attempt.response else 0,
        problem=attempt.problem,
    )


def last_by_hand(connection: sqlite3.Connection, capture: int, target: str) -> int | None:
    """The id of the newest attempt by hand of a capture at a target."""
    found = connection.execute(_LAST, (capture, target)).fetchone()
    return None if found is None else int(found[0])
