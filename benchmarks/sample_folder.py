"""A folder in the form of the public CRM sample, with invented content."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Row = tuple[object, ...]
SEED = 11
ACCOUNTS = 85
AGENTS = 35
FIRST_DAY = date(2024, 1, 1)
DAYS = 400
MANAGERS = ("Rita Sand", "Otto Vale", "Nora Pike", "Ivo Lund", "Mara Quist", "Theo Brand")
OFFICES = ("Central", "East", "West")
SECTORS = ("medical", "technology", "retail", "software", "finance", "marketing")
COUNTRIES = ("Italy", "Germany", "France", "Spain", "Austria", "Poland")
PRODUCTS = (
    ("Feeder S", "Feeder", 480),
    ("Feeder L", "Feeder", 1_150),
    ("Sorter S", "Sorter", 3_300),
    ("Sorter L", "Sorter", 5_400),
    ("Packer", "Packer", 4_700),
    ("Label Set", "Label", 60),
    ("Turnkey 5", "Turnkey", 26_500),
)
# How often each stage stands in the sample, of a hundred rows.
STAGES = ("Won",) * 48 + ("Lost",) * 28 + ("Engaging",) * 18 + ("Prospecting",) * 6


def make_sample(folder: Path, pipeline: int) -> None:
    """Write the four files with so many opportunities; the same ones at each call."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(SEED)  # noqa: S311 - an example, no secret
    accounts = "account,sector,year_established,revenue,employees,office_location,subsidiary_of"
    _write(folder / "accounts.csv", accounts, _accounts(random))
    _write(folder / "products.csv", "product,series,sales_price", PRODUCTS)
    teams = [(_agent(n), MANAGERS[n % len(MANAGERS)], OFFICES[n % 3]) for n in range(AGENTS)]
    _write(folder / "sales_teams.csv", "sales_agent,manager,regional_office", teams)
    columns = (
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"
    )
    _write(folder / "sales_pipeline.csv", columns, _pipeline(random, pipeline))


def _write(path: Path, columns: str, rows: Sequence[Row] | Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


def _accounts(random: Random) -> Iterator[Row]:
    for n in range(ACCOUNTS):
        sector, country = random.choice(SECTORS), random.choice(COUNTRIES)
        revenue, employees = random.randrange(10, 4_000), random.randrange(10, 9_000)
        parent = _account(random.randrange(n)) if n % 6 == 1 else ""
        yield _account(n), sector, random.randrange(1970, 2018), revenue, employees, country, parent


def _pipeline(random: Random, rows: int) -> Iterator[Row]:
    for n in range(rows):
        product, _series, price = random.choice(PRODUCTS)
        stage = random.choice(STAGES)
        engaged = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        closed = engaged + timedelta(days=random.randrange(1, 140))
        over = stage in {"Won", "Lost"}
        yield (
            f"OP{n:06}",
            _agent(random.randrange(AGENTS)),
            product,
            "" if n % 6 == 0 else _account(random.randrange(ACCOUNTS)),
            stage,
            "" if stage == "Prospecting" else engaged.isoformat(),
            closed.isoformat() if over else "",
            {"Won": round(price * random.uniform(0.8, 1.1)), "Lost": 0}.get(stage, ""),
        )


def _account(n: int) -> str:
    return f"{chr(ord('A') + n % 26)}{chr(ord('a') + n * 7 % 26)}nova {n} Works"


def _agent(n: int) -> str:
    return f"{chr(ord('A') + n % 26)}nna {chr(ord('A') + n * 3 % 26)}erg{n}"
