"""Brings a council's repository forward to this version of the program, and keeps what the council changed.

``plan`` lays what was written then, what is there now and what would be written now beside each other, ``merge`` joins
two changes of one file, ``migrations`` carry charters from one version of the fields to the next, ``apply`` writes it all.
"""
