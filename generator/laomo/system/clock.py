"""The date of the build, in China's time zone."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """The date of `SOURCE_DATE_EPOCH` (Unix time in seconds, see reproducible-builds.org) if set, else today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(_CHINA).date()
