"""Keep a Splash running: start it with our filters and proxy, ask whether it answers, start it again when it does not.

A page with an endless loop freezes Splash for good: no time-out fires and it does not hear SIGTERM. So it is asked for
/_ping; two answers missed, and it is killed and started again. It is also the entry point inside Splash's own image.

Ends with SIGTERM, SIGINT or its parent, and leaves nothing running. Exit code 2: the port is taken, or
ALLOWED_PRIVATE_HOSTS cannot be read.
SPLASH_SLOTS (4): pages rendered at once. ALLOWED_PRIVATE_HOSTS and DATABASE_URL: see addresses.py.
"""

import argparse
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator, List, NamedTuple

from addresses import policy_of
from processes import die_with_parent, running
from request_filters import write_filters

HERE = Path(__file__).resolve().parent
NATIVE = HERE.parent.parent / ".splash" / "bin" / "python"  # made by `make setup`; absent in Splash's image

PING_SECONDS = 5  # for an answer
PINGS_MISSED = 2  # in a row
PAUSE_SECONDS = 2  # between two pings
START_SECONDS = 60  # until the first answer
FAILED_STARTS = 3  # in a row


class SplashError(Exception):
    """Splash cannot be kept running; `exit_code` is the watchdog's."""

    def __init__(self, reason: str, exit_code: int = 1) -> None:
        super().__init__(reason)
        self.exit_code = exit_code


class Pair(NamedTuple):
    """A Splash and its proxy, which come and go together."""

    splash: "subprocess.Popen[bytes]"
    proxy: "subprocess.Popen[bytes]"


def keep_running(options: argparse.Namespace) -> None:
    """Start Splash again and again, until a signal ends this or it no longer starts."""
    failed = 0
    while failed < FAILED_STARTS:
        with pair(options) as (splash, proxy):
            if comes_up(splash, options.port):
                failed = 0
                say("Splash {} answers on port {}".format(splash.pid, options.port))
                say("{}; it is started again".format(fault(Pair(splash, proxy), options.port)))
            else:
                failed += 1
                say("Splash {} did not come up".format(splash.pid))
    raise SplashError("Splash did not start, {} times in a row; the lines above say why".format(failed))


@contextlib.contextmanager
def pair(options: argparse.Namespace) -> Iterator[Pair]:
    """Run a Splash with its filters and its proxy."""
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="splash-"))
        listening = stack.enter_context(listening_socket())
        proxy_port = listening.getsockname()[1]
        shut_ports = [options.port, proxy_port]
        write_filters(Path(folder), policy_of(os.environ, shut_ports))
        write_proxy_profile(Path(folder), proxy_port)
        proxy = [sys.executable, str(HERE / "proxy.py"), *map(str, [listening.fileno(), *shut_ports])]
        environment = dict(
            {name: value for name, value in os.environ.items() if name != "DATABASE_URL"},  # its password
            SPLASH_PROXY="127.0.0.1:{}".format(proxy_port),
            QT_QPA_PLATFORM="offscreen",
            QTWEBENGINE_DISABLE_SANDBOX="1",
            XDG_RUNTIME_DIR=folder,
        )
        yield Pair(
            proxy=stack.enter_context(running(proxy, pass_fds=[listening.fileno()])),
            splash=stack.enter_context(running(splash_command(options, folder), env=environment)),
        )


def splash_command(options: argparse.Namespace, folder: str) -> List[str]:
    """Return the command that starts Splash.

    Only its WebKit: the Chromium 87 beside it takes no filters and reads file:///. Its caches in memory stay on: they
    spare the sites and the processor a third, and no page of a crawl is anybody's own. No web interface, no ftp.
    """
    python = str(NATIVE) if NATIVE.exists() else sys.executable
    command = [python, str(HERE / "launcher.py"), "--ip", options.ip, "--port", str(options.port), "--disable-xvfb"]
    command += ["--slots", os.environ.get("SPLASH_SLOTS", "4"), "--max-timeout", "60", "--browser-engines", "webkit"]
    command += ["--allowed-schemes", "http,https,data", "--filters-path", folder, "--proxy-profiles-path", folder]
    return [*command, "--disable-ui", "--dont-log-args", "lua_source,body,headers,cookies"]


def write_proxy_profile(folder: Path, port: int) -> None:
    """Write the profile that Splash uses for every page whose caller names no other."""
    profile = "[proxy]\nhost=127.0.0.1\nport={}\ntype=SOCKS5\n".format(port)
    (folder / "default.ini").write_text(profile, encoding="utf-8")


def listening_socket() -> socket.socket:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(128)
    return listening


def comes_up(splash: "subprocess.Popen[bytes]", port: int) -> bool:
    """Say whether Splash answers within START_SECONDS of its start."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and splash.poll() is None:
        if answers(port):
            return True
        time.sleep(0.1)
    return False


def fault(pair: Pair, port: int) -> str:
    """Watch a running Splash; return what is wrong once something is."""
    missed = 0
    while missed < PINGS_MISSED:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return "Splash ended with exit code {}".format(pair.splash.wait(PAUSE_SECONDS))
        if pair.proxy.poll() is not None:
            return "the proxy ended with exit code {}".format(pair.proxy.returncode)
        missed = 0 if answers(port) else missed + 1
    return "Splash does not answer"


def answers(port: int, host: str = "127.0.0.1") -> bool:
    """Say whether a Splash answers /_ping there, within PING_SECONDS."""
    connection = http.client.HTTPConnection(host, port, timeout=PING_SECONDS)
    try:
        connection.request("GET", "/_ping")
        response = connection.getresponse()
        return response.status == 200 and b'"maxrss"' in response.read(1000)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def check_settings() -> None:
    """Raise SplashError where a setting cannot be read."""
    try:
        policy_of(os.environ, [])
    except ValueError as error:
        raise SplashError("ALLOWED_PRIVATE_HOSTS: {}".format(error), exit_code=2) from None


def check_free(host: str, port: int) -> None:
    """Raise SplashError where something else listens already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = "port {} cannot be used ({}): end what holds it, or set SPLASH_URL to another port"
            raise SplashError(reason.format(port, error.strerror), exit_code=2) from None


def say(line: str) -> None:
    print("watchdog: {}".format(line), file=sys.stderr, flush=True)


def end(*_: object) -> None:
    sys.exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ip", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8050, help="port to listen on (%(default)s)")
    options = parser.parse_args()
    die_with_parent(signal.SIGTERM)
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        check_settings()
        check_free(options.ip, options.port)
        keep_running(options)
    except SplashError as failure:
        say(str(failure))
        sys.exit(failure.exit_code)


if __name__ == "__main__":
    main()
