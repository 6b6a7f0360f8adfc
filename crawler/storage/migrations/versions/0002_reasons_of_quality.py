"""Snapshots say what lowers their quality. NULL: made before that was measured."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("snapshots", sa.Column("quality_reasons", sa.JSON()))


def downgrade() -> None:
    op.drop_column("snapshots", "quality_reasons")
