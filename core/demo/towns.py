"""Real towns of the demo contacts, with postal code, province or region, and coordinates."""

from __future__ import annotations

from typing import NamedTuple


class Town(NamedTuple):
    """A town; latitude and longitude in degrees."""

    city: str
    postal_code: str
    province: str
    region: str
    latitude: float
    longitude: float


LOMBARDY = (
    Town("Milano", "20124", "MI", "Lombardia", 45.4642, 9.1900),
    Town("Bergamo", "24122", "BG", "Lombardia", 45.6983, 9.6773),
    Town("Brescia", "25121", "BS", "Lombardia", 45.5416, 10.2118),
    Town("Monza", "20900", "MB", "Lombardia", 45.5845, 9.2744),
    Town("Como", "22100", "CO", "Lombardia", 45.8081, 9.0852),
    Town("Varese", "21100", "VA", "Lombardia", 45.8206, 8.8251),
    Town("Lecco", "23900", "LC", "Lombardia", 45.8566, 9.3977),
    Town("Cremona", "26100", "CR", "Lombardia", 45.1332, 10.0227),
    Town("Mantova", "46100", "MN", "Lombardia", 45.1564, 10.7914),
    Town("Pavia", "27100", "PV", "Lombardia", 45.1847, 9.1582),
    Town("Lodi", "26900", "LO", "Lombardia", 45.3138, 9.5037),
    Town("Legnano", "20025", "MI", "Lombardia", 45.5978, 8.9144),
)
NORTH_WEST = (
    Town("Torino", "10121", "TO", "Piemonte", 45.0703, 7.6869),
    Town("Novara", "28100", "NO", "Piemonte", 45.4469, 8.6222),
    Town("Cuneo", "12100", "CN", "Piemonte", 44.3845, 7.5427),
    Town("Asti", "14100", "AT", "Piemonte", 44.9008, 8.2064),
    Town("Alessandria", "15121", "AL", "Piemonte", 44.9130, 8.6154),
    Town("Biella", "13900", "BI", "Piemonte", 45.5663, 8.0533),
    Town("Ivrea", "10015", "TO", "Piemonte", 45.4666, 7.8750),
    Town("Alba", "12051", "CN", "Piemonte", 44.7009, 8.0357),
    Town("Genova", "16121", "GE", "Liguria", 44.4056, 8.9463),
    Town("Savona", "17100", "SV", "Liguria", 44.3091, 8.4772),
    Town("La Spezia", "19121", "SP", "Liguria", 44.1024, 9.8241),
)
NORTH_EAST = (
    Town("Verona", "37121", "VR", "Veneto", 45.4384, 10.9916),
    Town("Vicenza", "36100", "VI", "Veneto", 45.5455, 11.5354),
    Town("Padova", "35121", "PD", "Veneto", 45.4064, 11.8768),
    Town("Treviso", "31100", "TV", "Veneto", 45.6669, 12.2430),
    Town("Mestre", "30172", "VE", "Veneto", 45.4903, 12.2424),
    Town("Bassano del Grappa", "36061", "VI", "Veneto", 45.7671, 11.7343),
    Town("Belluno", "32100", "BL", "Veneto", 46.1424, 12.2170),
    Town("Rovigo", "45100", "RO", "Veneto", 45.0700, 11.7900),
    Town("Conegliano", "31015", "TV", "Veneto", 45.8869, 12.2970),
    Town("Schio", "36015", "VI", "Veneto", 45.7133, 11.3580),
    Town("Udine", "33100", "UD", "Friuli-Venezia Giulia", 46.0711, 13.2346),
    Town("Pordenone", "33170", "PN", "Friuli-Venezia Giulia", 45.9564, 12.6600),
    Town("Trieste", "34121", "TS", "Friuli-Venezia Giulia", 45.6495, 13.7768),
    Town("Trento", "38122", "TN", "Trentino-Alto Adige", 46.0748, 11.1217),
    Town("Bolzano", "39100", "BZ", "Trentino-Alto Adige", 46.4983, 11.3548),
    Town("Rovereto", "38068", "TN", "Trentino-Alto Adige", 45.8903, 11.0410),
)
EMILIA = (
    Town("Modena", "41121", "MO", "Emilia-Romagna", 44.6471, 10.9252),
    Town("Reggio Emilia", "42121", "RE", "Emilia-Romagna", 44.6983, 10.6312),
    Town("Parma", "43121", "PR", "Emilia-Romagna", 44.8015, 10.3279),
    Town("Piacenza", "29121", "PC", "Emilia-Romagna", 45.0526, 9.6930),
    Town("Carpi", "41012", "MO", "Emilia-Romagna", 44.7833, 10.8850),
    Town("Sassuolo", "41049", "MO", "Emilia-Romagna", 44.5430, 10.7840),
    Town("Rubiera", "42048", "RE", "Emilia-Romagna", 44.6520, 10.7800),
    Town("Fidenza", "43036", "PR", "Emilia-Romagna", 44.8660, 10.0610),
)
ROMAGNA_TUSCANY = (
    Town("Bologna", "40121", "BO", "Emilia-Romagna", 44.4949, 11.3426),
    Town("Imola", "40026", "BO", "Emilia-Romagna", 44.3530, 11.7141),
    Town("Ferrara", "44121", "FE", "Emilia-Romagna", 44.8381, 11.6198),
    Town("Ravenna", "48121", "RA", "Emilia-Romagna", 44.4184, 12.2035),
    Town("Faenza", "48018", "RA", "Emilia-Romagna", 44.2857, 11.8836),
    Town("Forlì", "47121", "FC", "Emilia-Romagna", 44.2227, 12.0407),
    Town("Rimini", "47921", "RN", "Emilia-Romagna", 44.0594, 12.5640),
    Town("Firenze", "50122", "FI", "Toscana", 43.7696, 11.2558),
    Town("Prato", "59100", "PO", "Toscana", 43.8777, 11.1022),
    Town("Lucca", "55100", "LU", "Toscana", 43.8429, 10.5027),
    Town("Pisa", "56121", "PI", "Toscana", 43.7228, 10.4017),
    Town("Arezzo", "52100", "AR", "Toscana", 43.4633, 11.8796),
    Town("Empoli", "50053", "FI", "Toscana", 43.7188, 10.9470),
    Town("Pontedera", "56025", "PI", "Toscana", 43.6627, 10.6320),
)
CENTRE_SOUTH = (
    Town("Perugia", "06121", "PG", "Umbria", 43.1107, 12.3908),
    Town("Terni", "05100", "TR", "Umbria", 42.5636, 12.6427),
    Town("Ancona", "60121", "AN", "Marche", 43.6000, 13.5050),
    Town("Pesaro", "61121", "PU", "Marche", 43.9030, 12.9000),
    Town("Fabriano", "60044", "AN", "Marche", 43.3366, 12.9040),
    Town("Roma", "00184", "RM", "Lazio", 41.9028, 12.4964),
    Town("Latina", "04100", "LT", "Lazio", 41.4676, 12.9037),
    Town("Frosinone", "03100", "FR", "Lazio", 41.6400, 13.3500),
    Town("Pescara", "65121", "PE", "Abruzzo", 42.4520, 14.2020),
    Town("Chieti", "66100", "CH", "Abruzzo", 42.3510, 14.1675),
    Town("Napoli", "80133", "NA", "Campania", 40.8560, 14.2681),
    Town("Salerno", "84121", "SA", "Campania", 40.6860, 14.7720),
    Town("Caserta", "81100", "CE", "Campania", 41.0747, 14.3324),
    Town("Bari", "70121", "BA", "Puglia", 41.1090, 16.8719),
    Town("Lecce", "73100", "LE", "Puglia", 40.3515, 18.1750),
    Town("Foggia", "71121", "FG", "Puglia", 41.4622, 15.5446),
    Town("Altamura", "70022", "BA", "Puglia", 40.8270, 16.5520),
    Town("Cosenza", "87100", "CS", "Calabria", 39.2983, 16.2537),
    Town("Catania", "95131", "CT", "Sicilia", 37.5079, 15.0750),
    Town("Palermo", "90133", "PA", "Sicilia", 38.1120, 13.3540),
    Town("Ragusa", "97100", "RG", "Sicilia", 36.9269, 14.7255),
    Town("Cagliari", "09124", "CA", "Sardegna", 39.2290, 9.1217),
    Town("Sassari", "07100", "SS", "Sardegna", 40.7259, 8.5557),
)
GERMANY = (
    Town("München", "80331", "", "Bayern", 48.1374, 11.5755),
    Town("Augsburg", "86150", "", "Bayern", 48.3705, 10.8978),
    Town("Nürnberg", "90402", "", "Bayern", 49.4521, 11.0767),
    Town("Stuttgart", "70173", "", "Baden-Württemberg", 48.7758, 9.1829),
    Town("Ulm", "89073", "", "Baden-Württemberg", 48.4011, 9.9876),
    Town("Heilbronn", "74072", "", "Baden-Württemberg", 49.1427, 9.2109),
    Town("Karlsruhe", "76133", "", "Baden-Württemberg", 49.0069, 8.4037),
    Town("Mannheim", "68159", "", "Baden-Württemberg", 49.4875, 8.4660),
    Town("Frankfurt am Main", "60311", "", "Hessen", 50.1109, 8.6821),
    Town("Köln", "50667", "", "Nordrhein-Westfalen", 50.9375, 6.9603),
    Town("Dortmund", "44135", "", "Nordrhein-Westfalen", 51.5136, 7.4653),
    Town("Bielefeld", "33602", "", "Nordrhein-Westfalen", 52.0302, 8.5325),
    Town("Hannover", "30159", "", "Niedersachsen", 52.3759, 9.7320),
    Town("Hamburg", "20095", "", "Hamburg", 53.5511, 9.9937),
    Town("Bremen", "28195", "", "Bremen", 53.0793, 8.8017),
    Town("Leipzig", "04109", "", "Sachsen", 51.3397, 12.3731),
    Town("Chemnitz", "09111", "", "Sachsen", 50.8278, 12.9214),
    Town("Berlin", "10115", "", "Berlin", 52.5320, 13.3849),
)
AUSTRIA = (
    Town("Wien", "1010", "", "Wien", 48.2082, 16.3738),
    Town("Linz", "4020", "", "Oberösterreich", 48.3069, 14.2858),
    Town("Graz", "8010", "", "Steiermark", 47.0707, 15.4395),
    Town("Salzburg", "5020", "", "Salzburg", 47.8095, 13.0550),
    Town("Innsbruck", "6020", "", "Tirol", 47.2692, 11.4041),
    Town("Dornbirn", "6850", "", "Vorarlberg", 47.4125, 9.7417),
)
SWITZERLAND = (
    Town("Zürich", "8001", "", "Zürich", 47.3769, 8.5417),
    Town("Winterthur", "8400", "", "Zürich", 47.4988, 8.7237),
    Town("Basel", "4051", "", "Basel-Stadt", 47.5596, 7.5886),
    Town("Bern", "3011", "", "Bern", 46.9480, 7.4474),
    Town("Lugano", "6900", "", "Ticino", 46.0100, 8.9511),
    Town("Genève", "1201", "", "Genève", 46.2090, 6.1432),
    Town("St. Gallen", "9000", "", "St. Gallen", 47.4245, 9.3767),
)
FRANCE = (
    Town("Lyon", "69002", "", "Auvergne-Rhône-Alpes", 45.7640, 4.8357),
    Town("Grenoble", "38000", "", "Auvergne-Rhône-Alpes", 45.1885, 5.7245),
    Town("Annecy", "74000", "", "Auvergne-Rhône-Alpes", 45.8992, 6.1294),
    Town("Paris", "75008", "", "Île-de-France", 48.8566, 2.3522),
    Town("Lille", "59000", "", "Hauts-de-France", 50.6292, 3.0573),
    Town("Nantes", "44000", "", "Pays de la Loire", 47.2184, -1.5536),
    Town("Toulouse", "31000", "", "Occitanie", 43.6047, 1.4442),
    Town("Strasbourg", "67000", "", "Grand Est", 48.5734, 7.7521),
    Town("Marseille", "13001", "", "Provence-Alpes-Côte d'Azur", 43.3010, 5.3820),
    Town("Bordeaux", "33000", "", "Nouvelle-Aquitaine", 44.8378, -0.5792),
)
SPAIN = (
    Town("Barcelona", "08002", "", "Catalunya", 41.3920, 2.1600),
    Town("Girona", "17001", "", "Catalunya", 41.9794, 2.8214),
    Town("Zaragoza", "50001", "", "Aragón", 41.6488, -0.8891),
    Town("Bilbao", "48001", "", "País Vasco", 43.2630, -2.9350),
    Town("Vitoria-Gasteiz", "01001", "", "País Vasco", 42.8467, -2.6716),
    Town("Madrid", "28013", "", "Madrid", 40.4168, -3.7038),
    Town("Valencia", "46002", "", "Comunitat Valenciana", 39.4699, -0.3763),
)
POLAND = (
    Town("Warszawa", "00-001", "", "Mazowieckie", 52.2297, 21.0122),
    Town("Kraków", "31-001", "", "Małopolskie", 50.0647, 19.9450),
    Town("Wrocław", "50-001", "", "Dolnośląskie", 51.1079, 17.0385),
    Town("Poznań", "61-001", "", "Wielkopolskie", 52.4064, 16.9252),
    Town("Katowice", "40-001", "", "Śląskie", 50.2649, 19.0238),
    Town("Łódź", "90-001", "", "Łódzkie", 51.7592, 19.4560),
    Town("Gdańsk", "80-001", "", "Pomorskie", 54.3480, 18.6390),
)
CZECHIA = (
    Town("Praha", "110 00", "", "Praha", 50.0755, 14.4378),
    Town("Brno", "602 00", "", "Jihomoravský kraj", 49.1951, 16.6068),
    Town("Plzeň", "301 00", "", "Plzeňský kraj", 49.7384, 13.3736),
    Town("Ostrava", "702 00", "", "Moravskoslezský kraj", 49.8209, 18.2625),
)
SWEDEN = (
    Town("Göteborg", "411 03", "", "Västra Götaland", 57.7060, 11.9800),
    Town("Stockholm", "111 22", "", "Stockholm", 59.3340, 18.0560),
    Town("Malmö", "211 20", "", "Skåne", 55.5990, 13.0040),
    Town("Västerås", "722 11", "", "Västmanland", 59.6160, 16.5448),
    Town("Linköping", "582 22", "", "Östergötland", 58.4108, 15.6214),
)
NORWAY = (
    Town("Oslo", "0150", "", "Oslo", 59.9200, 10.7522),
    Town("Bergen", "5003", "", "Vestland", 60.3860, 5.3300),
    Town("Stavanger", "4006", "", "Rogaland", 58.9640, 5.7331),
)
NETHERLANDS = (
    Town("Rotterdam", "3011", "", "Zuid-Holland", 51.9244, 4.4777),
    Town("Eindhoven", "5611", "", "Noord-Brabant", 51.4416, 5.4697),
    Town("Utrecht", "3511", "", "Utrecht", 52.0907, 5.1214),
    Town("Enschede", "7511", "", "Overijssel", 52.2215, 6.8937),
    Town("Venlo", "5911", "", "Limburg", 51.3704, 6.1724),
)
BRITAIN = (
    Town("Birmingham", "B1 1BB", "", "West Midlands", 52.4862, -1.8904),
    Town("Manchester", "M1 1AE", "", "Greater Manchester", 53.4808, -2.2426),
    Town("Leeds", "LS1 4AP", "", "West Yorkshire", 53.8008, -1.5491),
    Town("Sheffield", "S1 2HE", "", "South Yorkshire", 53.3811, -1.4701),
    Town("Bristol", "BS1 4DJ", "", "Bristol", 51.4545, -2.5879),
    Town("Coventry", "CV1 1FY", "", "West Midlands", 52.4068, -1.5197),
    Town("Glasgow", "G1 1XQ", "", "Scotland", 55.8642, -4.2518),
)
