from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.docs.documents import DOCUMENTS, PROJECT_DIR, anchors, links, names, read

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ("crawler", "spiders", "pipelines", "deploy", "examples", "tests", "docs", "benchmarks")
SUFFIXES = (".py", ".md", ".txt", ".toml", ".yml", ".lua", ".js", ".cfg", ".template")
MEMBER = re.compile(r"(?P<file>[\w/.-]+\.py):(?P<name>[A-Za-z_]\w*)")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def named_paths(text: str) -> set[str]:
    """Return the paths of the project that a document names, without the member that may follow."""
    bare = {name.partition(":")[0] for name in names(text)}
    below = {name for name in bare if name.split("/")[0] in PLACES and "/" in name and " " not in name}
    return below | {name for name in bare if "/" not in name and name.endswith(SUFFIXES) and name[0].isupper()}


@every_document
def test_every_path_that_is_named_is_there(document: Path) -> None:
    paths = named_paths(document.read_text(encoding="utf-8"))

    assert sorted(path for path in paths if not (PROJECT_DIR / path).exists()) == []


@every_document
def test_every_function_and_class_that_is_named_is_in_its_file(document: Path) -> None:
    members = [found for name in names(document.read_text(encoding="utf-8")) if (found := MEMBER.fullmatch(name))]
    missing = [
        found[0]
        for found in members
        if not re.search(rf"^\s*(?:async )?(?:def|class) {found['name']}\b", read(found["file"]), re.MULTILINE)
    ]

    assert missing == []


@every_document
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    broken = []
    for target in links(document.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if "://" in target:
            continue
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            broken.append(target)

    assert broken == []


def test_the_readme_leads_to_every_document() -> None:
    reached = set(links(read("README.md")))

    for path in sorted((PROJECT_DIR / "docs").glob("*.md")):
        reached.update(f"docs/{target.partition('#')[0]}" for target in links(path.read_text(encoding="utf-8")))
    assert [path.name for path in DOCUMENTS if path.parent.name == "docs" and f"docs/{path.name}" not in reached] == []
