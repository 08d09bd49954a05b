"""What several processes tell of a run: of a test that passes one report instead of three and two notes, which took longer than most tests."""

from typing import Any

import pytest


def tells(name: str, data: dict[str, Any] | None) -> bool:
    """Whether anybody wants to know: not that a test begins or ends, and not that it was prepared and cleared up without a word."""
    if name != "testreport" or data is None:
        return name not in ("logstart", "logfinish")
    return data["when"] == "call" or data["outcome"] != "passed" or bool(data["sections"])


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """In each process of pytest-xdist. Without its sender of that name all is told."""
    for plugin in config.pluginmanager.get_plugins():
        if type(plugin).__name__ == "WorkerInteractor":
            send = plugin.sendevent

            def told(name: str, **facts: Any) -> None:
                if tells(name, facts.get("data")):
                    send(name, **facts)  # noqa: B023 (there is one)

            plugin.sendevent = told
