"""Start Splash 3.5 on the Python and the PyQt5 of today, and send everything that it connects to through the proxy.

Run by the interpreter that has Splash: `.splash/bin/python` on this machine, python3 in Splash's own image (where no
repair is needed and none is made). Each repair is made from outside; the installed package stays as it is.
The arguments are Splash's own; SPLASH_PROXY is the `host:port` of the vetting proxy.
"""

import importlib
import json
import os
import sys

STRIP_WINDOW = "delete window.WebSocket; delete window.Worker; delete window.SharedWorker; undefined"


def accept_json_encoding():
    """Let json.loads take `encoding` again: gone in Python 3.9, and Splash reads every JSON POST with it."""
    loads = json.loads

    def loads_whatever_encoding(text, encoding=None, **options):
        del encoding
        return loads(text, **options)

    json.loads = loads_whatever_encoding


def accept_float_timers():
    """Let QTimer.start take a float again: refused since Python 3.10, and resource_timeout then asks for all twice."""
    from PyQt5.QtCore import QTimer  # noqa: PLC0415 - only Splash's interpreter has it

    start = QTimer.start
    QTimer.start = lambda timer, *milliseconds: start(timer, *map(int, milliseconds))


def use_lua_5_2():
    """Give Splash the Lua that its sandbox is written for: lupa 2 takes the newest that it has."""
    sys.modules["lupa"] = importlib.import_module("lupa.lua52")


def connect_through(host, port):
    """Send every connection of Qt's through the proxy: pages, their parts and their WebSockets.

    A proxy profile of Splash's would leave out the WebSockets, and a caller could switch it off (`proxy=none`).
    """
    from PyQt5.QtNetwork import QNetworkProxy  # noqa: PLC0415 - only Splash's interpreter has it

    QNetworkProxy.setApplicationProxy(QNetworkProxy(QNetworkProxy.Socks5Proxy, host, port))


def take_away_web_sockets():
    """Leave pages without WebSockets, and without the workers that have their own.

    Qt sends what goes to this machine past any application proxy, and WebKit connects WebSockets by itself: a page
    could ask Splash's own /execute. Every frame's window is stripped before any script of the page runs.
    """
    from splash.engines.webkit.webpage import WebkitWebPage  # noqa: PLC0415 - only Splash's interpreter has it

    initialise = WebkitWebPage.__init__

    def initialise_and_strip(page, *args, **options):
        initialise(page, *args, **options)
        page.stripped = []  # a frame that no one holds loses its signal to the garbage collector

        def strip(frame):
            page.stripped.append(frame)
            frame.javaScriptWindowObjectCleared.connect(lambda: frame.evaluateJavaScript(STRIP_WINDOW))

        strip(page.mainFrame())
        page.frameCreated.connect(strip)

    WebkitWebPage.__init__ = initialise_and_strip


def load_scripts_without_eval():
    """Run what a Lua script autoloads directly, not by `eval` in the page.

    After a redirect by script, a page's Content-Security-Policy is in force before its first script, and refuses eval.
    """
    from splash.engines.webkit.browser_tab import WebkitBrowserTab  # noqa: PLC0415 - only Splash's interpreter has it

    run = WebkitBrowserTab.runjs

    def run_directly(tab, js_source, handle_errors=True):
        if handle_errors:
            return run(tab, js_source)
        tab.web_page.mainFrame().evaluateJavaScript(f"{js_source}\n;undefined")
        return None

    WebkitBrowserTab.runjs = run_directly


def use_own_regular_expressions():
    """Have the filters matched by Python's own `re`: the image's re2 knows no look-ahead, which our lists use."""
    sys.modules["re2"] = None


def leave_pings_out_of_the_log():
    """Log every request but the watchdog's question, which comes every two seconds."""
    from twisted.web.http import HTTPFactory  # noqa: PLC0415 - only Splash's interpreter has it

    log = HTTPFactory.log
    HTTPFactory.log = lambda factory, request: None if request.path == b"/_ping" else log(factory, request)


def main():
    if sys.version_info >= (3, 9):
        accept_json_encoding()
        accept_float_timers()
        use_lua_5_2()
    if "SPLASH_PROXY" in os.environ:
        host, port = os.environ["SPLASH_PROXY"].rsplit(":", 1)
        connect_through(host, int(port))
    load_scripts_without_eval()
    use_own_regular_expressions()
    take_away_web_sockets()
    leave_pings_out_of_the_log()
    importlib.import_module("splash.server").main()


if __name__ == "__main__":
    main()
