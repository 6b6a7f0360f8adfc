from __future__ import annotations

from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.docs.documents import PROJECT_DIR, code, read, section


def test_the_schemas_history_is_shown_as_alembic_tells_it() -> None:
    scripts = ScriptDirectory.from_config(Config(toml_file=PROJECT_DIR / "pyproject.toml"))
    (shown,) = [block for block in code(section(read("docs/operations.md"), "Databases"), "text") if "alembic" in block]

    assert shown.splitlines() == [
        "$ alembic current",
        f"{scripts.get_current_head()} (head)",
        "$ alembic history",
        *(
            f"{each.down_revision or '<base>'} -> {each.revision}{' (head)' if each.is_head else ''}, {each.doc}"
            for each in scripts.walk_revisions()
        ),
    ]
