from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from crawler.notes import extract_citations
from crawler.urls import canonical_url
from examples.site.serve import ADDRESS
from tests.docs.documents import PROJECT_DIR, code, read, section

if TYPE_CHECKING:
    from crawler.notes import Citation

README = read("README.md")
NOTES = PROJECT_DIR / "examples/notes"
PLACE = re.compile(r"(\S+\.md):(\d+)")


def citations() -> list[tuple[str, Citation]]:
    """Return what the example notes cite, each with the path of its note."""
    return [
        (note.relative_to(NOTES).as_posix(), citation)
        for note in NOTES.rglob("*.md")
        for citation in extract_citations(note.read_text(encoding="utf-8"), allowed_private_hosts=[ADDRESS])
    ]


def shown_rows() -> list[str]:
    """Return the rows of the table that the demo prints, as the README shows them."""
    (table,) = [block for block in code(README, "text") if block.startswith("verdict")]
    return [line for line in table.partition("\n\n")[0].splitlines()[1:] if line]


def commands(block: str) -> list[str]:
    return [line.partition("#")[0].strip() for line in block.splitlines()]


def test_it_opens_with_the_two_commands() -> None:
    assert commands(code(README, "sh")[0]) == ["make crawl", "make crawl NOTES=~/notes"]


def addresses() -> list[set[str]]:
    """Return the canonical URLs that each row stands for: several where sources turned out to be one."""
    sources = {(path, str(citation.line)): canonical_url(citation.url) for path, citation in citations()}
    return [{sources[place] for place in PLACE.findall(row)} for row in shown_rows()]


def test_the_sources_of_the_table_are_those_of_the_example_notes_each_in_one_row() -> None:
    shown = [address for row in addresses() for address in row]

    assert sorted(shown) == sorted({canonical_url(citation.url) for _, citation in citations()})


def test_the_counts_below_the_table_are_those_of_the_example_notes() -> None:
    rows, notes = shown_rows(), len(list(NOTES.rglob("*.md")))
    asked = sum(map(len, addresses()))
    merged = asked - len(rows)
    kept = sum(row.startswith(("ok ", "moved ")) for row in rows) + merged

    assert f"Kept {kept} of {asked} sources. {merged} are another one's second address." in README
    assert f"The store holds {len(rows)} sources, for {len(citations())} citations in {notes} notes." in README


def test_the_test_commands_are_those_of_ci() -> None:
    ran = re.findall(r"^make .*$", read(".ci/run"), re.MULTILINE)

    assert [re.sub(r" --[\w-]+", "", command) for command in ran] == commands(code(section(README, "Test"), "sh")[0])


def test_the_crontab_line_is_the_same_everywhere() -> None:
    assert code(README, "crontab") == code(read("docs/operations.md"), "crontab")


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]

    assert re.findall(r"^## \[(.+)\]", read("CHANGELOG.md"), re.MULTILINE)[0] == version
