from webhook_inspector.core.delivery import Timings
from webhook_inspector.net.course import Course, Phase


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def walked(*steps: tuple[Phase, float]) -> Timings:
    clock = Clock()
    course = Course(clock)
    for phase, seconds in steps:
        course.enter(phase)
        clock.time += seconds
    return course.timings()


def test_each_phase_has_its_time() -> None:
    steps = [(Phase.NAME, 1), (Phase.CONNECT, 2), (Phase.TLS, 4), (Phase.REQUEST, 8), (Phase.ANSWER, 16)]
    assert walked(*steps, (Phase.BODY, 32)) == Timings(1, 2, 4, 16, 63)


def test_what_was_not_reached_has_none() -> None:
    assert walked() == Timings(None, None, None, None, 0)
    assert walked((Phase.CONNECT, 3)) == Timings(None, 3, None, None, 3)
    assert walked((Phase.REQUEST, 1), (Phase.ANSWER, 5)) == Timings(None, None, None, None, 6)


def test_an_answer_before_the_request_was_out_took_no_time() -> None:
    assert walked((Phase.REQUEST, 1), (Phase.BODY, 1)).first_byte == 0


def test_further_addresses_add_up() -> None:
    assert walked((Phase.CONNECT, 1), (Phase.TLS, 2), (Phase.CONNECT, 4), (Phase.TLS, 8)) == Timings(
        None, 5, 10, None, 15
    )


def test_it_can_be_asked_again() -> None:
    clock = Clock()
    course = Course(clock)
    course.enter(Phase.CONNECT)
    clock.time += 1
    course.timings()
    clock.time += 1
    assert course.timings() == Timings(None, 2, None, None, 2)
