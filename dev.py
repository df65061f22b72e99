#!/usr/bin/env python3
"""Set up, run, check, test and build Dealboard: `python3 dev.py help` lists the commands."""

from __future__ import annotations

import sys

# An older Python must get this far to be told so: what follows needs the newer one.
if sys.version_info < (3, 11):  # noqa: UP036 - the whole point
    sys.exit("Dealboard needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
