"""The environments as every editor sees them: read once, written when they are edited."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.environments import Environment, load_environments, save_environments

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Environments(QObject):
    changed = Signal()
    failed = Signal(object)
    """A `Problem` with the file."""

    def __init__(self, path: Path, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._tasks = tasks
        self.known: tuple[Environment, ...] = ()

    def variables(self, name: str) -> Mapping[str, str]:
        """None of an environment that is not there."""
        return next((one.variables for one in self.known if one.name == name), _NOTHING)

    def read(self) -> None:
        """As they are in the file now; `changed` tells when that is other than before."""
        self._tasks.spawn(self._read(), name="read environments")

    def keep(self, environments: Sequence[Environment]) -> None:
        self._tasks.spawn(self._keep(tuple(environments)), name="keep environments")

    async def _read(self) -> None:
        try:
            self._take(await aside(partial(load_environments, self._path)))
        except KnownError as error:
            self._fail(error.problem)

    async def _keep(self, environments: tuple[Environment, ...]) -> None:
        try:
            await aside(partial(save_environments, self._path, environments))
        except KnownError as error:
            self._fail(error.problem)
        else:
            self._take(environments)

    def _take(self, environments: tuple[Environment, ...]) -> None:
        if environments != self.known:
            self.known = environments
            self.changed.emit()

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)
