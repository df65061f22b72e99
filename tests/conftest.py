"""Fixtures that every test may ask for."""

from __future__ import annotations

import os

from devtools import surroundings
from tests.postgresql import postgresql_server, postgresql_url

# Named here, so that pytest finds them in every folder of tests.
__all__ = ["postgresql_server", "postgresql_url"]

# Before Qt makes its application: pytest alone works as it does under dev.py.
if not surroundings.has_screen(os.environ):
    os.environ.update(surroundings.child_environment("offscreen"))
os.environ.update(surroundings.sandbox_settings(root=surroundings.is_root()))
