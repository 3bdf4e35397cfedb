"""Words that carry no measure, and what to say instead of each kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_POSSIBLE = r"possible|practicable|practical|feasible"
_KINDS = {
    "Say how soon in the targets.": (
        rf"as (?:soon|quickly|fast) as (?:is |it is |we )?(?:(?:operationally|reasonably|practically) )?(?:{_POSSIBLE}|can)",
        r"prompt(?:ly)?",
        r"immediately(?! (?:outside|behind|beside|next|in front|above|below|around|near|opposite))",
        r"(?:with )?immediate effect",
        r"immediate (?:action|attention|response|removal|repair)s?",
        r"(?:speed|swift|quick|short)ly",
        r"(?:in a )?timely(?: (?:manner|fashion|way))?",
        r"in (?:due course|good time)",
        r"(?:within )?(?:a |an )?(?:reasonable|appropriate|suitable|acceptable) (?:time|period|timescale|timeframe)s?",
        r"without (?:undue |unnecessary )?delay",
    ),
    "Say how often in the targets.": (
        r"(?:more )?(?:regular|frequent)ly",
        r"on (?:a regular|an ongoing|a frequent) basis",
        r"at regular intervals|on a frequency related to",
        r"periodically|occasionally|from time to time",
    ),
    "Write 'every 2 months' or 'twice a month', whichever you mean.": (r"bi-?monthly",),
    "Write 'every 2 weeks' or 'twice a week', whichever you mean.": (r"bi-?weekly",),
    "Write 'every 2 years' or 'twice a year', whichever you mean.": (
        r"bi-?(?:annual|yearly)(?:ly)?",
    ),
    "Say how much in the targets, such as 'at least 95% …'.": (
        r"(?:the|a)(?: (?:vast|great|large))? majority",
        r"minimis(?:e|es|ed|ing)|(?:kept|keep|keeping) to a minimum",
        r"(?:a |an )?(?:satisfactory|acceptable|adequate|appropriate|reasonable|high|good) (?:standard|level|condition)s?",
        r"adequately|satisfactorily|appropriately",
    ),
    "Say when it is not so, under 'not_covered' or 'takes_longer_if'.": (
        r"usually|normally|generally|typically|in most cases|as a rule",
        rf"(?:where|wherever|when|whenever|if)(?: (?:at all|it is|this is|reasonably))? (?:{_POSSIBLE}|appropriate)",
        r"(?:where|wherever|when|whenever|if|as)(?: (?:it is|this is))? (?:necessary|required|requested|needed)",
        r"(?:where|wherever|when|whenever|if) we can",
        r"based on need",
        r"subject to (?:available )?(?:resources|funding|availability|staffing)|resources permitting",
    ),
    "Say what you will do; a share in the targets says how often you manage it.": (
        r"endeavours?|striv(?:e|es|ing)|(?:will |do )?(?:try|seek)(?:ing)? to",
        r"(?:do|doing) our (?:very )?best|(?:make |use )?(?:every|best|all reasonable) (?:effort|endeavour)s?",
    ),
    "Say what you will do, or give it 'strength: may'.": (
        r"(?:[Ww]e|council|police|team|it|they) (?:may|might)",
    ),
}
# 'May' with a capital is a month: only what follows somebody is looked for, and in small letters.
_PATTERNS = tuple(
    (
        cure,
        re.compile(
            rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE if "may" not in cure else 0
        ),
    )
    for cure, words in _KINDS.items()
)


class Vague(NamedTuple):
    """Words without a measure in a text, and what to do about them."""

    words: str
    cure: str
    start: int


def vague_in(text: str) -> Iterator[Vague]:
    """The words in a text that carry no measure, in their order."""
    found = (
        Vague(" ".join(one[0].split()), cure, one.start())
        for cure, pattern in _PATTERNS
        for one in pattern.finditer(text)
    )
    yield from sorted(found, key=lambda vague: vague.start)
