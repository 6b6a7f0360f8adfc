"""What can go wrong, as a tree.

RefkeepError                one line for the user; the command ends with `exit_code`
├── UsageError              wrong usage: names the wrong thing and the mend (exit code 2)
│   └── DatabaseError       the database cannot be opened, is newer than the code, or does not go on: locked, full, gone
├── JobError                the job could not be done (exit code 1)
│   ├── LeaseHeldError      another crawl is running (raised by crawler.storage)
│   └── SplashAwayError     Splash went away and did not come back (raised by crawler.rendering)
└── NoteUnreadableError     one note cannot be read; the sync reports it and goes on (raised by crawler.notes)
NotAskedError               a request that was not sent, and whose source stays due (raised by crawler.middlewares)
├── BrokenOffError          the crawl's end left it unsent or unanswered
└── HostPausedError         its host asked to be left alone
ArchiveAwayError            the web archive cannot be asked now (raised by crawler.rendering)
└── UnclearAnswerError      it answers, and neither with a copy nor clearly that it has none
InvalidURLError             a URL that no one can ask for (raised by crawler.urls); a ValueError
"""

from __future__ import annotations


class RefkeepError(Exception):
    """An error whose text is the one line that the user reads."""

    exit_code = 1


class UsageError(RefkeepError):
    """Wrong usage: an argument, a setting, a folder. Raised before anything is changed."""

    exit_code = 2


class DatabaseError(UsageError):
    """The database cannot be used as it is: wrong URL, no server, a newer schema, a full disk."""


class JobError(RefkeepError):
    """The job was understood and could not be done."""


class LeaseHeldError(JobError):
    """Another crawl holds the lease."""


class SplashAwayError(JobError):
    """Splash stopped answering for longer than the crawl is willing to wait."""


class NotAskedError(Exception):
    """A request that was not sent, or not waited for: nothing is held against its source, which stays due."""


class HostPausedError(NotAskedError):
    """The host asked to be left alone for longer than this crawl waits."""


class BrokenOffError(NotAskedError):
    """The crawl was broken off before this request was sent, or answered: its source stays due."""


class ArchiveAwayError(Exception):
    """The web archive does not answer, or not now: what is looked up there has to wait."""


class UnclearAnswerError(ArchiveAwayError):
    """The web archive answers something else than a copy: maybe it is away, maybe only this URL is not to be had."""


class InvalidURLError(ValueError):
    """A URL that cannot be asked for: no host, a broken port, a bad bracket."""
