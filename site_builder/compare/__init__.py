"""Is the new promise stronger or weaker than the old one? Only what can be proved is said.

``compare_times`` is for every form of time, ``small_forms`` has a function for each of the others. All take the
old value and the new one and answer with a ``Verdict`` on the new: stronger, weaker, the same, or that the two
cannot be compared. What is good for residents in one field may be bad in another (a longer time to *ask* is
better): the caller, who knows the field, then takes ``Verdict.turned``.
"""
