"""Candidates: doubtful pages, kept next to the article of their source until they are confirmed or discarded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "candidates",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("fetches", sa.Integer(), nullable=False),
        sa.Column("renderer", sa.String(length=16), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("quality", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_candidates_page_id"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_candidates_source_id"),
        sa.PrimaryKeyConstraint("source_id", name="pk_candidates"),
    )
    op.create_index("ix_candidates_page_id", "candidates", ["page_id"])


def downgrade() -> None:
    op.drop_table("candidates")
