"""Gnuboard: boards of Korean sites, on any host; the post, without comments."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="gnuboard",
    signs=("#bo_v_atc #bo_v_con",),
    content=("#bo_v_con",),
    title=("#bo_v_title .bo_v_tit", "#bo_v_title"),
    authors=("#bo_v_info .sv_member", "#bo_v_info .sv_guest"),
    published=("#bo_v_info .if_date",),
    zone=timezone(timedelta(hours=9)),
)
