"""Crops without a private person on them: made by formula, drawn, or of public-domain photos.

They are what the parity test compares PyTorch, TensorFlow and Java on, and they may lie in the
repository, as FER-2013's images may not.
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from moodify_models import SIDE

FACES = Path(__file__).resolve().parent.parent / "faces"


def parity_crops():
    """Returns {name: uint8 (48, 48)}: ordinary faces, drawn ones, and hard cases."""
    ramp = np.linspace(0, 255, SIDE)
    collins, hopper = photo("eileen_collins"), photo("grace_hopper")
    crops = {
        "eileen_collins": collins,
        "eileen_collins_mirrored": collins[:, ::-1],
        "eileen_collins_dark": collins * 0.15,
        "grace_hopper": hopper,
        "grace_hopper_pale": 200 + hopper * 0.2,
        "drawn_smile": drawn_face(mouth=1),
        "drawn_frown": drawn_face(mouth=-1),
        "drawn_surprise": drawn_face(mouth=0),
        "gradient_across": np.tile(ramp, (SIDE, 1)),
        "gradient_down": np.tile(ramp[:, None], (1, SIDE)),
        "noise": np.random.default_rng(2013).integers(0, 256, (SIDE, SIDE)),
        "chequered": 255 * (np.indices((SIDE, SIDE)).sum(axis=0) % 2),
        "flat_black": np.zeros((SIDE, SIDE)),
        "flat_white": np.full((SIDE, SIDE), 255),
    }
    return {name: np.ascontiguousarray(crop).astype(np.uint8) for name, crop in crops.items()}


def photo(name):
    """A 48x48 grey crop from `faces/`; sources and licences are in LICENSES.md."""
    with Image.open(FACES / f"{name}.png") as image:
        return np.asarray(image.convert("L"))


def drawn_face(mouth):
    """A line drawing; `mouth` 1 smiles, -1 frowns, 0 stands open."""
    image = Image.new("L", (SIDE * 4, SIDE * 4), 90)
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 4, 172, 188), fill=200)
    for x in (62, 130):
        draw.ellipse((x - 12, 66, x + 12, 86), fill=250)
        draw.ellipse((x - 6, 68, x + 6, 84), fill=20)
    draw.line((96, 84, 90, 118, 102, 118), fill=120, width=4)
    if mouth > 0:
        draw.arc((60, 104, 132, 160), 20, 160, fill=30, width=7)
    elif mouth < 0:
        draw.arc((60, 138, 132, 194), 200, 340, fill=30, width=7)
    else:
        draw.ellipse((80, 128, 112, 172), fill=30)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX))
