"""What is promised, in a sentence that begins 'We will', and which action it is: both from a few words of a cell."""

import re
from typing import Final, NamedTuple


class Verb(NamedTuple):
    """A word for what is done: as we say that we will do it, as it is when it is done, and as a thing."""

    action: str
    base: str
    done: str
    thing: str


# In the order in which they are looked for where several stand in one sentence at the same place.
VERBS: Final = tuple(
    Verb(*line.split("|"))
    for line in """\
made_safe|make safe|made safe|making safe
repaired_or_made_safe|repair or make safe|repaired or made safe|repair or making safe
litter_picked|litter pick|litter picked|litter picking
acknowledged|acknowledge|acknowledged|acknowledgement
answered|answer|answered|answering
replied|reply to|replied to|reply
replied|reply|replied|replies
responded|respond to|responded to|response
responded|respond|responded|responses
contacted|contact|contacted|contacting
updated|update|updated|updates
interviewed|interview|interviewed|interviews
visited|visit|visited|visits
attended|attend|attended|attendance
inspected|inspect|inspected|inspections?
assessed|assess|assessed|assessments?
investigated|investigate|investigated|investigations?
checked|check|checked|checks
cleared|clear|cleared|clear(?:ance)?(?:ing)?
removed|remove|removed|removals?
removed|take away|taken away|taking away
repaired|repair|repaired|repairs?
repaired|fix|fixed|fixing
repaired|mend|mended|mending
replaced|replace|replaced|replacements?
restored|restore|restored|restoration
collected|collect|collected|collections?
delivered|deliver|delivered|delivery
treated|treat|treated|treatment
treated|grit|gritted|gritting
treated|spray|sprayed|spraying
started|start|started|starting
started|begin|begun|beginning
completed|complete|completed|completion
cleaned|clean|cleaned|cleaning
cleaned|cleanse|cleansed|cleansing
swept|sweep|swept|sweeping
emptied|empty|emptied|emptying
cut|cut|cut|cutting
cut|mow|mown|mowing
pruned|prune|pruned|pruning
pruned|cut back|cut back|cutting back
weeded|weed|weeded|weeding
patrolled|patrol|patrolled|patrols?
decided|decide|decided|decisions?
decided|determine|determined|determination
issued|issue|issued|issuing
sent|send|sent|sending
met|meet|met|meetings?
reviewed|review|reviewed|reviews?
published|publish|published|publication
paid|pay|paid|payments?
refunded|refund|refunded|refunds?
closed|close|closed|closing""".splitlines()
)
# What 'We will' may stand before, besides.
_OTHERS = (
    "provide|ensure|keep|maintain|offer|give|help|support|work|carry out|undertake|arrange|aim|ask|tell|let|make|"
    "monitor|manage|process|register|handle|deal|resolve|return|install|plant|water|notify|inform|consult|"
    "prosecute|enforce|talk|treat|listen|hold|run|open|use|put|try|bring|be"
)
_BASES = "|".join(
    sorted((*(verb.base for verb in VERBS), *_OTHERS.split("|")), key=len, reverse=True)
)
_WE_WILL = re.compile(
    r"(?:we(?:[\u2019']ll| will| aim to| shall| promise to| undertake to)|(?:the |your )?council will|"
    r"(?:the |our )?[a-z]+ team will|our (?:aim|target|standard|promise) is to|to)\s+(?=[a-z])",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"we (?:aim|try|endeavour) to\b|our (?:aim|target) is to\b|aim to\b", re.IGNORECASE
)
_BEGINS = re.compile(rf"(?:{_BASES})\b", re.IGNORECASE)
_DONE = "|".join(sorted({verb.done for verb in VERBS}, key=len, reverse=True))
_PASSIVE = re.compile(
    rf"(?P<what>.+?)\s+(?:(?:to|will|should|must|shall) be |is |are )?(?P<done>{_DONE})(?P<rest>\s.*)?",
    re.IGNORECASE,
)
_THINGS = "|".join(sorted({verb.thing for verb in VERBS}, key=len, reverse=True))
_OF = re.compile(rf"(?:the )?(?P<thing>{_THINGS})\s+(?:of|to|for)\s+(?P<what>.+)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?P<what>.+?)\s+(?P<thing>{_THINGS})", re.IGNORECASE)
_LONGEST = 500
_BULLET = re.compile(r"^(?:[-*\u2022\u00b7\u25aa\u2013]|\(?[0-9]{1,2}[.)]|[a-z]\))\s+")


def action_of(words: str) -> str:
    """The action that comes first in a text; empty where none is known."""
    found: list[tuple[int, int, str]] = []
    for verb in VERBS:
        forms = rf"\b(?:{verb.base}(?:s|es)?|{verb.done}|{verb.thing})\b"
        if place := re.search(forms, words[:_LONGEST], re.IGNORECASE):
            found.append((place.start(), -place.end(), verb.action))
    return min(found, default=(0, 0, ""))[2]


def sentence(words: str) -> str:
    """What is promised as a sentence that begins 'We will'; empty where these words make none."""
    bare = without_bullet(" ".join(words.split())).rstrip(" .;,")
    if not bare or len(bare) > _LONGEST:
        return ""
    if found := _WE_WILL.match(bare):
        rest = bare[found.end() :]
    elif _BEGINS.match(bare):
        rest = re.sub(r"(?i)^aim to ", "", bare)
    else:
        rest = _turned(bare)
    return f"We will {_small(rest)}." if rest else ""


def is_aim(words: str) -> bool:
    """Whether a promise says that it is only meant to be kept."""
    return bool(_AIMS.match(without_bullet(words.strip())))


def without_bullet(words: str) -> str:
    """Words without the sign or number that begins an item of a list."""
    return _BULLET.sub("", words.strip())


def items(words: str) -> list[str]:
    """The items of a list that stands in one cell: a line each, or parted by semicolons."""
    parts = re.split(r"[\n;]|(?<=\s)\u2022", words)
    return [item for part in parts if (item := without_bullet(part).rstrip(" ."))]


def _turned(bare: str) -> str:
    """``Graffiti removed`` and ``removal of graffiti`` -> ``remove graffiti``; empty for other words."""
    if (found := _OF.fullmatch(bare)) and (verb := _verb_of(found["thing"])):
        return f"{verb.base} {_small(found['what'])}"
    if found := _PASSIVE.fullmatch(bare):
        done = found["done"].lower()
        verb = next(one for one in VERBS if one.done == done)
        return f"{verb.base} {_small(found['what'])}{found['rest'] or ''}"
    if (found := _BEHIND.fullmatch(bare)) and (verb := _verb_of(found["thing"])):
        return f"{verb.base} {_small(found['what'])}"
    return ""


def _verb_of(thing: str) -> Verb | None:
    return next((verb for verb in VERBS if re.fullmatch(verb.thing, thing, re.IGNORECASE)), None)


def _small(words: str) -> str:
    """The words with a small letter first, but for names and abbreviations."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return (
        words if first[1:] != first[1:].lower() or first == "I" else words[:1].lower() + words[1:]
    )
