"""pkg.go.dev: a package's README and its documentation. A version is a page of its own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="go_packages",
    hosts=("pkg.go.dev",),
    content=("article.go-Main-article", ".Documentation-content", ".Overview-readmeContent"),
    drop=(
        ".UnitFiles",
        ".UnitDirectories",
        ".UnitReadme-expandLink",
        ".UnitDoc-buildContext",
        ".Documentation-idLink",
        ".Documentation-sinceVersion",
        ".Documentation-exampleButtonsContainer",
        ".Documentation-build",
        "select",
        'a[title^="Go to "]',
    ),
    title=("h1.UnitHeader-titleHeading", ".go-Main-headerTitle h1", "h1"),
    published=("[data-test-id='UnitHeader-commitTime']",),
)
