"""Alembic, run on a connection that is already in a transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).with_name("migrations")


def known_revisions() -> set[str]:
    """Return every revision that this code can bring up."""
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def to_head(connection: Connection) -> None:
    """Run what is missing. The caller's transaction commits or undoes all of it."""
    config = _config()
    config.attributes["connection"] = connection  # migrations/env.py takes it
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
