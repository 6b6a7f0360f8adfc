"""The process that crawls, as quiet as it can be without hiding anything."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess

from crawler.signals import breaking_off

if TYPE_CHECKING:
    from scrapy.settings import Settings


class CrawlProcess(AsyncCrawlerProcess):
    """Ends its crawl soon when it is told to: what is not on the wire yet is dropped."""

    async def stop(self) -> None:
        for crawler in self.crawlers:
            if crawler.engine.running:
                crawler.engine.pause()  # else what is scheduled would take the place of what is dropped
                crawler.signals.send_catch_log(signal=breaking_off)
        await super().stop()


def start_process(settings: Settings) -> AsyncCrawlerProcess:
    """Return the process that crawls, with the log at our level.

    Of the libraries only the warnings are let through, unless LOG_LEVEL is DEBUG, and Scrapy's word on Ctrl-C.
    """
    if not settings.getfloat("DOWNLOAD_DELAY"):
        settings.set("DOWNLOAD_DELAY", 0.001, "cmdline")  # without any, Scrapy 2.19 forgets the limit for each host
    logging.disable(logging.INFO)
    process = CrawlProcess(settings)
    logging.disable(logging.NOTSET)
    if settings["LOG_LEVEL"] != "DEBUG":
        for name in ("scrapy", "twisted", "alembic"):
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("scrapy.crawler").setLevel(logging.INFO)
        logging.getLogger("scrapy.crawler").addFilter(_is_about_shutdown)
    logging.getLogger("scrapy.extensions.feedexport").addFilter(_in_one_line)
    gc.freeze()  # what is imported stays: the collector need not walk through it, at the end least of all
    return process


def _is_about_shutdown(record: logging.LogRecord) -> bool:
    return record.levelno > logging.INFO or record.msg.startswith("Received")


def _in_one_line(record: logging.LogRecord) -> bool:
    """Say of a feed that cannot be written why, and not from where in the program."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, OSError):
        record.msg, record.args, record.exc_info = "%s: %s", (record.getMessage(), error.strerror), None
    return True
