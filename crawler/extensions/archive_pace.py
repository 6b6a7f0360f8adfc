"""How fast the web archive is asked, whoever asks: a note may cite it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


class ArchivePace:
    """Gives the archive's host a download slot of its own: one request every ARCHIVE_DELAY seconds."""

    def update_settings(self, settings: BaseSettings) -> None:
        if host := urlsplit(settings["ARCHIVE_URL"]).hostname:
            slot = {"concurrency": 1, "delay": settings.getfloat("ARCHIVE_DELAY"), "jitter": 0}
            settings.set("DOWNLOAD_SLOTS", {**settings.getdict("DOWNLOAD_SLOTS"), host: slot}, "addon")
