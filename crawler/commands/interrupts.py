"""Ctrl-C while a command is still being loaded: it ends as one that is interrupted later does, without a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_before = sys.excepthook


def _say_nothing_of_ctrl_c(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _before(kind, error, trace)


sys.excepthook = _say_nothing_of_ctrl_c  # Python itself ends by the signal then, as shells expect
