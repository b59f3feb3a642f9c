from tests.makers import make_capture, make_head, make_record
from tests.unit.store.queries import empty_history, fill
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.store.seen_values import seen_values


def one(path: str, provider: str = "", peer: str = "1.2.3.4:5", status: int = 200):
    judgement = Judgement(Meaning(provider, f"{provider}.paid" if provider else ""))
    return make_record(make_capture(make_head(target=path), peer=peer), status=status, judgement=judgement)


def test_the_most_frequent_come_first() -> None:
    with empty_history() as connection:
        fill(
            connection,
            [one("/a"), one("/b", "stripe"), one("/b", "github", "[::1]:7"), one("/c", "github", status=500)],
        )
        connection.execute("UPDATE captures SET tags = ' bug later ' WHERE id = 1")
        connection.execute("UPDATE captures SET tags = ' later ' WHERE id = 2")
        connection.execute("UPDATE captures SET note = 'Ask support: a refund, a REFUND?' WHERE id = 2")
        connection.execute("UPDATE captures SET note = 'refund refund' WHERE id = 1")
        connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 4")
        expected = {
            "path": ["/b", "/a"],
            "endpoint": ["/b", "/a"],
            "provider": ["github", "stripe"],
            "event": ["github.paid", "stripe.paid"],
            "method": ["POST"],
            "host": ["127.0.0.1:8787"],
            "status": ["200"],
            "from": ["1.2.3.4", "[::1]"],
            "tag": ["later", "bug"],
            "note": ["refund", "Ask", "support", "REFUND"],
            "sig": [],
            "nothing": [],
        }
        assert {name: seen_values(connection, 3, name, 10) for name in expected} == expected
        assert seen_values(connection, 3, "path", 1) == ["/b"]
        assert seen_values(connection, 1, "provider", 10) == []
