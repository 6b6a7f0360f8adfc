"""Run a command with a Splash beside it: `run.py -- COMMAND…`; without a command, Splash alone in the foreground.

Where SPLASH_URL (http://127.0.0.1:8050) is on this machine and nothing answers there, a Splash is started, which ends
with the command: with a Docker engine Splash's own image, else the one that `make setup` made. This process then
becomes the command, so that its exit code and the signals it gets are nobody else's. What Splash says goes to
data/splash.log. Exit code 2: SPLASH_URL cannot be used.
"""

import ipaddress
import os
import signal
import subprocess
import sys
import time
from typing import List, NoReturn, Optional
from urllib.parse import urlsplit

import watchdog
from addresses import port_of_database
from processes import start
from watchdog import SplashError, answers, check_free

LOG = watchdog.HERE.parent.parent / "data" / "splash.log"
IMAGE = "scrapinghub/splash:3.5"
MEMORY = "2g"
START_SECONDS = 90
ENGINE_SECONDS = 10


def main(command: List[str]) -> None:
    port = local_port(os.environ.get("SPLASH_URL", "http://127.0.0.1:8050"))
    if port is None or answers(port):
        become(command or ["true"])
    check_free("127.0.0.1", port)
    splash = splash_command(port)
    if not command:
        become(splash)
    wait_for(start_logged(splash), port)
    become(command)


def become(command: List[str]) -> NoReturn:
    os.execvp(command[0], command)


def local_port(url: str) -> Optional[int]:
    """Return the port of a Splash on this machine; None where there is to be none, or it is another machine's."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or 80
    except ValueError:
        host = None
    if not host or parts.scheme != "http":
        raise SplashError("SPLASH_URL is {!r}; it has to look like http://127.0.0.1:8050".format(url), exit_code=2)
    return port if is_loopback(host) else None


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def splash_command(port: int) -> List[str]:
    """Return the command that keeps a Splash running on a port of loopback."""
    if engine_runs():
        fetch_image()
        return container_command(port)
    if not watchdog.NATIVE.exists():
        raise SplashError("there is no Splash on this machine: make setup")
    return [sys.executable, str(watchdog.HERE / "watchdog.py"), "--port", str(port)]


def engine_runs() -> bool:
    """Say whether a Docker engine answers."""
    try:
        return succeeds(["docker", "version"], timeout=ENGINE_SECONDS)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def succeeds(command: List[str], timeout: Optional[float] = None) -> bool:
    null = subprocess.DEVNULL
    return not subprocess.run(command, timeout=timeout, check=False, stdout=null, stderr=null).returncode


def fetch_image() -> None:
    """Pull Splash's image once; it shows its progress."""
    if succeeds(["docker", "image", "inspect", IMAGE]):
        return
    if subprocess.run(["docker", "pull", IMAGE], stdout=sys.stderr, check=False).returncode:
        raise SplashError("docker cannot pull {}: is there a network?".format(IMAGE))


def container_command(port: int) -> List[str]:
    """Return the command for the image, on the host's network, so that it sees what this machine sees."""
    database = "//localhost:{}".format(port_of_database(os.environ.get("DATABASE_URL", "")))  # no password in there
    command = ["docker", "run", "--rm", "--init", "--network", "host", "--memory", MEMORY, "--cap-drop", "ALL"]
    command += ["--volume", "{}:/refkeep:ro".format(watchdog.HERE), "--entrypoint", "python3"]
    command += ["--env", "ALLOWED_PRIVATE_HOSTS", "--env", "SPLASH_SLOTS", "--env", "DATABASE_URL=" + database]
    return [*command, IMAGE, "/refkeep/watchdog.py", "--port", str(port)]


def start_logged(command: List[str]) -> "subprocess.Popen[bytes]":
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("wb") as log:
        return start(command, farewell=signal.SIGTERM, stdout=log, stderr=log)


def wait_for(splash: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until Splash answers. Raises SplashError when it ends first, or START_SECONDS have gone."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and splash.poll() is None:
        if answers(port):
            return
        time.sleep(0.1)
    raise SplashError("Splash does not start; {} says why".format(LOG))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    try:
        main(arguments[1:] if arguments[:1] == ["--"] else arguments)
    except SplashError as failure:
        sys.exit(print("splash: {}".format(failure), file=sys.stderr) or failure.exit_code)
    except KeyboardInterrupt:  # while Splash starts, which ends with this process
        sys.exit(130)
