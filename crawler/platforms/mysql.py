"""MySQL's manuals: dev.mysql.com/doc."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="mysql",
    hosts=("dev.mysql.com",),
    content=(
        "#docs-main > .section",
        "#docs-body > .section",
        "#docs-main .chapter",
        "#docs-body .chapter",
        "#docs-main .section",
        "#docs-body .section",
        "#docs-main .refentry",
    ),
    drop=("#docs-version-nav", "#docs-in-page-nav", "#docs-in-page-nav-bottom", ".toc", ".copytoclipboard-topbar"),
    title=(".titlepage .title", "#docs-body h2.title"),
)
