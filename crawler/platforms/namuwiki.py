"""Namuwiki, and other wikis of its engine."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="namuwiki",
    hosts=("namu.wiki",),
    rendered=True,
    content=(".wiki-inner-content", ".wiki-content", "//*[contains(@class, 'wiki-paragraph')]/parent::div[h2]"),
    drop=(
        ".wiki-macro-toc",
        ".wiki-edit-section",
        '//a[starts-with(@href, "/edit/")]',
        '//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]/a[@href="#toc"]',
        "#toc",
    ),
    paragraphs=("div.wiki-paragraph",),
    modified=('//*[starts-with(normalize-space(text()), "최근 수정 시각")]/time/@datetime',),
    zone=timezone(timedelta(hours=9)),
)
