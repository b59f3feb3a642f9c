import threading

import pytest

from webhook_inspector.bodies.progress import Progress, StoppedError


def test_tells_the_share():
    progress = Progress()
    assert progress.share == 0
    progress.tell(2, 5)
    assert progress.share == 0.4
    progress.tell(9, 5)
    assert progress.share == 1
    progress.tell(0, 0)
    assert progress.share == 1


def test_what_nobody_wants_ends():
    progress = Progress()
    progress.tell(1, 2)
    progress.stop()
    with pytest.raises(StoppedError):
        progress.tell(2, 2)


def test_each_word_is_a_breath():
    breaths = []
    progress = Progress(lambda: breaths.append(1))
    progress.tell(1, 3)
    progress.tell(2, 3)
    assert len(breaths) == 2


def test_rests_while_it_is_held():
    progress, told = Progress(), list[int]()

    def work() -> None:
        progress.tell(1, 2)
        told.append(1)

    progress.hold()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(0.05)  # were it not held, it would be done
    assert told == []
    progress.go_on()
    thread.join()
    assert told == [1]


def test_what_is_held_can_be_stopped():
    progress = Progress()
    progress.hold()
    progress.stop()
    with pytest.raises(StoppedError):
        progress.tell(1, 2)
