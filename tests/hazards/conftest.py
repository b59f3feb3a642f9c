"""The window's loop for the tests of the window, as in `tests/ui`."""

from tests.ui.conftest import (  # noqa: F401
    aloop,
    garbage_between_tests,
    pytest_pyfunc_call,
    qapp_args,
    same_start,
    settled,
)
