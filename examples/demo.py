"""Crawls the example notes against the example site, in a database of its own and with no network.

`.venv/bin/python examples/demo.py [further scrapy arguments]`
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT_DIR))  # a script finds only its own folder

from examples.site.serve import ADDRESS, HOST, PORT, serve  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTES = "examples/notes"
SETTINGS = {
    "NOTES_DIR": NOTES,
    "DATABASE_URL": "sqlite:///data/demo.db",
    "FEED_DIR": "data/demo-feeds",
    "ALLOWED_PRIVATE_HOSTS": ADDRESS,
    "ARCHIVE_URL": "",
}
CRAWL = (sys.executable, "-m", "scrapy", "crawl", "sources", "-a", f"notes={NOTES}")
# One host holds all pages: at the usual pace, a second a page, the demo would only wait.
PACE = ("-s", "DOWNLOAD_DELAY=0.05")
USAGE_ERROR = 2
PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(command: Sequence[str]) -> int:
    """Run a command from the project's folder with the demo's settings and return its exit code, as a shell would.

    The command has a process group of its own: a Ctrl-C reaches it once, through here, and not a second time from
    the terminal (Scrapy takes a second one as an order to drop what is in flight).
    """
    environment = {**os.environ, **SETTINGS}
    with subprocess.Popen(command, cwd=PROJECT_DIR, env=environment, process_group=0) as child:  # noqa: S603
        for number in PASSED_ON:
            signal.signal(number, lambda number, _frame: child.send_signal(number))
        code = child.wait()
    return code if code >= 0 else 128 - code


def main(command: Sequence[str]) -> int:
    """Run the command while the example site is up."""
    try:
        with serve():
            return run(command)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.stderr.write(
            f"Port {PORT} on {HOST} is taken, and the example notes cite it: "
            f"stop what listens there (ss -ltnp 'sport = :{PORT}' names it) and start again.\n"
        )
        return USAGE_ERROR


if __name__ == "__main__":
    sys.exit(main([*CRAWL, *PACE, *sys.argv[1:]]))
