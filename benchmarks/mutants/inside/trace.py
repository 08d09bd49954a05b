"""Which lines of the package run: each is written to a file once, until `again` is called.

The file is opened for appending, so that forked and started processes share it and a killed one loses nothing.
"""

import os
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

LOG = "LAOMO_MUTANTS_LOG"
"""The variable that names the file to every process."""
CODE = "LAOMO_MUTANTS_CODE"
"""The variable that names the folder whose lines are wanted."""


def start() -> Callable[[], None]:
    """Begin, with the file and folder that the environment names; returns `again`."""
    out = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    folder = os.environ[CODE] + os.sep

    def wanted(code: CodeType) -> bool:
        return code.co_filename.startswith(folder)

    def line(code: CodeType, number: int) -> None:
        os.write(out, f"{code.co_filename[len(folder) :]}:{number}\n".encode())

    return _monitored(wanted, line) if sys.version_info >= (3, 12) else _traced(wanted, line)


def _monitored(wanted: Callable[[CodeType], bool], line: Callable[[CodeType, int], None]) -> Callable[[], None]:
    monitoring: Any = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
    tool, events = monitoring.COVERAGE_ID, monitoring.events

    def started(code: CodeType, _: int) -> object:
        if wanted(code):
            monitoring.set_local_events(tool, code, events.LINE)
        return monitoring.DISABLE

    def at(code: CodeType, number: int) -> object:
        line(code, number)
        return monitoring.DISABLE

    monitoring.use_tool_id(tool, "mutants")
    monitoring.register_callback(tool, events.PY_START, started)
    monitoring.register_callback(tool, events.LINE, at)
    monitoring.set_events(tool, events.PY_START)
    again: Callable[[], None] = monitoring.restart_events
    return again


def _traced(wanted: Callable[[CodeType], bool], line: Callable[[CodeType, int], None]) -> Callable[[], None]:
    """Python 3.11 has only this, which takes several times as long."""
    seen: set[tuple[CodeType, int]] = set()

    def within(frame: FrameType, _: str, __: object) -> object:
        at = frame.f_code, frame.f_lineno
        if at not in seen:
            seen.add(at)
            line(*at)
        return within

    def called(frame: FrameType, event: str, argument: object) -> object:
        return within(frame, event, argument) if wanted(frame.f_code) else None

    sys.settrace(called)  # type: ignore[arg-type]
    return seen.clear
