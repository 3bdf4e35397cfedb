"""How things are worded: the sentences of a text, office words in it, and the plain words for them.

Only texts are looked at, never who wrote them: nothing here counts, grades or compares people.
"""
