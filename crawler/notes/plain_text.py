"""Inline Markdown without its markup, for titles, headings and labels."""

from __future__ import annotations

import html
import re

MAX_LENGTH = 2_000  # characters; a longer label is cut, so that no pattern here can be slow
MARKUP = re.compile(r"[\\`*_<&!\[~={]")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
AUTOLINK = re.compile(r"<(https?://[^<>\s]*)>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->")
HEADING_ID = re.compile(r"\s*\{#[^{}]*\}\s*$")
STRONG = re.compile(r"(\*{1,3}|~~|==)(?=\S)(.+?)(?<=\S)\1")
UNDERSCORE = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
KEPT = "\ue000{}\ue001"  # stands for a code span while the rest is read
KEPT_PATTERN = re.compile("\ue000(\\d+)\ue001")


def plain_text(markdown: str) -> str:
    """Return the text that a reader sees, white space collapsed; at most 2,000 characters."""
    text = markdown[:MAX_LENGTH]
    if MARKUP.search(text):
        text = _without_markup(text)
    return " ".join(text.split())


def _without_markup(text: str) -> str:
    kept: list[str] = []

    def keep(content: str) -> str:
        kept.append(content)
        return KEPT.format(len(kept) - 1)

    text = CODE.sub(lambda m: keep(m[2].strip() or m[2]), text)
    text = ESCAPE.sub(lambda m: keep(m[1]), text)
    text = HEADING_ID.sub("", LINK.sub(r"\1", IMAGE.sub(r"\1", text)))
    text = TAG.sub("", AUTOLINK.sub(lambda m: keep(m[1]), text))
    text = html.unescape(UNDERSCORE.sub(r"\2", STRONG.sub(r"\2", text)))
    return KEPT_PATTERN.sub(lambda m: kept[int(m[1])] if int(m[1]) < len(kept) else "", text)
