"""Where Rossetti sells: countries with their towns, currencies, agents and ways to write."""

from __future__ import annotations

from typing import NamedTuple

from core.demo import towns
from core.demo.towns import Town  # noqa: TC001 - NamedTuple keeps the annotation


class Market(NamedTuple):
    """A part of a country served by one agent, with its share of the contacts in thousandths."""

    agent: str
    country: str
    share: int
    towns: tuple[Town, ...]
    currency: str
    language: str
    phone: str
    streets: tuple[str, ...]


_VIE = ("Via dell'Industria {n}", "Via Emilia {n}", "Viale del Lavoro {n}", "Via Galvani {n}",
        "Via Enrico Fermi {n}", "Strada Statale {n}", "Via dei Mille {n}")  # fmt: skip
_STRASSEN = ("Industriestraße {n}", "Werkstraße {n}", "Am Gewerbepark {n}", "Bahnhofstraße {n}")
_RUES = ("{n}, rue de l'Industrie", "{n}, avenue de la Gare", "{n}, rue des Artisans")
_CALLES = ("Calle Industria {n}", "Polígono Norte {n}", "Avenida del Puerto {n}")
_ULICE = ("ul. Przemysłowa {n}", "ul. Fabryczna {n}", "ul. Polna {n}")
_CZECH = ("Průmyslová {n}", "Tovární {n}", "Nádražní {n}")
_SWEDISH = ("Industrigatan {n}", "Verkstadsgatan {n}", "Hamngatan {n}")
_NORWEGIAN = ("Industriveien {n}", "Havnegata {n}", "Storgata {n}")
_DUTCH = ("Industrieweg {n}", "Havenstraat {n}", "Stationsweg {n}")
_BRITISH = ("{n} Mill Lane", "{n} Foundry Road", "Unit {n}, Canal Estate")

MARKETS = (
    Market("A01", "IT", 130, towns.LOMBARDY, "EUR", "it", "+39 02", _VIE),
    Market("A02", "IT", 75, towns.NORTH_WEST, "EUR", "it", "+39 011", _VIE),
    Market("A03", "IT", 110, towns.NORTH_EAST, "EUR", "it", "+39 045", _VIE),
    Market("A04", "IT", 95, towns.EMILIA, "EUR", "it", "+39 059", _VIE),
    Market("A05", "IT", 110, towns.ROMAGNA_TUSCANY, "EUR", "it", "+39 051", _VIE),
    Market("A06", "IT", 80, towns.CENTRE_SOUTH, "EUR", "it", "+39 06", _VIE),
    Market("A07", "DE", 110, towns.GERMANY, "EUR", "de", "+49 711", _STRASSEN),
    Market("A07", "AT", 35, towns.AUSTRIA, "EUR", "de", "+43 1", _STRASSEN),
    Market("A08", "CH", 40, towns.SWITZERLAND, "CHF", "de", "+41 44", _STRASSEN),
    Market("A08", "FR", 60, towns.FRANCE, "EUR", "fr", "+33 4", _RUES),
    Market("A08", "ES", 35, towns.SPAIN, "EUR", "es", "+34 93", _CALLES),
    Market("A09", "PL", 30, towns.POLAND, "PLN", "pl", "+48 22", _ULICE),
    Market("A09", "CZ", 22, towns.CZECHIA, "CZK", "cs", "+420 2", _CZECH),
    Market("A10", "SE", 18, towns.SWEDEN, "SEK", "sv", "+46 31", _SWEDISH),
    Market("A10", "NO", 10, towns.NORWAY, "NOK", "no", "+47 22", _NORWEGIAN),
    Market("A10", "NL", 18, towns.NETHERLANDS, "EUR", "nl", "+31 10", _DUTCH),
    Market("A10", "GB", 22, towns.BRITAIN, "GBP", "en", "+44 121", _BRITISH),
)
SHARES = tuple(market.share for market in MARKETS)
# Some customers abroad buy in dollars.
DOLLAR_SHARE = 0.08
DOLLAR_COUNTRIES = frozenset({"NO", "GB", "CH", "NL"})

# Units of a currency for one EUR around which its rate wanders.
USUAL_RATES = {
    "USD": 1.09,
    "GBP": 0.855,
    "CHF": 0.945,
    "SEK": 11.35,
    "NOK": 11.70,
    "PLN": 4.28,
    "CZK": 25.1,
    "DKK": 7.46,
}
