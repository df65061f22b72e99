"""What Rossetti is and sells: people, teams, sectors, products, and the texts of its work."""

from __future__ import annotations

from typing import NamedTuple

COMPANY = "Rossetti Macchine S.p.A."
BASE_CURRENCY = "EUR"

# Code and description.
TEAMS = (
    ("north", "Italy North"),
    ("centre-south", "Italy Centre and South"),
    ("export", "Export"),
    ("service", "Service"),
)


class Person(NamedTuple):
    """A user of the company; an agent where agent and zone are named."""

    name: str
    team: str
    role: str
    agent: str = ""
    zone: str = ""


# Who opens the database is the agent HERE, in the team and zone of this row.
HERE = "A05"
HERE_TEAM = "centre-south"
PEOPLE = (
    Person("Marta Bellini", "north", "sales", "A01", "Lombardia"),
    Person("Luca Farneti", "north", "sales", "A02", "Piemonte and Liguria"),
    Person("Paolo Rigon", "north", "manager", "A03", "Triveneto"),
    Person("Elisa Conti", "centre-south", "sales", "A04", "Emilia"),
    Person("", HERE_TEAM, "", HERE, "Romagna and Toscana"),
    Person("Davide Marchetti", "centre-south", "manager", "A06", "Centre and South"),
    Person("Jonas Weber", "export", "sales", "A07", "Germany and Austria"),
    Person("Claire Dubois", "export", "manager", "A08", "Switzerland, France, Spain"),
    Person("Anna Nowak", "export", "sales", "A09", "Poland and Czechia"),
    Person("Erik Lindqvist", "export", "sales", "A10", "North and Britain"),
    Person("Giulia Ferri", "service", "manager"),
    Person("Sara Lombardi", "service", "back-office"),
)

# Code and description.
SECTORS = (
    ("food", "Food"),
    ("beverage", "Beverage"),
    ("packaging", "Packaging"),
    ("metal", "Metalworking"),
    ("ceramics", "Ceramics and glass"),
    ("paper", "Paper and print"),
    ("wood", "Wood and furniture"),
    ("pharma", "Pharmaceutical and cosmetic"),
    ("textile", "Textile"),
    ("plastics", "Plastics and rubber"),
)
CATEGORIES = (("a", "A customers"), ("b", "B customers"), ("c", "C customers"))
COMPETITORS = (
    ("krantz", "Krantz Anlagenbau"),
    ("vimec", "Vimec Impianti"),
    ("dufour", "Dufour Conditionnement"),
    ("northline", "Northline Machinery"),
    ("toptech", "Toptech Automation"),
    ("sarmat", "Sarmat Presse"),
)
# Code, description and colour of the theme.
TAGS = (
    ("key-account", "Key account", "stage-1"),
    ("turnkey", "Turnkey", "stage-2"),
    ("framework", "Framework contract", "stage-3"),
    ("funding", "Public funding", "stage-4"),
    ("industry-40", "Industry 4.0", "stage-5"),
    ("urgent", "Urgent", "stage-6"),
    ("reference-plant", "Reference plant", "stage-7"),
)


class Campaign(NamedTuple):
    """A campaign, with first and last day counted from today."""

    title: str
    begins: int
    ends: int


CAMPAIGNS = (
    Campaign("Packaging fair Milano, follow-up", -640, -520),
    Campaign("Retrofit mailing DACH", -430, -300),
    Campaign("Webinars: energy in bottling", -240, -110),
    Campaign("Spare rolls, early order", -60, 45),
)


class Family(NamedTuple):
    """A product family: its products, days from order to delivery, and titles that sell it."""

    code: str
    description: str
    products: tuple[str, ...]
    lead_days: tuple[int, int]
    titles: tuple[str, ...]


FAMILIES = (
    Family(
        "press",
        "Press lines",
        ("Hydraulic press PH 400", "Servo press PS 250", "Transfer press PT 630"),
        (80, 150),
        (
            "Press line {n}, turnkey",
            "Transfer line, {n} stations",
            "Servo press, {t} t",
            "Press line {n}, second shift",
            "Annealing oven, line {n}",
            "Sand recovery plant, {t} t/h",
        ),
    ),
    Family(
        "bottling",
        "Bottling and filling",
        ("Filler RB 24", "Monobloc RB 48", "Labeller RL 12"),
        (70, 140),
        (
            "Bottling line, {k},000 b/h",
            "Filler for {k},000 b/h",
            "Labeller, line {n}",
            "Canning line, {k},000 c/h",
            "Pasteuriser, hall {n}",
            "Decanter, {n} t/h",
        ),
    ),
    Family(
        "robotics",
        "Robot cells",
        ("Palletising cell RC 180", "Pick and place RC 12", "Glazing cell RC 40"),
        (60, 110),
        (
            "Glazing robot",
            "Packing cell, palletiser",
            "Robot cell, hall {n}",
            "Pick and place, {u} picks/min",
            "Welding cell, {n} robots",
        ),
    ),
    Family(
        "packing",
        "Packing and palletising",
        ("Cartoner RK 60", "Case packer RK 30", "Palletiser RP 4"),
        (50, 110),
        (
            "Blister packer",
            "Cartoner, line {n}",
            "Slicing line, room {n}",
            "Case packer, {u} cases/min",
            "Wrapping line, hall {n}",
        ),
    ),
    Family(
        "retrofit",
        "Retrofit and overhaul",
        ("Retrofit package small", "Retrofit package large", "Overhaul of a press"),
        (40, 90),
        (
            "Rewinder retrofit",
            "Loom drives, {u} units",
            "Press {n}, overhaul",
            "Nickel line, bath control",
            "Dryer, line {n}",
            "Pump station telemetry",
        ),
    ),
    Family(
        "handling",
        "Conveyors and handling",
        ("Belt conveyor RT", "Roller conveyor RR", "Gantry crane RG 12"),
        (35, 75),
        (
            "Belt conveyor, {m} m",
            "Gantry crane, {t} t",
            "Roller track, hall {n}",
            "Sorter, {u} lanes",
            "Deck winches, batch {n}",
            "Silo feeding, {n} silos",
        ),
    ),
    Family(
        "automation",
        "Controls and software",
        ("Line control SC 1", "Vision system SV 2", "Recipe server SR"),
        (20, 55),
        (
            "Sorter controls",
            "Switchgear, {n} bays",
            "Vision system, line {n}",
            "Valve islands for {year}",
            "Line supervision, hall {n}",
            "Panel saw with scanner",
        ),
    ),
    Family(
        "service",
        "Maintenance and service",
        ("Maintenance contract", "Inspection", "Emergency call-out"),
        (8, 30),
        (
            "Maintenance contract {year}",
            "Yearly inspection {year}",
            "Calibration, {n} machines",
            "Relocation of line {n}",
        ),
    ),
    Family(
        "spares",
        "Spare parts",
        ("Spare rolls", "Seal kit", "Wear parts set"),
        (5, 20),
        (
            "Spare rolls {year}",
            "Pellet mill, spare rolls",
            "Wear parts, line {n}",
            "Seal kits {year}",
            "Injection moulds, set {n}",
            "Spare parts stock {year}",
        ),
    ),
    Family(
        "training",
        "Training",
        ("Operator course", "Maintenance course", "Course on site"),
        (10, 30),
        ("Operator training, {n} days", "Maintenance course {year}"),
    ),
)
# Main families of a type of opportunity, with their weights.
FAMILIES_OF_TYPE = {
    "sale": (("press", 16), ("bottling", 18), ("robotics", 14), ("packing", 20),
             ("handling", 18), ("automation", 14)),
    "service": (("spares", 45), ("service", 30), ("training", 8), ("retrofit", 17)),
    "project": (("press", 28), ("bottling", 28), ("robotics", 18), ("packing", 14),
                ("retrofit", 12)),
}  # fmt: skip
# What is sold along with a machine.
FURTHER_FAMILIES = ("automation", "spares", "service", "training", "handling")

# How often each is drawn.
TYPE_WEIGHTS = (("sale", 62), ("service", 24), ("project", 14))
ORIGIN_WEIGHTS = (("website", 30), ("referral", 22), ("fair", 20), ("campaign", 12), ("call", 16))
STAR_WEIGHTS = ((1, 8), (2, 18), (3, 36), (4, 26), (5, 12))
# (visits, weight) by type
VISIT_WEIGHTS = {
    "sale": ((0, 30), (1, 32), (2, 22), (3, 11), (4, 5)),
    "service": ((0, 62), (1, 26), (2, 9), (3, 3)),
    "project": ((0, 12), (1, 26), (2, 30), (3, 20), (4, 12)),
}

SUBJECTS = {
    "call": ("Call on technical data", "Call about the offer", "Price call", "Call on delivery"),
    "email": ("Documents sent", "Questions on the layout", "Offer sent", "Reminder by e-mail"),
    "meeting": ("Meeting on the offer", "Video meeting with purchasing", "Project meeting"),
    "visit": ("Visit at the plant", "Visit with the technician", "Visit, layout on site"),
    "note": ("Note", "Internal note", "Status"),
    "to_do": ("Prepare the offer", "Check the delivery time", "Ask for drawings"),
}
RESULTS = (
    "Interested, wants a lower price.",
    "Budget will be decided next month.",
    "Technical data confirmed.",
    "Compares with one more supplier.",
    "Drawings received, offer to be revised.",
    "Nobody reached, message left.",
    "Asks for a reference plant nearby.",
)
DESCRIPTIONS = (
    "Replaces the old line in hall 2; the foundation is there.",
    "Customer wants delivery before the summer stop.",
    "Capacity to be doubled, two shifts.",
    "Tender with three suppliers; decision by the board.",
    "Follows from the last visit; layout still open.",
    "Funding applied for; order only with the approval.",
)
WON_TEXTS = ("Delivery time decided.", "Known plant, short way.", "Best overall offer.")
LOST_TEXTS = ("Competitor 12 % cheaper.", "Investment stopped.", "No answer after three calls.")
NOTES = (
    "Prefers calls before nine.",
    "Decisions are made by the family; patience pays.",
    "Plant stands still for three weeks in August.",
    "Two of our lines since the beginning, very content.",
    "Purchasing is centralised at the parent company.",
    "Pays on time; asks for open-book pricing.",
)
