"""Baekjoon's problems: acmicpc.net/problem/NUMBER. Its samples are code."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="baekjoon",
    hosts=("acmicpc.net",),
    content=("#problem-body",),
    drop=(".copy-button", "#problem_tags"),
)
