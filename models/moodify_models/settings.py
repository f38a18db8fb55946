"""Reads `settings.toml`."""

from pathlib import Path

import tomllib

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "settings.toml"


def load(path=DEFAULT_PATH):
    """Returns the settings as nested dictionaries: `network`, `augment`, `train`, `choose`."""
    with open(path, "rb") as file:
        return tomllib.load(file)
