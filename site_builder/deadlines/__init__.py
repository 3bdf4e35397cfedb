"""By when? A time in words, added to a moment on a council's calendar.

``holidays`` knows the bank holidays, ``calendar`` which days and hours count, ``due`` adds a time to a moment,
``moments`` reads what bounds a report: cut-offs, the window for reporting, the reports that set a step off.

All moments are local time as a clock on the wall shows it, without a zone. In the two nights of the year in
which the clocks change, an hour is therefore what the hands show: 24 hours from noon on Saturday is noon on Sunday.
"""
