"""Labels of acts are shown in the language in use."""

from __future__ import annotations

from core.labels import OF, REDID, UNDID, act_label
from resources.texts import language


def test_a_label_takes_its_values() -> None:
    assert act_label("Moved to {stage}", {"stage": "Negotiation"}) == "Moved to Negotiation"


def test_the_label_of_an_undo_names_what_it_undid() -> None:
    values = {"stage": "Negotiation", OF: "Moved to {stage}"}

    assert act_label(UNDID, values) == "Undid: Moved to Negotiation"
    assert act_label(REDID, values) == "Redid: Moved to Negotiation"


def test_a_change_of_another_program_is_named_so() -> None:
    assert act_label("outside", {}) == "Changed by another program"


def test_a_label_whose_values_are_missing_is_shown_as_it_is() -> None:
    assert act_label("Moved to {stage}", {}) == "Moved to {stage}"
    assert act_label("100 {", {}) == "100 {"
    assert act_label(UNDID, {}) == "Undid: "


def test_a_label_that_claims_to_undo_itself_ends() -> None:
    assert act_label(UNDID, {OF: UNDID}) == "Undid: Undid: {label}"


def test_labels_follow_the_language() -> None:
    language.use("qps")
    shown = act_label(UNDID, {OF: "Moved"})
    language.use("en")

    assert shown == "[\u00da\u00f1d\u00edd: [M\u00f3v\u00e9d]]"
