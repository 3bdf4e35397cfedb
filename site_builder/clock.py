"""The one place that reads the clock: everything else is told the day."""

import os
from datetime import UTC, date, datetime


class WrongDayError(Exception):
    """The day that was asked for is none; the message says what to set."""


def today() -> date:
    """The day the site speaks of: that of ``SOURCE_DATE_EPOCH``, or else of this computer's clock.

    Raises:
        WrongDayError: ``SOURCE_DATE_EPOCH`` names no day.

    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            message = (
                f"SOURCE_DATE_EPOCH is '{epoch[:40]}', which is no day. Set it to the seconds since 1 January 1970, such "
                "as 1767225600, or take it away."
            )
            raise WrongDayError(message) from error
    return datetime.now(UTC).astimezone().date()
