from tests.ui.shelf import until
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.environments import Environment, load_environments
from webhook_inspector.ui.editor_environments import Environments

LOCAL = Environment("local", {"base": "http://localhost:3000"})


async def test_they_are_read_and_kept(aloop, folder, qtbot):
    environments = Environments(folder.settings, Tasks())
    told = []
    environments.changed.connect(lambda: told.append(environments.known))
    environments.keep([LOCAL])
    await until(lambda: told)
    assert load_environments(folder.settings) == (LOCAL,)
    assert environments.variables("local") == LOCAL.variables
    assert environments.variables("gone") == {}
    another = Environments(folder.settings, Tasks())
    another.read()
    await until(lambda: another.known == (LOCAL,))


async def test_a_file_that_cannot_be_read_is_told(aloop, folder):
    folder.settings.write_text("environments = 1")
    environments = Environments(folder.settings, Tasks())
    told = []
    environments.failed.connect(told.append)
    environments.read()
    environments.keep([LOCAL])
    await until(lambda: len(told) == 2)
    assert {problem.code for problem in told} == {"settings-file"}
    assert folder.settings.read_text() == "environments = 1"
