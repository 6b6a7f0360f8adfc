"""The map of the machine: every setting that is not Scrapy's default, with its reason.

The only reader of the environment. Settings of ours name their reader; docs/settings.md explains them to users.
"""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent


def _env(name: str, default: str) -> str:
    return os.environ.get(name, default)


BOT_NAME = "refkeep"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "crawler.commands"

# --- Ours, each also an environment variable of the same name ------------------------------------------------------

NOTES_DIR = _env("NOTES_DIR", "notes")  # spiders.sources, crawler.commands
DATABASE_URL = _env("DATABASE_URL", "sqlite:///data/refkeep.db")  # crawler.storage; relative: from the project's folder
FEED_DIR = _env("FEED_DIR", "data/feeds")  # FEEDS below, crawler.feeds; relative: from the project's folder
ALLOWED_PRIVATE_HOSTS = _env("ALLOWED_PRIVATE_HOSTS", "")  # crawler.notes, crawler.middlewares, deploy/splash
IGNORE_URLS = _env("IGNORE_URLS", "")  # crawler.notes: patterns (fnmatch) by comma or white space
CONTACT = _env("CONTACT", "")  # USER_AGENT below
