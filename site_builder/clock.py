"""The one place that reads the clock: everything else is told the day."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day the site speaks of: that of ``SOURCE_DATE_EPOCH``, or else of this computer's clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).astimezone().date()
