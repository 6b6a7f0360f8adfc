"""When a snapshot was taken from an archive. NULL: it is of the source's own page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("snapshots", sa.Column("rescued_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("snapshots", "rescued_at")
