"""PyPI: a project's description. A version is a page of its own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="pypi",
    hosts=("pypi.org",),
    content=("#description .project-description", ".project-description"),
    title=("h1.package-header__name",),
    authors=(".sidebar-section__user-gravatar-text",),
    published=(".package-header__date time@datetime",),
    tags=(".tags .package-keyword",),
)
