"""The crawl's report as a page of Markdown, for a reader of mail or of notes."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from crawler.notes.report_mark import REPORT_MARK
from crawler.storage.happenings import Happening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Sections = Iterable[tuple[Happening, list[dict[str, Any]]]]  # each with the first of its entries

PLACES = 5  # notes shown of one source
HEADINGS = {
    Happening.DIED: "Dead",
    Happening.RESCUED: "Rescued from an archive",
    Happening.MOVED: "Moved",
    Happening.MERGED: "The same as another source",
    Happening.BACK: "Came back",
    Happening.HELD_BACK: "Held back",
    Happening.CHANGED: "Changed",
    Happening.NEW: "New",
    Happening.FAILED: "Failed for the first time",
    Happening.BLOCKED: "Kept out for the first time",
    Happening.WORDLESS: "Alive, without an article",
}
COUNTED = {
    "held_back": "held back",
    "wordless": "without an article",
    "as_before": "as before",
    "still_failing": "still failing",
}
ASKED = {"splash": "through Splash", "chromium": "in Chromium", "http": "plainly", "nothing": "not at all"}
POOR = 0.6  # a new article's quality below which the page says so
SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$%=&!^]")  # CommonMark's, GitHub's and Obsidian's, wherever in a line
URL_SPECIAL = re.compile(r"[\s\x00-\x1f\x7f()<>\[\]\\`*\"|{}^]")


def page_lines(head: dict[str, Any], sections: Sections, folder: Path) -> Iterator[str]:
    """Yield the lines of the page; `folder` is where it will lie, from which the links to the notes lead."""
    if not head["sources"] and not head["counts"] and not head["failed"]:
        yield f"{_name(head)}: nothing was asked for."
        return
    yield f"# {_name(head)}"
    yield ""
    yield from summary_lines(head)
    root = Path(head["crawl"]["notes"] if head["crawl"] else "")
    for happening, entries in sections:
        count = head["counts"][happening]
        yield ""
        yield f"## {HEADINGS[happening]} ({count:,})"
        yield ""
        for entry in entries:
            yield from _entry_lines(entry, happening, root, folder)
        if more := count - len(entries):
            yield f"- … and {more:,} more, in `report.json`"
    yield ""
    yield REPORT_MARK


def summary_lines(head: dict[str, Any]) -> Iterator[str]:
    """Yield the report in a few lines, without markup but for the failure."""
    if failed := head["failed"]:
        yield f"**The crawl failed: {escaped(failed)}.** What it did not get to stays due."
        yield ""
    if head["sources"]:
        seconds = head["crawl"]["seconds"]
        duration = f" in {_duration(seconds)}" if seconds is not None else ""
        how = ", ".join(_asked(way, count, head["sources"]) for way, count in head["asked"].items())
        yield f"{_sources(head['sources'])} asked for{duration}: {how}."
    elif head["counts"]:
        yield "Nothing was asked for."
    if head["sources"] or head["counts"]:
        yield f"{_listed(head['counts'])}."
    if offline := head["counts"].get("offline"):
        yield f"There was no network for {_sources(offline)}, due again in the next crawl."


def _name(head: dict[str, Any]) -> str:
    return f"Refkeep {head['started_at'][:16].replace('T', ' ')} UTC"


def _asked(way: str, count: int, of: int) -> str:
    return f"{'all' if count == of else f'{count:,}'} {ASKED.get(way, way)}"


def _listed(counts: dict[str, int]) -> str:
    named = [f"{count:,} {COUNTED.get(name, name)}" for name, count in counts.items() if name != "offline"]
    return ", ".join(named).capitalize() or "Nothing else"


def _sources(count: int) -> str:
    return f"{count:,} source{'' if count == 1 else 's'}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _entry_lines(entry: dict[str, Any], happening: Happening, root: Path, folder: Path) -> Iterator[str]:
    told = "; ".join(_told(entry, happening))
    yield f"- {_link(entry['title'] or entry['cited_url'], entry['cited_url'])}{f': {told}' if told else ''}"
    places = {(tie["path"], tie["line"]): tie for tie in reversed(entry["notes"])}  # a line may cite it twice
    ties = list(reversed(places.values()))
    for tie in ties[:PLACES]:
        place = f"{tie['path']}:{tie['line']}"
        note = os.path.relpath(root / tie["path"], folder)
        headings = " › ".join(map(escaped, tie["headings"]))
        yield f"    - [{escaped(place)}]({quote(note)}) {headings}".rstrip()
    if more := ties[PLACES:]:
        yield f"    - and {len(more):,} more"


def _told(entry: dict[str, Any], happening: Happening) -> Iterator[str]:
    """Yield what happened to a source, in phrases."""
    if entry["moved_to"]:
        yield f"now at <{_address(entry['moved_to'])}>"
    if entry["merged_into"]:
        yield f"one with <{_address(entry['merged_into'])}>"
    if entry["because"]:
        yield escaped(entry["because"])
    if entry["archived_from"]:
        yield f"[the archive's copy]({_address(entry['archived_from'])})"
    if entry["quality_reasons"] and entry["quality"] < POOR and happening in {Happening.NEW, Happening.CHANGED}:
        yield f"quality {entry['quality']:.1f}: {', '.join(entry['quality_reasons'])}"
    if also := [HEADINGS[Happening(each)].lower() for each in entry["happened"] if each != happening]:
        yield f"also: {', '.join(also)}"


def _link(text: str, url: str) -> str:
    return f"[{escaped(text)}]({_address(url)})"


def escaped(text: str) -> str:
    """Return a text in one line that Markdown shows as it is."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return SPECIAL.sub(r"\\\g<0>", " ".join(line.split()))


def _address(url: str) -> str:
    """Return a URL in which nothing ends the link that it stands in."""
    return URL_SPECIAL.sub(lambda found: quote(found[0], safe=""), url)
