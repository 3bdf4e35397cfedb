"""Whom to tell: a problem, whose land it is on, and what comes of telling."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.compile import Compiled
from site_builder.inherit import Directory
from site_builder.model.parties import OnLand, Topic
from site_builder.model.people import WhoDoesWhat
from site_builder.model.standard import Standard
from site_builder.site import Site
from site_builder.views import anchors, standing
from site_builder.views.areas import area_name
from site_builder.views.comparison import all_sentences
from site_builder.views.opening import Opening, opening
from site_builder.views.small_print import party_line
from site_builder.views.ways import Contact, contacts


@dataclass(frozen=True)
class Back:
    """What comes of a report: a promise, where it stands, and its times."""

    title: str
    uri: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Land:
    """One answer to "Whose land is it?", and whom to tell then."""

    name: str
    """Which land; empty where it makes no difference."""
    who: str
    says: str
    form: str
    contacts: tuple[Contact, ...]
    desks: tuple[tuple[str, str], ...]
    """The routes by id, with their names: to tell whether they are open now."""
    tell_us: tuple[str, ...]
    back: tuple[Back, ...]


@dataclass(frozen=True)
class Choice:
    """One problem."""

    anchor: str
    name: str
    also_called: tuple[str, ...]
    do_first: str
    lands: tuple[Land, ...]
    uri: str
    """The page of its topic; empty where it has none."""


@dataclass(frozen=True)
class Chooser:
    """Every problem, and before them whom to call in an emergency."""

    area: str
    emergency: str | None
    emergencies: tuple[Contact, ...]
    choices: tuple[Choice, ...]
    opening: Opening | None


def chooser(site: Site, today: date, of: Compiled | None = None) -> Chooser:
    """Return whom to tell in the area of a charter that holds, or wherever there is none."""
    directory = of.directory if of else Directory.of(site.council)
    looking = _Looking(site, today, directory, of)
    urgent = (route.id for route in directory.routes.values() if "emergencies" in route.use_for)
    topics = sorted(directory.topics.values(), key=lambda topic: topic.name.casefold())
    choices = tuple(
        choice
        for choice in (*map(looking.choice, topics), *looking.others())
        if any(land.who or land.says or land.contacts or land.form for land in choice.lands)
    )
    shown = {id_ for choice in choices for land in choice.lands for id_, _ in land.desks}
    routes = (route for id_, route in directory.routes.items() if id_ in shown)
    return Chooser(
        area=area_name(of.charter) if of else "",
        emergency=site.council.council.emergency,
        emergencies=contacts(urgent, directory, today),
        choices=choices,
        opening=opening(routes, site.council.council, today),
    )


@dataclass(frozen=True)
class _Looking:
    site: Site
    today: date
    directory: Directory
    of: Compiled | None

    def choice(self, topic: Topic) -> Choice:
        standards = self._standards(topic)
        lands = [*topic.lands]
        others = {land.by or topic.by for land in lands if not land.is_the_same}
        mine = [one for one in standards if one.by not in others - {topic.by}]
        found = [
            self._everywhere(topic, mine, land.land)
            if land.is_the_same
            else self._elsewhere(topic, land, [one for one in standards if one not in mine])
            for land in lands
        ]
        duties = self.of.charter.who_does_what if self.of else ()
        found += [self._duty(duty) for duty in duties if duty.topic == topic.id]
        if not any(land.is_the_same for land in lands):
            found.insert(0, self._everywhere(topic, mine, "Anywhere else" if found else ""))
        return Choice(
            anchor=anchors.of("topic", topic.id),
            name=topic.name,
            also_called=tuple(topic.also_called),
            do_first=topic.do_first or "",
            # What is said of the rest stands behind what is said of some.
            lands=tuple(sorted(found, key=lambda land: land.name == "Anywhere else")),
            uri=f"topics/{topic.id}/",
        )

    def others(self) -> Iterator[Choice]:
        """Problems that the charter names, of no topic."""
        for number, duty in enumerate(self.of.charter.who_does_what if self.of else (), start=1):
            if duty.topic not in self.directory.topics:
                anchor = anchors.of("other", str(number))
                yield Choice(anchor, duty.what, (), "", (self._duty(duty),), "")

    def _standards(self, topic: Topic) -> list[Standard]:
        here = self.of.charter.standards if self.of else ()
        for some in (here, self.site.council.standards):
            found = [
                one
                for one in some
                if one.topic == topic.id and not standing.is_withdrawn(one, self.today)
            ]
            if found:
                return found
        return []

    def _everywhere(self, topic: Topic, standards: Iterable[Standard], name: str) -> Land:
        standards = list(standards)
        first = next((one for one in standards if one.routes), None)
        by = first.by if first else topic.by
        routes = first.routes if first else topic.routes
        return self._land(name, by, routes, form=topic.report_form or "", standards=standards)

    def _elsewhere(self, topic: Topic, land: OnLand, standards: Iterable[Standard]) -> Land:
        by = land.by or (None if land.do_instead else topic.by)
        theirs = [one for one in standards if one.by == by]
        same_desk = topic.report_form if land.routes and land.routes == topic.routes else None
        form = land.report_form or same_desk or ""
        return self._land(
            land.land, by, land.routes, says=land.do_instead or "", form=form, standards=theirs
        )

    def _duty(self, duty: WhoDoesWhat) -> Land:
        name = duty.place or (duty.what if duty.topic in self.directory.topics else "")
        return self._land(name, duty.by, duty.routes, says=duty.note or "")

    def _land(  # noqa: PLR0913 - all that is said of it
        self,
        name: str,
        by: str | None,
        routes: Iterable[str],
        *,
        says: str = "",
        form: str = "",
        standards: Iterable[Standard] = (),
    ) -> Land:
        routes, standards = tuple(routes), tuple(standards)
        found = contacts(routes, self.directory, self.today)
        names = {contact.name for contact in found}
        known = [self.directory.routes[id_] for id_ in routes if id_ in self.directory.routes]
        return Land(
            name=name,
            who=party_line(by, self.directory),
            says=says,
            form=form,
            contacts=found,
            desks=tuple(
                (str(one.id), one.name) for one in known if one.hours and one.name in names
            ),
            tell_us=tuple(dict.fromkeys(said for one in standards for said in one.tell_us)),
            back=tuple(map(self._back, standards)),
        )

    def _back(self, standard: Standard) -> Back:
        is_here = self.of is not None and standard in self.of.charter.standards
        page = self.of.uri if self.of and is_here else f"topics/{standard.topic}/"
        anchor = anchors.of_standard(standard.id) if is_here else "areas"
        held = (f"{one.title}." for one in standing.standings(standard, {}, self.today))
        lines = (*all_sentences(standard, self.directory), *held)
        return Back(self.directory.heading(standard), f"{page}#{anchor}", lines)
