"""The process that crawls, as quiet as it can be without hiding anything."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess

if TYPE_CHECKING:
    from scrapy.settings import Settings


def start_process(settings: Settings) -> AsyncCrawlerProcess:
    """Return the process that crawls, with the log at our level.

    Of the libraries only the warnings are let through, unless LOG_LEVEL is DEBUG, and Scrapy's word on Ctrl-C.
    """
    if not settings.getfloat("DOWNLOAD_DELAY"):
        settings.set("DOWNLOAD_DELAY", 0.001, "cmdline")  # without any, Scrapy 2.19 forgets the limit for each host
    logging.disable(logging.INFO)
    process = AsyncCrawlerProcess(settings)
    logging.disable(logging.NOTSET)
    if settings["LOG_LEVEL"] != "DEBUG":
        for name in ("scrapy", "twisted", "alembic"):
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("scrapy.crawler").setLevel(logging.INFO)
        logging.getLogger("scrapy.crawler").addFilter(_is_about_shutdown)
    gc.freeze()  # what is imported stays: the collector need not walk through it, at the end least of all
    return process


def _is_about_shutdown(record: logging.LogRecord) -> bool:
    return record.levelno > logging.INFO or record.msg.startswith("Received")
