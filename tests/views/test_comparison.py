"""A promise beside the council-wide one."""

from tests.views.shown import shown


def test_a_better_promise_stands_beside_the_council_wide_one() -> None:
    better = {"id": "a", "improves": "litter", "targets": [{"removed": "within 1 working day"}]}
    comparison = shown(standards=[better]).promises[0].comparison
    assert comparison is not None
    assert comparison.says == "This is better than the council-wide standard."
    assert comparison.here == ("Litter: removed within 1 working day of your report.",)
    assert comparison.everywhere == ("Litter: removed within 3 working days of your report.",)


def test_a_promise_that_follows_is_not_shown_twice() -> None:
    comparison = shown(standards=[{"id": "a", "follows": "litter"}]).promises[0].comparison
    assert comparison is not None
    assert comparison.everywhere == ()
