"""The verdicts: what may be said of a source."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a fetch shows about its source."""

    OK = "ok"
    MOVED = "moved"
    DOUBTFUL = "doubtful"  # alive, but so unlike the kept article that it does not replace it yet
    GONE = "gone"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    LOGIN = "login"
    CAPTCHA = "captcha"
    BLOCKED = "blocked"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    UNSAFE = "unsafe"
    ROBOTS = "robots"
    OFFLINE = "offline"
    INVALID = "invalid"
