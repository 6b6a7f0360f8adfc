"""Data and programs: shown as they are, in a block of code of their language."""

from __future__ import annotations

import re
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from crawler.extraction.article import Article
from crawler.extraction.bounded import bounded
from crawler.extraction.dom import parse
from crawler.extraction.legible import legible
from crawler.extraction.plain_text import judged
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {
    language if suffix == "=" else suffix: language
    for language, suffixes in {
        "bash": "sh bash zsh", "c": "= h", "cpp": "= cc hpp cxx", "csharp": "cs", "css": "=", "csv": "=", "dart": "=",
        "diff": "= patch", "go": "=", "groovy": "= gradle", "haskell": "hs", "ini": "= cfg conf properties",
        "java": "=", "javascript": "js mjs cjs jsx", "json": "= jsonl ipynb", "kotlin": "kt kts", "lua": "=",
        "perl": "pl pm", "php": "=", "python": "py pyi", "r": "=", "ruby": "rb", "rust": "rs", "scala": "=", "sql": "=",
        "swift": "=", "toml": "=", "tsv": "=", "typescript": "ts tsx", "xml": "= rss atom xsd xsl", "yaml": "= yml",
    }.items()
    for suffix in suffixes.split()
}  # fmt: skip
TYPE = re.compile(r"(?:application|text)/(?:[\w.-]+\+)?(?:x-)?(csv|css|javascript|json|python|sh|sql|toml|xml|yaml)$")


def file_name(url: str) -> str | None:
    """Return the name of the file that a URL ends in; None where what it ends in has no suffix, as files have."""
    try:
        name = PurePosixPath(legible(unquote(urlsplit(url).path)))
    except ValueError:
        return None
    return name.name if name.suffix else None


def language_of_listing(url: str, content_type: str) -> str | None:
    """Return the language of a file by its name, else by its declared type; None for what is prose."""
    suffix = PurePosixPath(file_name(url) or "").suffix.lower().removeprefix(".")
    said = TYPE.match(content_type)
    named = LANGUAGES.get(suffix)
    return named or (LANGUAGES.get(said[1], said[1]) if said else None)


def read_listing(source: str, url: str, language: str) -> Article:
    """Make the article of a file of data or a program; its name is the title."""
    text = bounded(source)
    tree = parse(f'<pre><code class="language-{language}">{escape(text)}</code></pre>').find("body")
    quality, reasons = judged(source, text)
    return Article(
        title=file_name(url),
        text=text,
        markdown=to_markdown(tree),
        html=to_html(tree),
        quality=quality,
        quality_reasons=reasons,
    )
