import pytest

from tests.makers import make_record
from tests.ui.deliveries import LOCAL, REFUSED, STAGING, make_attempt, make_delivery, make_response
from tests.ui.shelf import Shelf
from webhook_inspector.core.delivery import Response
from webhook_inspector.ui.delivery_answers import COMPARED, MOST, differences, read_sent


def shelf_of(*answers: tuple[str, Response]) -> Shelf:
    """Each delivered with one attempt."""
    shelf = Shelf(make_record())
    shelf.sent = tuple(make_delivery(number, target=target) for number, (target, _) in enumerate(answers, 1))
    shelf.attempts = tuple(
        make_attempt(number, delivery=number, response=response) for number, (_, response) in enumerate(answers, 1)
    )
    return shelf


def words_of(*answers: tuple[str, Response]) -> str:
    return differences(read_sent(shelf_of(*answers), 1).answers)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (make_response(), ""),
        (make_response(500), "localhost:3000 answered 200, staging.example.com answered 500."),
        (make_response(body=b"no"), "All targets answered 200. The bodies of the answers differ."),
        (make_response(kind="text/plain"), "All targets answered 200. The content types of the answers differ."),
        (make_response(size=99), "All targets answered 200. The bodies of the answers differ."),
        (
            make_response(404, b"no", "text/plain"),
            (
                "localhost:3000 answered 200, staging.example.com answered 404. "
                "The content types and bodies of the answers differ."
            ),
        ),
    ],
)
def test_in_what_two_targets_differ(other, words):
    assert words_of((LOCAL, make_response()), (STAGING, other)) == words


def test_those_that_answered_the_same_stand_together():
    words = words_of(("http://a", make_response(500)), ("http://b", make_response()), ("http://c", make_response(500)))
    assert words == "b answered 200, a and c answered 500."


def test_targets_of_one_host_are_told_apart():
    words = words_of(("http://a/x", make_response(500)), ("http://a/y", make_response()))
    assert words == "http://a/y answered 200, http://a/x answered 500."


def test_one_target_differs_from_nothing_and_its_latest_answer_counts():
    assert words_of((LOCAL, make_response(500)), (LOCAL, make_response())) == ""
    assert words_of((LOCAL, make_response(500)), (LOCAL, make_response()), (STAGING, make_response())) == ""


def test_who_did_not_answer_is_not_compared():
    shelf = shelf_of((LOCAL, make_response()), (STAGING, make_response(500)))
    shelf.attempts = (shelf.attempts[0], make_attempt(2, delivery=2, problem=REFUSED))
    assert read_sent(shelf, 1).answers == ()


def test_of_very_many_the_latest_are_read():
    shelf = Shelf(make_record())
    shelf.sent = tuple(make_delivery(number, target=f"http://{number}") for number in range(1, MOST + 6))
    shelf.attempts = tuple(make_attempt(number, delivery=number) for number in range(1, MOST + 6))
    found = read_sent(shelf, 1)
    assert (len(found.deliveries), found.left_out, len(found.answers)) == (MOST, 5, COMPARED)
    assert found.deliveries[-1].delivery.id == MOST + 5
