"""scrapy show: one stored article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.stored import key_of, open_store, read_held_back, read_source
from crawler.exceptions import JobError
from crawler.extraction.writing.markdown import title_line
from crawler.storage.export import rfc3339
from crawler.storage.sessions import read_scope

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from crawler.storage.candidates import HeldBack


class Command(RefkeepCommand, ScrapyCommand):
    """Prints the newest article of a source as Markdown, with the notes that cite it."""

    examples = (
        "scrapy show https://goldsony.tistory.com/37",
        "scrapy show goldsony.tistory.com/m/37    any spelling of the URL",
        "scrapy show --candidate goldsony.tistory.com/37    what scrapy accept would make the article",
    )

    def syntax(self) -> str:
        return "[--candidate] URL"

    def short_desc(self) -> str:
        return "Print a stored article as Markdown, with the notes that cite it"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--candidate", action="store_true", help="the page that is held back, not the article")
        parser.add_argument("url", metavar="URL", help="the source, in any spelling")

    def execute(self, opts: Namespace) -> None:
        url = key_of(opts.url)
        with read_scope(open_store(self.setting("DATABASE_URL"))) as session:
            if opts.candidate:
                print("\n".join(_candidate(read_held_back(session, url))))
                return
            source = read_source(session, url)
        if source["content_hash"] is None:
            places = (
                ", ".join(dict.fromkeys(f"{tie['path']}:{tie['line']}" for tie in source["notes"])) or "no note now"
            )
            raise JobError(f"{url} has no article: {source['verdict'] or 'not fetched yet'}; cited by {places}")
        print("\n".join(_page(source)))


def _page(source: dict[str, Any]) -> Iterator[str]:
    yield f"{title_line(source['title'] or source['url'])}\n"
    yield from _facts(source)
    yield f"\n---\n\n{source['markdown'].strip()}\n\n---\n"
    yield "## Cited by\n" if source["notes"] else "Cited by no note any more."
    yield from map(_place, source["notes"])


def _candidate(held: HeldBack) -> Iterator[str]:
    """Yield the lines of a page that is held back, what is known of it first."""
    yield f"{title_line(held.title or held.url)}\n"
    yield f"- url: <{held.final_url}>"
    yield f"- first came: {rfc3339(held.first_seen_at)}"
    yield f"- last came: {rfc3339(held.last_seen_at)}, on {held.days} day{'' if held.days == 1 else 's'} in all"
    yield f"- quality: {held.quality:.2f}"
    yield f"\n---\n\n{held.markdown.strip()}"


def _facts(source: dict[str, Any]) -> Iterator[str]:
    """Yield a list of what is known of the source, without what is not."""
    facts = {
        "url": f"<{source['cited_urls'][0]}>",
        "now at": f"<{source['final_url']}>" if _is_elsewhere(source) else None,
        "site": source["site_name"],
        "by": ", ".join(source["authors"]),
        "published": source["published_at"],
        "modified": source["modified_at"],
        "last fetch": f"{source['verdict']}, {source['fetched_at']}",
    }
    yield from (f"- {name}: {value}" for name, value in facts.items() if value)


def _is_elsewhere(source: dict[str, Any]) -> bool:
    """Say whether the source has moved to where no note cites it yet."""
    return source["verdict"] == "moved" and source["final_url"] not in {
        urldefrag(url).url for url in source["cited_urls"]
    }


def _place(tie: dict[str, Any]) -> str:
    headings = f" {' › '.join(tie['headings'])}" if tie["headings"] else ""
    label = f" “{tie['label']}”" if tie["label"] else ""
    return f"- `{tie['path']}:{tie['line']}`{headings}{label}"
