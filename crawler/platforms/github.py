"""GitHub: READMEs, files, issues, pull requests, discussions.

A file as its page (`blob`) and as its bytes is one source. What newer pages draw with React stands beside it as JSON,
whole; the older ones are markup alone.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult

from lxml.html import HtmlElement

from crawler.platforms.platform import Embedded, Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match


RAW_HOSTS = ("raw.githubusercontent.com", "raw.github.com")
RAW_HOST_PATH = re.compile(r"(/[^/]+/[^/]+)/(?:refs/(?:heads|tags)/)?(.+)")
RAW_PATH = re.compile(r"(/[^/]+/[^/]+)/raw/(?:refs/(?:heads|tags)/)?(.+)")
CLONE = re.compile(r"\A(/[^/]+/[^/]+)\.git\Z")
FRAMED = re.compile(r"(/[^/]+/[^/]+)/blob/(.+\.(?:ipynb|pdf))", re.IGNORECASE)
DATA = (
    '//script[@type="application/json"]'
    '[@data-target="react-app.embeddedData" or @data-target="react-partial.embeddedData"]'
)
DEEPEST = 12  # levels of the JSON that are looked into
# A post: on server-made pages, and on those that React has drawn.
POSTS = (
    '//*[contains(concat(" ", @class, " "), " js-comment ") or contains(@class, "react-issue-comment")'
    ' or @data-testid="issue-viewer-issue-container"]'
)
BODY = (".comment-body:not(.js-preview-body)", '[data-testid="markdown-body"]')  # not of a comment being written
AUTHOR = ("a.author@href", '[data-testid="issue-body-header-author"]@href', '[data-testid="avatar-link"]@href')
KINDS = {"/issues/": "Issue", "/pull/": "Pull request", "/discussions/": "Discussion"}


def key(url: SplitResult) -> SplitResult:
    """Say a file's raw addresses as `github.com/OWNER/REPOSITORY/blob/BRANCH/PATH`, a clone's as its repository's."""
    pattern = RAW_HOST_PATH if url.netloc in RAW_HOSTS else RAW_PATH
    found = pattern.fullmatch(url.path)
    return _blob(found) if found else url._replace(path=CLONE.sub(r"\1", url.path))


def file(url: SplitResult) -> str | None:
    """Return where the bytes are of a notebook or a PDF, of which the page shows a frame and nothing else."""
    found = FRAMED.fullmatch(url.path) if url.netloc.removeprefix("www.") == "github.com" else None
    return f"https://raw.githubusercontent.com{found[1]}/{found[2]}" if found else None


def _blob(found: Match[str]) -> SplitResult:
    return SplitResult("https", "github.com", f"{found[1]}/blob/{found[2]}", "", "")


def embedded(page: HtmlElement) -> Embedded | None:
    """Read an issue, a file or a README out of the page's JSON; None where it has none of them."""
    for script in select(page, (DATA,)):
        data = _loaded(script.text or "")
        for one in _objects(data):
            if found := _issue(one) or _file(one):
                return found
    return None


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """Yield the JSON's objects, the outer ones first."""
    level = [data]
    for _ in range(DEEPEST):
        yield from (one for one in level if isinstance(one, dict))
        level = [inner for one in level for inner in _inside(one)]


def _inside(one: object) -> list[object]:
    return list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []


def _issue(one: dict[str, Any]) -> Embedded | None:
    """Read an issue with its comments, as the first query of its page answers."""
    if not isinstance(one.get("bodyHTML"), str) or "frontTimelineItems" not in one:
        return None
    comments = {
        str(node.get("id") or node.get("bodyHTML")): node
        for side in ("frontTimelineItems", "backTimelineItems")
        for node in _nodes(one.get(side))
        if node.get("__typename") == "IssueComment" and node.get("bodyHTML") and not node.get("isHidden")
    }
    posts = [("Issue", one), *(("Comment", node) for node in comments.values())]
    return Embedded(
        posts=tuple((_said_by(kind, post), post["bodyHTML"]) for kind, post in posts),
        title=_text(one.get("title")),
        authors=tuple(filter(None, [_login(one)])),
        published=_text(one.get("createdAt")),
        tags=tuple(name for label in _nodes(one.get("labels")) if (name := _text(label.get("name")))),
    )


def _nodes(connection: object) -> list[dict[str, Any]]:
    edges = connection.get("edges") if isinstance(connection, dict) else None
    nodes = [edge.get("node") for edge in edges or [] if isinstance(edge, dict)]
    return [node for node in nodes if isinstance(node, dict)]


def _said_by(kind: str, post: dict[str, Any]) -> str:
    return byline(kind, _login(post), _text(post.get("createdAt")))


def _login(post: dict[str, Any]) -> str | None:
    author = post.get("author")
    return _text(author.get("login")) if isinstance(author, dict) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _file(one: dict[str, Any]) -> Embedded | None:
    """Read a file: what GitHub made of its markup, else its lines as code."""
    if rich := _text(one.get("richText")):
        return Embedded(html=rich)
    lines = one.get("rawLines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines) or not lines:
        return None
    language = "-".join((_text(one.get("language")) or "").lower().split())
    text = escape("\n".join(lines))
    return Embedded(html=f'<pre><code class="language-{escape(language)}">{text}</code></pre>')


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the posts of an issue, a pull request or a discussion that is drawn."""
    address = first(page, ('meta[property="og:url"]@content',)) or ""
    kind = next((kind for path, kind in KINDS.items() if path in address), "Post")
    seen = set[HtmlElement]()
    for post in select(page, (POSTS,)):
        body = next(select(post, BODY), None)
        if body is not None and body not in seen:
            seen.add(body)
            author = (first(post, AUTHOR) or "").rpartition("/")[2]
            time = first(post, ("relative-time@datetime",))
            yield Part(heading=byline(kind, author, time), body=body)
            kind = "Comment"


PLATFORM = Platform(
    name="github",
    hosts=("github.com", *RAW_HOSTS),
    tracking=frozenset({"raw", "plain"}),  # how a file is shown
    key=key,
    file=file,
    signs=('/html/head/meta[@name="hostname" or @name="expected-hostname"][@content="github.com"]',),
    parts=parts,
    content=("#readme article.markdown-body", "article.markdown-body", ".blob-wrapper", ".markdown-body"),
    drop=(
        "a.anchor",
        ".zeroclipboard-container",
        "clipboard-copy",
        ".js-suggested-changes-blob",
        ".email-hidden-toggle",
    ),
    title=(".js-issue-title", '[data-testid="issue-title"]'),
    authors=(
        ".gh-header-meta a.author",
        '[data-testid="issue-body-header-author"]',
        '//a[following-sibling::text()[contains(., "released this")]]',
    ),
    published=(
        ".js-comment relative-time@datetime",
        '[data-testid="issue-viewer-issue-container"] relative-time@datetime',
        '//relative-time[preceding-sibling::text()[contains(., "released this")]]/@datetime',
    ),
    modified=('//relative-time[preceding-sibling::text()[contains(., "edited this page")]]/@datetime',),  # of a wiki
    tags=(".js-issue-labels a.IssueLabel", ".topic-tag"),
    embedded=embedded,
    gone=(
        "This is not the web page you are looking for",
        "Find code, projects, and people on GitHub: 404",
        "Repository unavailable due to DMCA takedown",
        "This repository has been disabled",
    ),
)
