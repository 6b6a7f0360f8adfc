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


def places(row: str) -> set[tuple[str, str]]:
    return set(PLACE.findall(row))


def absorbed(row: str) -> list[str]:
    """Return the rows of the sources for which this one's stands: it has their places beside its own."""
    return [other for other in shown_rows() if places(other) < places(row)]


def test_the_sources_of_the_table_are_those_of_the_example_notes() -> None:
    sources = {(path, str(citation.line)): canonical_url(citation.url) for path, citation in citations()}
    own = [places(row).difference(*map(places, absorbed(row))) for row in shown_rows()]
    rows = [{sources[place] for place in each} for each in own]

    assert {len(row) for row in rows} == {1}
    assert sorted(source for row in rows for source in row) == sorted(set(sources.values()))


def test_the_counts_below_the_table_are_those_of_the_example_notes() -> None:
    rows, notes = shown_rows(), len(list(NOTES.rglob("*.md")))
    kept = sum(row.startswith(("ok ", "moved ")) for row in rows)
    stored = len(rows) - sum(len(absorbed(row)) for row in rows)

    assert f"Kept {kept} of {len(rows)} sources." in README
    assert f"The store holds {stored} sources, for {len(citations())} citations in {notes} notes." in README


def test_the_test_commands_are_those_of_ci() -> None:
    ran = re.findall(r"^make .*$", read(".ci/run"), re.MULTILINE)

    assert [re.sub(r" --[\w-]+", "", command) for command in ran] == commands(code(section(README, "Test"), "sh")[0])


def test_the_crontab_line_is_the_same_everywhere() -> None:
    assert code(README, "crontab") == code(read("docs/operations.md"), "crontab")


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]

    assert re.findall(r"^## \[(.+)\]", read("CHANGELOG.md"), re.MULTILINE)[0] == version
