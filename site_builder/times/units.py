"""The units that a time may be counted in, singular as written, with the names people say."""

UNITS = (
    "second",
    "ring",
    "minute",
    "hour",
    "working hour",
    "day",
    "calendar day",
    "full calendar day",
    "working day",
    "full working day",
    "week",
    "calendar week",
    "month",
    "quarter",
    "year",
)

# What the units come to. Of days and months the calendar has the last word.
SECONDS_IN = {"second": 1, "ring": 3, "minute": 60, "hour": 3600, "working hour": 3600}
DAYS_IN = {
    "day": 1,
    "calendar day": 1,
    "full calendar day": 1,
    "working day": 1,
    "full working day": 1,
    "week": 7,
    "calendar week": 7,
}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MOMENTS = (
    "report",
    "hearing from you",
    "request",
    "application",
    "payment",
    "application and payment",
    "complaint",
    "claim",
    "call",
    "arrival",
    "booking",
    "receipt",
    "reply",
    "acknowledgement",
    "assessment",
    "decision",
    "inspection",
    "investigation",
    "interview",
    "notice",
    "referral",
    "order",
    "being made safe",
    "being removed",
    "being found",
    "incident",
    "fault",
    "meeting",
    "visit",
    "appointment",
    "collection day",
    "target date",
    "tenancy start",
    "flowering",
    "closing",
    "publication",
)
"""When a clock may start. Anything else is said in ``counted_from``."""

VISITS = ("visit", "collection", "sweep", "round", "cut", "meeting")
ORDINALS = ("first", "second", "third", "fourth", "last")
ONE_WORD = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
    "yearly": (1, "year"),
}

# The same lists as parts of patterns, the longest words first.
UNIT = "|".join(f"{unit}s?" for unit in sorted(UNITS, key=len, reverse=True))
MOMENT = "|".join(sorted(MOMENTS, key=len, reverse=True))
DAY = "|".join(WEEKDAYS)
CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
