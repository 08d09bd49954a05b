"""The day of the build, in China."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """The day that `SOURCE_DATE_EPOCH` names (seconds, reproducible-builds.org), else this one."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(named), UTC) if named else datetime.now(UTC)
    return now.astimezone(_CHINA).date()
