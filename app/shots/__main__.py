"""Draws pictures: python -m app.shots DIR [--only WORD]."""

import sys

from app.shots.draw import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
