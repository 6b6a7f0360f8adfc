from __future__ import annotations

from crawler.platforms import all_platforms
from crawler.platforms.platform import Platform
from crawler.platforms.selectors import compiled
from tests.docs.documents import code, names, read

DOCUMENT = read("docs/platforms.md")


def test_every_platform_is_listed() -> None:
    files = {f"crawler/platforms/{platform.name}.py" for platform in all_platforms()}

    assert files <= names(DOCUMENT)


def test_the_example_is_a_platform_file() -> None:
    (example,) = code(DOCUMENT, "python")
    module: dict[str, object] = {}
    exec(example, module)
    platform = module["PLATFORM"]

    assert isinstance(platform, Platform)
    selectors = [*platform.content, *platform.title, *platform.tags, *platform.published]
    assert all(compiled(selector.partition("@")[0]) for selector in selectors)
