"""The map of the machine: every setting that is not Scrapy's default, with its reason.

The only reader of the environment, whose values stay text: who reads a setting converts it, and `scrapy crawl` checks
them all before it begins. Settings of ours name their reader; docs/settings.md explains them to users.
"""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent


def _env(name: str, default: str) -> str:
    return os.environ.get(name, default)


BOT_NAME = "refkeep"
SPIDER_MODULES = ["spiders.sources"]
COMMANDS_MODULE = "crawler.commands"

# --- Ours, each also an environment variable of the same name ------------------------------------------------------

NOTES_DIR = _env("NOTES_DIR", "notes")  # spiders.sources, crawler.commands
DATABASE_URL = _env("DATABASE_URL", "sqlite:///data/refkeep.db")  # crawler.storage; relative: from the project's folder
FEED_DIR = _env("FEED_DIR", "data/feeds")  # FEEDS below, crawler.feeds; relative: from the project's folder
WEBHOOK_URL = _env("WEBHOOK_URL", "")  # crawler.commands.crawl: where the report is posted; a secret
ALLOWED_PRIVATE_HOSTS = _env("ALLOWED_PRIVATE_HOSTS", "")  # crawler.notes, crawler.middlewares, deploy/splash
IGNORE_URLS = _env("IGNORE_URLS", "")  # crawler.notes: patterns (fnmatch) by comma or white space
PLATFORMS_DIR = _env("PLATFORMS_DIR", "")  # crawler.commands, crawler.platforms; relative: from the project's folder
CONTACT = _env("CONTACT", "")  # USER_AGENT below
SPLASH_URL = _env("SPLASH_URL", "http://127.0.0.1:8050")  # spiders.sources, crawler.rendering; empty: no Splash
SPLASH_SLOTS = _env("SPLASH_SLOTS", "4")  # crawler.rendering.handler: as many as Splash itself was given
SPLASH_PATIENCE = _env("SPLASH_PATIENCE", "300")  # seconds that Splash may be away before the crawl gives up
RENDER_POLICY = _env("RENDER_POLICY", "")  # crawler.rendering.policy: platform or host=splash|plain|auto|chromium, …
RENDER_TIMEOUT = 50  # seconds for a page in Splash, below its --max-timeout of 60
RENDER_LOAD_SECONDS = 20  # for each of the page's resources
RENDER_QUIET_SECONDS = 8  # for its scripts to come to rest
MAX_PAGE_BYTES = 20 << 20  # pipelines.validate: web pages
MAX_PDF_BYTES = 40 << 20  # pipelines.validate
MAX_IMAGE_BYTES = 10 << 20  # pipelines.validate
MAX_TEXT_BYTES = 10 << 20  # pipelines.validate: text, Markdown, data, programs, notebooks
RECRAWL_MIN = _env("RECRAWL_MIN", "7")  # pipelines.store: days from a good fetch to the next, at the least
RECRAWL_MAX = _env("RECRAWL_MAX", "90")  # the same, at the most
MAX_CRAWL_DELAY = 30  # crawler.middlewares.robots: seconds of a Crawl-delay that are obeyed
MAX_PAUSE = 60  # crawler.middlewares.pauses: seconds of a Retry-After that a crawl waits for; a longer one leaves it
CLEAN_WORKERS = _env("CLEAN_WORKERS", "0")  # pipelines.clean: processes; 0: one for each processor
CLEAN_SECONDS = 60  # pipelines.clean: for one page

ARCHIVE_URL = _env("ARCHIVE_URL", "https://web.archive.org/web/")  # crawler.extensions; empty: ask none
ARCHIVE_DELAY = _env("ARCHIVE_DELAY", "4")  # seconds between two requests to the archive: 15 a minute
ARCHIVE_LOOKUPS = 100  # crawler.extensions.rescue: dead sources that one crawl looks up

# --- Manners -------------------------------------------------------------------------------------------------------

USER_AGENT = f"Mozilla/5.0 (compatible; Refkeep/0.1; {f'+{CONTACT}' if CONTACT else 'no contact given'})"
ROBOTSTXT_USER_AGENT = "Refkeep"
DOWNLOAD_DELAY = _env("DOWNLOAD_DELAY", "1")  # seconds between two requests to one host, Splash's included
DOWNLOAD_DELAY_JITTER = 0.5  # ± half of it
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 32  # hosts asked at once; the pages among them pass through SPLASH_SLOTS
CONCURRENT_ITEMS = 1  # a response gives one; Scrapy starts so many tasks for each, a third of a second crawl's work
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 16 << 20  # bytes of pages being cleaned and stored: Scrapy's 5 MB stall a second crawl
AUTOTHROTTLE_ENABLED = False  # it would take Splash's queue for the site's slowness and slow every host down
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = MAX_PDF_BYTES  # the largest of them: a body without an end; pipelines.validate judges the others
DOWNLOAD_WARNSIZE = 0
COOKIES_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "ko,en;q=0.8",
}
RETRY_TIMES = 1  # a source that failed is asked for again by a later crawl
RETRY_HTTP_CODES: list[int] = []  # they are verdicts
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # so is what is left then
REFERRER_POLICY = "no-referrer"  # where we were is nobody's business
REDIRECT_MAX_TIMES = 10
METAREFRESH_MAXDELAY = 10  # seconds, of a Refresh header too: a page that stays for longer is there to be read

# --- Chromium, where it is installed -------------------------------------------------------------------------------

PLAYWRIGHT_BROWSER_PROVIDER = "crawler.rendering.browser.LateChromium"  # the default starts with every crawl
PLAYWRIGHT_ABORT_REQUEST = "crawler.rendering.browser.is_unneeded"
PLAYWRIGHT_PROCESS_REQUEST_HEADERS = None  # the browser's own, with our user agent

# --- Scrapy's components -------------------------------------------------------------------------------------------

ADDONS = {
    "crawler.rendering.splash.SplashAddon": 0,  # scrapy-splash, made to fit
    "crawler.extensions.archive_pace.ArchivePace": 0,  # DOWNLOAD_SLOTS for the archive's host
}
DOWNLOAD_HANDLERS = {
    "http": "crawler.rendering.handler.GatedDownloadHandler",
    "https": "crawler.rendering.handler.GatedDownloadHandler",
    # A note could cite file:///etc/passwd.
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}
TWISTED_DNS_RESOLVER = "crawler.middlewares.resolver.VettingResolver"
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.address.TargetAddressMiddleware": 50,  # first: nothing is asked of a private address
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # sources are anywhere
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.pauses.PauseMiddleware": 60,  # before anything is asked of a host that wants to be left alone
    "crawler.middlewares.robots.TargetRobotsMiddleware": 100,  # in its place
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.redirects.RefreshMiddleware": 580,  # in its place
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirects.ChainRedirectMiddleware": 600,  # in its place
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    # In its place, behind Splash's own: else the site would be asked for brotli, which WebKit cannot read.
    "crawler.middlewares.compression.CompressionMiddleware": 810,
    "crawler.middlewares.ending.EndingMiddleware": 950,  # last before the downloader: what comes late comes past it
}
SPIDER_MIDDLEWARES = {  # each is one more layer around every result
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # the spider makes failures of errors
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # no URL is too long to have been cited
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # no link is followed
}
ITEM_PIPELINES = {
    "pipelines.validate.ValidatePipeline": 100,  # cheap, and spares the next one
    "pipelines.clean.CleanPipeline": 200,
    "pipelines.judge.JudgePipeline": 250,  # needs the article; what is none goes no further than the failures
    "pipelines.shells.ShellPipeline": 260,  # needs the article: most pages are no shells by its length
    "pipelines.store.StorePipeline": 300,  # last: what leaves it is in the database
}
EXTENSIONS_BASE = dict.fromkeys(  # of Scrapy's own those that do something here: the others take their time to load
    (
        "scrapy.extensions.corestats.CoreStats",
        "scrapy.extensions.logcount.LogCount",
        "scrapy.extensions.closespider.CloseSpider",
        "scrapy.extensions.feedexport.FeedExporter",
    ),
    0,
)
EXTENSIONS = {
    "crawler.extensions.rescue.Rescue": 100,
    "crawler.extensions.progress.ProgressBar": 100,
    "crawler.extensions.progress_log.ProgressLog": 100,
}
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"  # the database asks for each source once
TELNETCONSOLE_ENABLED = False  # a way into the process that nobody needs
REMOTE_CONTROL_ENABLED = False  # the same
LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []  # a bug report asks for them: scrapy version -v
STATS_DUMP = False  # the summary says it in words

# --- Feeds ---------------------------------------------------------------------------------------------------------

_FEED_FOLDER = PROJECT_DIR / FEED_DIR  # an absolute FEED_DIR stays what it is
FEEDS = {  # what one crawl brought; crawler.commands.crawl adds feed.json, the whole store
    _FEED_FOLDER / "articles.json": {
        "format": "json",
        "overwrite": True,
        "item_classes": ["crawler.items.ArticleItem"],
    },
    _FEED_FOLDER / "failures.json": {
        "format": "json",
        "overwrite": True,
        "item_classes": ["crawler.items.FailureItem"],
    },
}
FEED_EXPORTERS = {
    "jsonfeed": "crawler.feeds.jsonfeed.JsonFeedItemExporter",
    "json": "crawler.feeds.json_list.JsonItemExporter",
    "jsonl": "crawler.feeds.json_list.JsonLinesItemExporter",
    "jl": "crawler.feeds.json_list.JsonLinesItemExporter",
    "jsonlines": "crawler.feeds.json_list.JsonLinesItemExporter",
    "csv": "crawler.feeds.csv_table.CsvItemExporter",
    "xlsx": "crawler.feeds.xlsx_table.XlsxItemExporter",
    # They would write an item as it is, the page's body with it.
    **dict.fromkeys(("xml", "pickle", "marshal")),
}
FEED_STORAGES = dict.fromkeys(("", "file"), "crawler.feeds.storage.WholeFileFeedStorage")  # no reader sees half a feed
FEED_EXPORT_ENCODING = "utf-8"
