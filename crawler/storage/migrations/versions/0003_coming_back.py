"""What coming back to a source needs: validators, its pace, since when it fails, where it went, what it is one with.

NULL in the new columns: not known yet.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = ("etag", "last_modified", "body_hash", "moved_to")
TIMES = ("failing_since", "dead_since", "rescue_at")


def upgrade() -> None:
    for name in TEXTS:
        op.add_column("sources", sa.Column(name, sa.Text()))
    for name in TIMES:
        op.add_column("sources", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("sources", sa.Column("interval", sa.Integer()))
    op.add_column("citations", sa.Column("cited_at", sa.DateTime(timezone=True)))
    op.add_column("fetches", sa.Column("why", sa.Text()))
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("into_id", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_merges"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_merges_source_id"),
        sa.ForeignKeyConstraint(["into_id"], ["sources.id"], name="fk_merges_into_id"),
    )
    op.create_index("ix_merges_source_id", "merges", ["source_id"])
    op.create_index("ix_merges_into_id", "merges", ["into_id"])


def downgrade() -> None:
    op.drop_table("merges")
    op.drop_column("fetches", "why")
    op.drop_column("citations", "cited_at")
    for name in (*TEXTS, *TIMES, "interval"):
        op.drop_column("sources", name)
