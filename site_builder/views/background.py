"""How a charter came about: who was asked, who signed, what it follows."""

from dataclasses import dataclass

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.people import SignUp
from site_builder.views.small_print import Pair, Source, party_line, source
from site_builder.views.table import Cell, Table, cell, without_empty_columns
from site_builder.views.words import counted, day, on, sentence

RELATIONS = {
    "adds to": "This charter adds to",
    "replaces": "This charter replaces",
    "follows": "This charter follows",
    "sits beside": "This charter sits beside",
}


@dataclass(frozen=True)
class DocumentView:
    """Another document and what this charter does to it."""

    relation: str
    source: Source
    note: str | None


@dataclass(frozen=True)
class Background:
    """Everything under "How this was agreed"."""

    particulars: tuple[Pair, ...]
    activities: Table | None
    says: tuple[str, ...]
    documents: tuple[DocumentView, ...]


def background(charter: Charter, directory: Directory) -> Background | None:
    """Return how the charter was agreed, or None where it says nothing of it."""
    made = Background(
        particulars=_particulars(charter),
        activities=_activities(charter),
        says=(
            *_missing(charter),
            *(signed(one) for one in charter.sign_up),
            *_reviews(charter, directory),
        ),
        documents=tuple(
            DocumentView(
                RELATIONS[str(document.relation)],
                source(directory.references[document.reference]),
                document.note,
            )
            for document in charter.documents
            if document.reference in directory.references
        ),
    )
    return made if any(vars(made).values()) else None


def _missing(charter: Charter) -> tuple[str, ...]:
    missing = [activity.missing for activity in charter.how_agreed if activity.missing]
    return (f"Who we did not hear from: {sentence('; '.join(missing))}",) if missing else ()


def _particulars(charter: Charter) -> tuple[Pair, ...]:
    money = tuple(
        f"{programme.what}: {programme.amount}" if programme.amount else programme.what
        for programme in charter.funding
    )
    found = (
        Pair("Agreed", (day(charter.agreed),) if charter.agreed else ()),
        Pair("Agreed by", (charter.agreed_by,) if charter.agreed_by else ()),
        Pair("Edition", (charter.edition,) if charter.edition else ()),
        Pair("Part of", (charter.part_of,) if charter.part_of else ()),
        Pair("Last updated", (day(charter.last_updated),) if charter.last_updated else ()),
        Pair("Money behind it", money),
    )
    return tuple(pair for pair in found if pair.lines)


def _activities(charter: Charter) -> Table | None:
    rows = tuple(
        (
            Cell((activity.what,), href=activity.link),
            cell(day(activity.date) if activity.date else ""),
            cell(activity.asked),
            cell(activity.answered),
            cell(activity.found),
        )
        for activity in charter.how_agreed
    )
    heads = ("How", "When", "Asked", "Answered", "What came out")
    table = Table("How people were asked", heads, rows, caption_is_hidden=True)
    return without_empty_columns(table) if rows else None


def signed(of: SignUp) -> str:
    """How many have signed, as in "412 of about 2,700 homes have signed"."""
    if not of.number:
        return f"{sentence(f'Who can sign: {of.who}')} {of.note or ''}".strip()
    number = f"{of.number} of {of.out_of}" if of.out_of else str(of.number)
    since = f", as of {day(of.as_of)}" if of.as_of else ""
    said = sentence(f"{counted(number, of.who, of.who)} have signed{since}")
    return f"{said} {of.note or ''}".strip()


def _reviews(charter: Charter, directory: Directory) -> tuple[str, ...]:
    return tuple(
        " ".join(
            words
            for words in (
                f"Reviewed {on(review.date)}"
                + (f" by {party_line(review.by, directory)}." if review.by else "."),
                sentence(f"What came of it: {review.outcome}") if review.outcome else "",
            )
            if words
        )
        for review in charter.reviews
    )
