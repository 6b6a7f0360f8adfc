"""pkg.go.dev: a package's README and its documentation. A version is a page of its own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="go_packages",
    hosts=("pkg.go.dev",),
    content=(".Documentation-content", ".UnitReadme-content", ".Overview-readmeContent"),
    drop=(
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
