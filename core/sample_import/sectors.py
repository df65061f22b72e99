"""Lines of business by their usual English names."""

from __future__ import annotations

from resources.texts import marked

# The name as files write it, and as the lookup table shows it.
SECTORS = {
    "agriculture": marked("Agriculture"),
    "automotive": marked("Automotive"),
    "chemicals": marked("Chemicals"),
    "construction": marked("Construction"),
    "consulting": marked("Consulting"),
    "education": marked("Education"),
    "electronics": marked("Electronics"),
    "employment": marked("Employment"),
    "energy": marked("Energy"),
    "entertainment": marked("Entertainment"),
    "finance": marked("Finance"),
    "food": marked("Food"),
    "government": marked("Government"),
    "hospitality": marked("Hospitality"),
    "insurance": marked("Insurance"),
    "logistics": marked("Logistics"),
    "manufacturing": marked("Manufacturing"),
    "marketing": marked("Marketing"),
    "media": marked("Media"),
    "medical": marked("Medical"),
    "mining": marked("Mining"),
    "pharmaceuticals": marked("Pharmaceuticals"),
    "real estate": marked("Real estate"),
    "retail": marked("Retail"),
    "services": marked("Services"),
    "software": marked("Software"),
    "technology": marked("Technology"),
    "telecommunications": marked("Telecommunications"),
    "tourism": marked("Tourism"),
    "transport": marked("Transport"),
    "utilities": marked("Utilities"),
    "wholesale": marked("Wholesale"),
}
