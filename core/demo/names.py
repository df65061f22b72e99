"""Names of invented companies and people, in the manner of their country."""

from __future__ import annotations

# What companies of a sector call themselves, by language; a sector that is not named: _ANY.
_ITALIAN = {
    "food": ("Pastificio", "Molino", "Salumificio", "Caseificio", "Oleificio", "Dolciaria"),
    "beverage": ("Cantina", "Birrificio", "Acque", "Distilleria", "Vini"),
    "packaging": ("Imballaggi", "Scatolificio", "Packaging", "Etichette"),
    "metal": ("Officine", "Fonderie", "Carpenteria", "Acciaierie", "Galvanica", "Torneria"),
    "ceramics": ("Ceramiche", "Vetreria", "Gres", "Laterizi"),
    "paper": ("Cartiera", "Cartotecnica", "Grafiche"),
    "wood": ("Legno", "Mobilificio", "Segheria", "Arredi"),
    "pharma": ("Farmaceutici", "Laboratori", "Cosmetici"),
    "textile": ("Tessitura", "Filatura", "Maglificio", "Tintoria"),
    "plastics": ("Plastiche", "Stampaggio", "Gomma", "Polimeri"),
}
_GERMAN = {
    "food": ("Mühle", "Feinkost", "Backwaren", "Molkerei"),
    "beverage": ("Brauerei", "Getränke", "Kelterei"),
    "packaging": ("Verpackung", "Fördertechnik", "Abfülltechnik"),
    "metal": ("Anlagen", "Metallbau", "Maschinenbau", "Stahlwerk", "Gießerei"),
    "ceramics": ("Keramik", "Glaswerk", "Ziegelwerk"),
    "paper": ("Papier", "Karton", "Druckerei"),
    "wood": ("Holzwerke", "Möbel", "Sägewerk"),
    "pharma": ("Pharma", "Labor", "Kosmetik"),
    "textile": ("Textil", "Weberei", "Spinnerei"),
    "plastics": ("Kunststoff", "Spritzguss", "Folien"),
}
_FRENCH = {
    "food": ("Biscuiterie", "Laiterie", "Moulins"),
    "beverage": ("Brasserie", "Caves", "Distillerie"),
    "packaging": ("Emballages", "Conditionnement"),
    "metal": ("Forges", "Mécanique", "Fonderie", "Pneumatique"),
    "ceramics": ("Verrerie", "Céramiques", "Tuileries"),
    "paper": ("Papeterie", "Cartonnages"),
    "wood": ("Scierie", "Menuiserie"),
    "pharma": ("Laboratoires", "Cosmétiques"),
    "textile": ("Tissages", "Filature"),
    "plastics": ("Plastiques", "Injection"),
}
_SPANISH = {
    "food": ("Conservas", "Harinas", "Lácteos"),
    "beverage": ("Bodegas", "Cervecera"),
    "packaging": ("Envases", "Embalajes"),
    "metal": ("Talleres", "Fundiciones", "Aceros"),
    "ceramics": ("Cerámicas", "Vidrios"),
    "paper": ("Papelera", "Cartonajes"),
    "wood": ("Maderas", "Muebles"),
    "pharma": ("Laboratorios", "Farma"),
    "textile": ("Tejidos", "Hilaturas"),
    "plastics": ("Plásticos", "Moldes"),
}
_SLAVIC = {
    "food": ("Młyny", "Mleczarnia"),
    "beverage": ("Browar", "Napoje"),
    "packaging": ("Opak", "Pakotech"),
    "metal": ("Stal", "Metal", "Kovo"),
    "ceramics": ("Ceramika", "Sklo"),
    "paper": ("Papier", "Karton"),
    "wood": ("Drewno", "Meble"),
    "pharma": ("Farma", "Medika"),
    "textile": ("Tkaniny", "Textil"),
    "plastics": ("Plast", "Polimer", "Kovoplast"),
}
_ENGLISH = {
    "food": ("Foods", "Mills", "Dairy", "Bakeries"),
    "beverage": ("Brewing", "Springs", "Cider"),
    "packaging": ("Packaging", "Cartons", "Fillers"),
    "metal": ("Engineering", "Foundry", "Maritim", "Steel"),
    "ceramics": ("Glass", "Ceramics"),
    "paper": ("Paper", "Print"),
    "wood": ("Timber", "Joinery"),
    "pharma": ("Pharma", "Labs"),
    "textile": ("Weaving", "Textiles"),
    "plastics": ("Plastics", "Mouldings"),
}
WORDS = {
    "it": _ITALIAN,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "pl": _SLAVIC,
    "cs": _SLAVIC,
    "sv": _ENGLISH,
    "no": _ENGLISH,
    "nl": _ENGLISH,
    "en": _ENGLISH,
}

# Place and family names that stand in a company's name.
ROOTS = {
    "it": (
        "Brenta", "Gravina", "Rubiera", "Garda", "Alto Piave", "Cadore", "Valdarno", "Salento",
        "Colli Morenici", "Orobica", "Lario", "Murgia", "Brianza", "Montebello", "del Carso",
        "Dalla Costa", "Valsugana", "Franciacorta", "Lomellina", "Polesine", "Tirreno", "Maremma",
        "Val d'Orcia", "Adige", "Ticino", "Secchia", "Panaro", "Trebbia", "Sele", "Etna", "Sila",
        "Gargano", "Conero", "Metauro", "Casentino", "Mugello", "Langhe", "Monferrato", "Canavese",
        "Valtellina", "Camonica", "Trompia", "Euganea", "Berica", "Livenza", "Tagliamento",
        "Isonzo", "Bianchetti", "Ferrari", "Galli", "Zanetti", "Bassi", "Morandi", "Rinaldi",
        "Pellegrini", "Caruso", "Marchetti", "Benedetti", "Barbieri", "Fontana", "Santoro",
        "Mariani", "Guidi", "Castelli", "Negri", "Sartori", "Villa", "Bellucci", "Grassi", "Fabbri",
        "Toscano", "San Marco", "Santa Chiara", "San Giorgio", "Tre Valli", "La Rocca", "Il Ponte",
        "Due Torri", "Nuova Idea", "Aurora", "Centrale", "Mediterranea", "Adriatica", "Subalpina",
    ),
    "de": (
        "Weber", "Zellner", "Hofmann", "Krämer", "Lindner", "Brandt", "Vogel", "Seidel", "Kessler",
        "Albrecht", "Bergmann", "Haller", "Moser", "Pichler", "Gruber", "Egger", "Steiner",
        "Brunner", "Ammann", "Zürcher", "Rheintal", "Neckar", "Donau", "Schwarzwald", "Allgäu",
        "Inntal",
    ),
    "fr": (
        "Rhône", "Dubois", "Moreau", "Savoie", "Garnier", "Faure", "Perrin", "Chevalier", "Loire",
        "Mercier", "Blanchard", "Vosges", "Aubert", "Jura", "Rousselet", "Isère",
    ),
    "es": (
        "Ebro", "García Sanz", "Navarro", "Pirineos", "Ortega", "Levante", "Molina", "Cantábrico",
        "Serrano", "Castilla", "Ibáñez", "Moncayo",
    ),
    "pl": (
        "Nowak", "Kowalski", "Wisła", "Zieliński", "Mazur", "Śląsk", "Wójcik", "Beskid", "Bałtyk",
        "Lewandowski", "Tatra", "Odra",
    ),
    "cs": ("Brno", "Morava", "Novák", "Dvořák", "Vltava", "Svoboda", "Labe", "Horák", "Šumava"),
    "sv": ("Lindqvist", "Bergström", "Vänern", "Nyström", "Hallberg", "Mälar", "Sjögren"),
    "no": ("Nordkap", "Haugen", "Fjord", "Solberg", "Bakken", "Vestlandet"),
    "nl": ("De Vries", "Maas", "Van Dijk", "Veluwe", "Jansen", "IJssel", "Brabant"),
    "en": ("Ashford", "Wharf", "Thornton", "Pennine", "Hollis", "Severn", "Clyde", "Barlow"),
}  # fmt: skip
# The word before or after the root, by language; the form of the company comes last.
PATTERNS = {
    "it": ("{word} {root}",),
    "de": ("{root} {word}", "{word} {root}"),
    "fr": ("{word} {root}", "{root} {word}"),
    "es": ("{word} {root}",),
    "pl": ("{root} {word}",),
    "cs": ("{word} {root}",),
}
OTHER_PATTERNS = ("{root} {word}",)
FORMS = {
    "IT": ("S.p.A.", "S.r.l.", "S.r.l.", "S.n.c.", "Soc. Coop."),
    "DE": ("GmbH", "GmbH", "GmbH & Co. KG", "AG"),
    "AT": ("GmbH", "GmbH & Co KG"),
    "CH": ("AG", "SA", "GmbH"),
    "FR": ("SA", "SAS", "SARL"),
    "ES": ("S.A.", "S.L."),
    "PL": ("Sp. z o.o.", "S.A."),
    "CZ": ("s.r.o.", "a.s."),
    "SE": ("AB",),
    "NO": ("AS",),
    "NL": ("B.V.", "N.V."),
    "GB": ("Ltd", "plc"),
}

FIRST_NAMES = {
    "it": ("Marco", "Giulia", "Andrea", "Francesca", "Matteo", "Chiara", "Stefano", "Laura",
           "Roberto", "Silvia", "Alberto", "Valentina", "Giorgio", "Paola", "Enrico", "Federica"),
    "de": ("Thomas", "Sabine", "Michael", "Petra", "Stefan", "Claudia", "Florian", "Katrin"),
    "fr": ("Pierre", "Claire", "Julien", "Sophie", "Luc", "Hélène"),
    "es": ("Javier", "Marta", "Carlos", "Lucía", "Sergio", "Elena"),
    "pl": ("Piotr", "Anna", "Tomasz", "Katarzyna", "Marek", "Ewa"),
    "cs": ("Jan", "Jana", "Petr", "Lenka", "Martin", "Eva"),
    "en": ("James", "Emma", "Oliver", "Sarah", "Erik", "Ingrid", "Jeroen", "Anneke"),
}  # fmt: skip
SURNAMES = {
    "it": ("Rossi", "Esposito", "Colombo", "Ricci", "Greco", "Conti", "Mancini", "Lombardi",
           "Moretti", "Rizzo", "Gatti", "Ferrero", "Bruno", "De Luca", "Serra", "Monti"),
    "de": ("Schulz", "Wagner", "Becker", "Huber", "Maier", "Koch", "Frey", "Keller"),
    "fr": ("Lefèvre", "Bonnet", "Girard", "Morel", "Lambert", "Caron"),
    "es": ("Romero", "Vidal", "Castro", "Gil", "Ramos", "Prieto"),
    "pl": ("Wiśniewski", "Krawczyk", "Dudek", "Piątek", "Wilk", "Sikora"),
    "cs": ("Procházka", "Kučera", "Veselý", "Marek", "Pokorný", "Kolář"),
    "en": ("Walker", "Hughes", "Berg", "Dahl", "Bakker", "Visser", "Larsen", "Ward"),
}  # fmt: skip
JOB_TITLES = (
    "Owner", "Managing director", "Plant manager", "Head of purchasing", "Buyer",
    "Production manager", "Maintenance manager", "Technical director", "Project engineer",
    "Quality manager", "Administration",
)  # fmt: skip
