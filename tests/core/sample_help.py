"""What the tests of the sample's import share: its folder, and what it wrote."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, func, select

from core.sample_import import ImportReport, import_sample
from db.tables.log import ActRow, ChangeRow
from db.tables.lookups import TagRow
from db.tables.opportunity import OpportunityRow, OpportunityTagRow
from db.writes import table_of
from tests.workspaces import NOW

if TYPE_CHECKING:
    from uuid import UUID

    from core.sample_import import Kind
    from core.workspace import Workspace
    from db.tables import Base

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
PIPELINE = "sales_pipeline.csv"
IMPORTED = "Imported the CRM sample: {count} opportunities"
# The rows of the pipeline that are good enough to stay.
KEPT = ("W1", "W2", "W3", "W4", "W5", "L1", "E1", "P1", "P2")


def imported(workspace: Workspace, **options: Any) -> ImportReport:  # noqa: ANN401
    """Import the small dirty sample."""
    return import_sample(workspace, SAMPLE, NOW, **options)


def altered(folder: Path, file: str, old: str, new: str) -> Path:
    """Return a copy of the sample, one text in one file replaced wherever it stands."""
    copy = folder / "altered"
    if not copy.exists():
        shutil.copytree(SAMPLE, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    return copy


def with_lines(folder: Path, file: str, *lines: str) -> Path:
    """Return a copy of the sample, lines added to a file."""
    copy = folder / "longer"
    if not copy.exists():
        shutil.copytree(SAMPLE, copy)
    with (copy / file).open("a", encoding="utf-8") as target:
        target.writelines(f"{line}\n" for line in lines)
    return copy


def rows(
    workspace: Workspace, row_class: type[Base], key: str = "origin_key"
) -> dict[str, Row[Any]]:
    """Return the live rows of a table by a column, those without a value there left out."""
    table = table_of(row_class)
    query = select(table).where(table.c.deleted_at.is_(None), table.c[key].is_not(None))
    with workspace.database.reading() as connection:
        return {row._mapping[key]: row for row in connection.execute(query)}  # noqa: SLF001


def count(workspace: Workspace, row_class: type[Base]) -> int:
    """Return how many rows a table has, deleted ones too."""
    with workspace.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table_of(row_class))) or 0


def tags(workspace: Workspace, key: str) -> set[str]:
    """Return the codes of the tags on an opportunity of the sample."""
    query = (
        select(TagRow.code)
        .join(OpportunityTagRow, OpportunityTagRow.tag_id == TagRow.id)
        .join(OpportunityRow, OpportunityRow.id == OpportunityTagRow.opportunity_id)
        .where(OpportunityRow.origin_key == key, OpportunityRow.deleted_at.is_(None))
    )
    with workspace.database.reading() as connection:
        return set(connection.scalars(query))


def acts(workspace: Workspace) -> list[tuple[UUID, str]]:
    """Return id and label of every act, in order."""
    with workspace.database.reading() as connection:
        found = connection.execute(select(ActRow.id, ActRow.label_key).order_by(ActRow.id))
        return [(row.id, row.label_key) for row in found]


def changes(workspace: Workspace) -> int:
    """Return the length of the log."""
    return count(workspace, ChangeRow)


def sentences(report: ImportReport, kind: Kind) -> dict[str, int]:
    """Return the sentences of a kind with their counts."""
    return {entry.sentence: entry.count for entry in report.of_kind(kind)}
