"""Make the folder for Splash's --filters-path: one list, `default.txt`, which Splash applies to every request.

It is the lists in `filters/`, the private addresses with what the settings open. A caller that names filters of its
own (`filters=none`) turns it off; the proxy still refuses private addresses then.
"""

import re
from pathlib import Path
from typing import Iterator

from addresses import HostAndPort, Policy

LISTS = Path(__file__).resolve().parent / "filters"
AUTHORITY = r"://(?:[^/?#]*@)?"  # up to the host
END = r"(?=[/?#]|\Z)"  # of host and port; no dollar sign: in a rule it begins the options
END_OF_HOST = r"\.?(?=[:/?#]|\Z)"
OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"


def write_filters(folder: Path, policy: Policy) -> None:
    """Write `default.txt` into a folder that exists."""
    lists = [path.read_text(encoding="utf-8") for path in sorted(LISTS.glob("*.txt"))]
    private = (LISTS / "private.template").read_text(encoding="utf-8")
    for name, pattern in {"start": start_of_private(policy), "end": END_OF_HOST, "octet": OCTET}.items():
        private = private.replace("{" + name + "}", pattern)
    (folder / "default.txt").write_text("\n".join([*lists, private]), encoding="utf-8")


def start_of_private(policy: Policy) -> str:
    """Return the pattern of a URL up to its host that matches none of the opened ones."""
    opened = [pattern for host in sorted(policy.opened, key=repr) for pattern in opened_patterns(host, policy)]
    unless = "(?!{})".format("|".join(opened)) if opened else ""
    return "^" + unless + "https?" + AUTHORITY


def opened_patterns(opened: HostAndPort, policy: Policy) -> Iterator[str]:
    """Return the patterns of the URLs on an opened host, with the port left out where it is the scheme's own."""
    host, port = opened
    shut = "|".join(map(str, sorted(policy.shut_ports)))
    place = re.escape("[{}]".format(host) if ":" in host else host) + r"\.?"
    for scheme, own_port in (("http", 80), ("https", 443)):
        if port in (None, own_port) and own_port not in policy.shut_ports:
            yield scheme + AUTHORITY + place + END
        if port is None:
            yield scheme + AUTHORITY + place + "(?!:0*(?:{}){}):[0-9]+".format(shut, END) + END
        elif port not in policy.shut_ports:
            yield scheme + AUTHORITY + place + ":0*{}".format(port) + END
