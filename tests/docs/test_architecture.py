from __future__ import annotations

import ast
import tomllib

from scrapy.settings import Settings

from tests.docs.documents import PROJECT_DIR, code, read, rows, section

DOCUMENT = read("docs/architecture.md")
FOLDERS = ("pipelines", "crawler/middlewares", "crawler/extensions")
PARTS = {"Workers", "WorkFailedError", "WorkerDiedError"}  # of a pipeline, none themselves


def shown_components() -> dict[str, str]:
    """Return the file of each component by its class, as the document's table shows them."""
    return {row[1].strip("`"): row[2].strip("`") for row in rows(section(DOCUMENT, "The components, one a file"))}


def classes_below(folder: str) -> dict[str, str]:
    return {
        node.name: str(path.relative_to(PROJECT_DIR))
        for path in (PROJECT_DIR / folder).glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def test_every_pipeline_middleware_and_extension_is_shown_with_its_file() -> None:
    there = {name: file for folder in FOLDERS for name, file in classes_below(folder).items() if name not in PARTS}

    assert there.items() <= shown_components().items()


def test_every_component_of_ours_that_the_settings_name_is_shown() -> None:
    settings = Settings()
    settings.setmodule("crawler.settings")
    dotted = [
        settings["TWISTED_DNS_RESOLVER"],
        *settings["DOWNLOAD_HANDLERS"].values(),
        *settings["FEED_STORAGES"].values(),
    ]
    for name in ("ADDONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "ITEM_PIPELINES", "EXTENSIONS"):
        dotted += [path for path, order in dict(settings[name]).items() if order is not None]
    ours = {
        path.rpartition(".")[2]
        for path in dotted
        if isinstance(path, str) and path.startswith(("crawler.", "pipelines."))
    }

    assert ours
    assert ours <= set(shown_components())


def test_every_component_that_is_shown_is_in_its_file() -> None:
    misplaced = [
        name
        for name, file in shown_components().items()
        if f"class {name}(" not in read(file) and f"class {name}:" not in read(file)
    ]

    assert misplaced == []


def test_the_layers_are_those_that_are_checked() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]

    assert "\n".join(layers) + "\n" in code(section(DOCUMENT, "What may import what"), "text")
