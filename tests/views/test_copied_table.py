"""The table on the clipboard."""

from __future__ import annotations

from views.list.copied_table import CopiedTable


def test_text_has_tabs_between_cells_and_a_head() -> None:
    table = CopiedTable(
        ["Title", "Net"], [["Press", "1,000.00 EUR"], ["Robot", "–"]], [False, True]
    )

    text = table.text()

    assert text == "Title\tNet\nPress\t1,000.00 EUR\nRobot\t–"


def test_a_cell_stays_one_cell_whatever_stands_in_it() -> None:
    table = CopiedTable(["Title"], [["a\tb\nc\r\nd"]], [False])

    assert table.text() == "Title\na b c d"


def test_html_has_a_head_and_numbers_at_the_right() -> None:
    table = CopiedTable(["Title", "Net"], [["Press", "1"]], [False, True])

    assert table.html() == (
        '<table><tr><th>Title</th><th style="text-align:right">Net</th></tr>'
        '<tr><td>Press</td><td style="text-align:right">1</td></tr></table>'
    )


def test_signs_of_html_stand_for_themselves() -> None:
    table = CopiedTable(["A & B"], [['<b>"x"</b>']], [False])

    assert "<td>&lt;b&gt;&quot;x&quot;&lt;/b&gt;</td>" in table.html()
    assert "<th>A &amp; B</th>" in table.html()
