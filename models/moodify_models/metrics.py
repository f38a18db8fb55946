"""`metrics.json`: what was measured last, of one model."""

import json
import os
from decimal import ROUND_HALF_UP, Decimal

from moodify_models import SPLITS

DIGITS = 4
VIEWS = "original + mirrored"


def load(path, model):
    """What is known of a model; nothing yet, if `path` is not there or is about another one."""
    nothing = {"model": model, "views": VIEWS, "splits": {}}
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return known if known["model"] == model and "splits" in known else nothing
    except FileNotFoundError:
        return nothing
    except (ValueError, KeyError, TypeError) as problem:
        raise ValueError(
            f"{path} is not a file of measures; delete it or use --write."
        ) from problem


def with_split(metrics, split, measured):
    """`metrics` with a newer report on the split of this name, the splits in their order."""
    splits = {**metrics["splits"], split: measured}
    return {**metrics, "splits": {name: splits[name] for name in SPLITS if name in splits}}


def save(path, metrics):
    """Writes `metrics.json`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_text(to_json(metrics) + "\n", encoding="utf-8")
    os.replace(partial, path)


def to_json(content):
    """The text of `content`, which should be `rounded`."""
    return json.dumps(content, indent=2)


def rounded(content):
    """A copy of a report with all numbers rounded to four decimals, whole ones as integers."""
    if isinstance(content, dict):
        return {name: rounded(value) for name, value in content.items()}
    if isinstance(content, list):
        return [rounded(value) for value in content]
    if isinstance(content, float):
        value = float(half_up(content, DIGITS))
        return int(value) if value.is_integer() else value
    return content


def half_up(value, digits):
    """A decimal number, rounded as people round: 0.25 to one digit is 0.3."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
