"""The contacts of the demo: invented companies in real towns."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.demo import catalogue, markets, names
from core.demo.choice import Weighted, between, pick
from core.demo.ground import Agent  # noqa: TC001
from core.demo.places import address_rows
from core.demo.records import Channel, Contact, Note, Reference, Stamp
from core.demo.writer import ORIGIN

if TYPE_CHECKING:
    from random import Random

    from core.demo.batch import Batch
    from core.demo.clock import Clock
    from core.demo.ground import Ground
    from core.demo.ids import IdMaker
    from core.demo.markets import Market

# Share of the contacts that were there before the first opportunity.
OLD_SHARE = 0.55
OLD_DAYS = 1_800
# Above 1: old contacts have more opportunities than young ones.
OLD_FRIENDS = 1.25
# (code of the type, weight); who wins an opportunity becomes a customer afterwards.
CUSTOMER = "customer"
TYPES = Weighted((("lead", 38), ("prospect", 40), (CUSTOMER, 16), ("contact", 6)))
PARENT_SHARE = 0.04
NOTE_SHARE = 0.3
SECOND_REFERENCE_SHARE = 0.35
TURNOVER_PER_HEAD_MINOR = 18_000_000
PLAIN_TRIES = 2
TRIES = 8


class Known(NamedTuple):
    """What an opportunity wants to know of its contact."""

    id: UUID
    born: int
    agent: Agent
    country: str
    currency: str
    stars: int
    sector: str
    origin: str
    city: str
    type_code: str


class ContactBook:
    """Makes the contacts, and remembers of each what opportunities need."""

    def __init__(self, ground: Ground, clock: Clock, ids: IdMaker, rng: Random) -> None:
        """Begin without contacts."""
        self._ground = ground
        self._clock = clock
        self._ids = ids
        self._rng = rng
        self._markets = Weighted(zip(markets.MARKETS, markets.SHARES, strict=True))
        self._stars = Weighted(catalogue.STAR_WEIGHTS)
        self._origins = Weighted(catalogue.ORIGIN_WEIGHTS)
        self._names: set[str] = set()
        self._born: list[int] = []
        self.known: list[Known] = []

    def draw(self, day: int) -> int:
        """Return the place of a contact who was known on a day."""
        count = max(bisect(self._born, day), 1)
        return int(count * self._rng.random() ** OLD_FRIENDS)

    def add(self, share: float, batch: Batch) -> None:
        """Make the contact who stands at a share of all of them, the oldest first."""
        market = self._markets.draw(self._rng)
        born = self._birth(share)
        created = self._clock.moment(self._rng, born)
        self._ids.at(created)
        known = self._meet(market, born)
        stamp = Stamp(known.agent.team_id, created, known.agent.user_id, created,
                      known.agent.user_id)  # fmt: skip
        contact = self._contact(known, market)
        batch.add(contact, stamp)
        for address in address_rows(self._rng, self._ids, known, market, self._ground):
            batch.add(address, stamp)
        for row in self._people(known, market, contact.website):
            batch.add(row, stamp)
        if self._rng.random() < NOTE_SHARE:
            batch.add(self._note(known), stamp)
        self._born.append(born)
        self.known.append(known)

    def _birth(self, share: float) -> int:
        begin = self._clock.begin
        if share < OLD_SHARE:
            return begin - round(OLD_DAYS * (1 - share / OLD_SHARE))
        young = (share - OLD_SHARE) / (1 - OLD_SHARE)
        return begin + int(young * (self._clock.today - begin))

    def _meet(self, market: Market, born: int) -> Known:
        rng = self._rng
        dollars = market.country in markets.DOLLAR_COUNTRIES
        currency = "USD" if dollars and rng.random() < markets.DOLLAR_SHARE else market.currency
        return Known(
            id=self._ids.next(),
            born=born,
            agent=self._ground.agents[market.agent],
            country=market.country,
            currency=currency,
            stars=self._stars.draw(rng),
            sector=pick(rng, catalogue.SECTORS)[0],
            origin=self._origins.draw(rng),
            city=pick(rng, market.towns).city,
            type_code=TYPES.draw(rng),
        )

    def _contact(self, known: Known, market: Market) -> Contact:
        rng, ground = self._rng, self._ground
        name, form = self._name(known, market)
        slug = _slug(name)
        employees = round(rng.lognormvariate(3.8, 0.9)) + 2
        day = self._clock.day(known.born)
        italian = known.country == "IT"
        return Contact(
            id=known.id,
            name=f"{name} {form}",
            contact_type_id=ground.contact_types[known.type_code],
            vat_number=_vat_number(rng) if italian else None,
            certified_mail=f"{slug}@pec.example" if italian else None,
            legal_form=form,
            website=f"www.{slug}.example",
            language=market.language,
            currency_code=known.currency,
            country_code=known.country,
            agent_id=known.agent.id,
            origin_id=ground.origins.get(known.origin),
            quality_id=ground.qualities.get(known.stars),
            sector_id=ground.sectors[known.sector],
            commercial_category_id=pick(rng, ground.categories),
            parent_id=self._parent(known),
            founded_year=day.year - between(rng, 4, 80),
            statistical_year=self._clock.now.year - 1,
            turnover_minor=employees * TURNOVER_PER_HEAD_MINOR,
            employees=employees,
            payment_terms_id=pick(rng, ground.payment_terms) if ground.payment_terms else None,
            lead_on=day,
            customer_on=day if known.type_code == CUSTOMER else None,
            origin_system=ORIGIN,
            origin_key=f"contact-{len(self.known) + 1}",
        )

    def _parent(self, known: Known) -> UUID | None:
        """Return, for a few, an older contact of the same country."""
        if not self.known or self._rng.random() >= PARENT_SHARE:
            return None
        parent = pick(self._rng, self.known)
        return parent.id if parent.country == known.country else None

    def _name(self, known: Known, market: Market) -> tuple[str, str]:
        """Return a name that nobody has yet, and a legal form."""
        form = pick(self._rng, names.FORMS[market.country])
        name = ""
        for attempt in range(TRIES):
            name = self._proposal(known, market, attempt)
            if name not in self._names:
                break
        else:
            name = f"{name} {len(self._names)}"
        self._names.add(name)
        return name, form

    def _proposal(self, known: Known, market: Market, attempt: int) -> str:
        rng, language = self._rng, market.language
        root = pick(rng, names.ROOTS[language])
        if attempt >= PLAIN_TRIES:
            root = f"{root} {pick(rng, market.towns).city}"
        if attempt >= 2 * PLAIN_TRIES:
            root = f"{pick(rng, names.ROOTS[language])} & {root}"
        pattern = pick(rng, names.PATTERNS.get(language, names.OTHER_PATTERNS))
        return pattern.format(word=pick(rng, names.WORDS[language][known.sector]), root=root)

    def _people(self, known: Known, market: Market, website: str) -> list[Channel | Reference]:
        """Return phone and mail of the company, and one or two persons."""
        domain = website.removeprefix("www.")
        rows: list[Channel | Reference] = [
            Channel(self._ids.next(), known.id, "phone", self._phone(market), main=True),
            Channel(self._ids.next(), known.id, "email", f"info@{domain}", main=True),
            self._reference(known, market, domain, main=True),
        ]
        if self._rng.random() < SECOND_REFERENCE_SHARE:
            rows.append(self._reference(known, market, domain, main=False))
        return rows

    def _reference(self, known: Known, market: Market, domain: str, *, main: bool) -> Reference:
        rng = self._rng
        language = market.language if market.language in names.FIRST_NAMES else "en"
        first = pick(rng, names.FIRST_NAMES[language])
        last = pick(rng, names.SURNAMES[language])
        email = f"{_slug(first)}.{_slug(last)}@{domain}"
        title = pick(rng, names.JOB_TITLES)
        phone = self._phone(market)
        return Reference(
            self._ids.next(), known.id, f"{first} {last}", title, phone, email, main=main
        )

    def _phone(self, market: Market) -> str:
        return f"{market.phone} 555 {between(self._rng, 0, 9999):04}"

    def _note(self, known: Known) -> Note:
        rng = self._rng
        day = self._clock.day(between(rng, known.born, self._clock.today))
        kind = pick(rng, self._ground.note_types)
        return Note(self._ids.next(), known.id, kind, day, pick(rng, catalogue.NOTES))


def _slug(name: str) -> str:
    """Return a name as it stands in a domain."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ß", "ss").replace("ł", "l"))
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not _is_accent(c))
    return "-".join(kept.split())


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0


def _vat_number(rng: Random) -> str:
    """Return an Italian VAT number with its check digit, of an office that has no companies."""
    digits = f"{between(rng, 0, 9_999_999):07}999"
    total = 0
    for place, digit in enumerate(map(int, digits)):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - a digit
    return f"{digits}{-total % 10}"
