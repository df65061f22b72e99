"""Fixtures that every test may ask for."""

from __future__ import annotations

import os

from devtools import surroundings
from tests.postgresql import postgresql_server, postgresql_url
from tests.workspaces import (
    address,
    postgresql_address,
    postgresql_template,
    postgresql_workspace,
    sqlite_address,
    sqlite_template,
    sqlite_workspace,
    workspace,
)

# Named here, so that pytest finds them in every folder of tests.
__all__ = [
    "address",
    "postgresql_address",
    "postgresql_server",
    "postgresql_template",
    "postgresql_url",
    "postgresql_workspace",
    "sqlite_address",
    "sqlite_template",
    "sqlite_workspace",
    "workspace",
]

# Before Qt makes its application: pytest alone works as it does under dev.py.
if not surroundings.has_screen(os.environ):
    os.environ.update(surroundings.child_environment("offscreen"))
os.environ.update(surroundings.sandbox_settings(root=surroundings.is_root()))
