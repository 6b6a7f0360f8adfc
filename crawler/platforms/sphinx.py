"""Sphinx: alabaster and its kin, Read the Docs, Furo, PyData, Book and any theme that keeps Sphinx's own frame."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="sphinx",
    signs=(
        '/html/head/link[contains(@href, "_static/pygments.css")]',
        "script#documentation_options",
        '/html/head/script[contains(@src, "_static/documentation_options.js")]',
    ),
    content=(
        "[itemprop='articleBody']",
        "#furo-main-content",
        "article.bd-article",
        "#main-content article",
        "article[role='main']",
        "div.body[role='main']",
        "div.documentwrapper div.body",
        "#docs-body",
        "[role='main']",
    ),
    drop=(
        "a.headerlink",
        ".viewcode-link",
        ".viewcode-back",
        "nav.contents.local",
        "aside.topic.contents",
        "div.topic.contents",
        "div.sphinxsidebar",
        "div.prev-next-area",
        ".content-icon-container",
        ".view-this-page",
        ".edit-this-page",
        "[data-ea-publisher]",
        ".ethical-sidebar",
        "form",
    ),
    modified=(".lastupdated", ".last-updated"),
)
