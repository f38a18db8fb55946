"""`python -m moodify_models train | export | evaluate | simulate`, as `./moodify` calls it.

What takes long to import, or comes from requirements.txt, is imported where it is used: whoever
only asks for help needs none of it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from moodify_models import ROOT, SPLITS

MODELS = ROOT / "models"


def main(arguments=None):
    """Parses the command line and runs one subcommand; returns the exit status."""
    parser = argparse.ArgumentParser("./moodify", description="Moodify's expression model.")
    commands = parser.add_subparsers(dest="command", required=True)
    for add in (add_train, add_export, add_evaluate, add_simulate):
        add(commands)
    options, others = parser.parse_known_args(arguments)
    if others and options.command != "simulate":
        parser.error(f"unrecognized arguments: {' '.join(others)}")
    options.others = others
    try:
        return options.run(options) or 0
    except (ValueError, OSError) as problem:
        print(f"moodify {options.command}: {problem}", file=sys.stderr)
        return 1


def add_train(commands):
    train = commands.add_parser("train", help="train on FER-2013")
    add_data(train, required=True)
    train.add_argument("--epochs", type=int, help="instead of the settings' number")
    train.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    train.add_argument(
        "--run",
        dest="folder",
        type=Path,
        default=MODELS / "runs" / "latest",
        metavar="DIR",
        help="where checkpoints go (default: runs/latest)",
    )
    train.add_argument("--settings", type=Path, default=MODELS / "settings.toml", metavar="FILE")
    train.set_defaults(run=run_train)


def add_data(command, required):
    command.add_argument(
        "--data",
        required=required,
        type=Path,
        metavar="DIR",
        help="FER-2013: the raw files, fer2013.csv, or train/ and test/",
    )


def run_train(options):
    import torch

    from moodify_models import data, layouts, settings
    from moodify_models.train import Trainer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    faces = layouts.read(options.data)
    table = settings.load(options.settings)
    trainer = Trainer(faces, table, options.folder, device, options.epochs)
    resumed = options.resume and trainer.resume()
    print(
        f"{len(trainer.arrays[0])} training images of {(faces.split == data.TRAINING).sum()}, "
        f"{sum(p.numel() for p in trainer.network.parameters())} parameters, {device}, "
        f"epochs {trainer.epoch} to {trainer.epochs}{' (resumed)' if resumed else ''}",
        flush=True,
    )
    try:
        trainer.run()
    except KeyboardInterrupt:
        raise SystemExit("stopped; the same command with --resume goes on after the last epoch")


def add_export(commands):
    export = commands.add_parser("export", help="write the SavedModel that the Java code loads")
    add_data(export, required=True)
    export.add_argument(
        "--checkpoint",
        type=Path,
        default=MODELS / "runs" / "latest" / "last.pt",
        metavar="FILE",
        help="default: runs/latest/last.pt",
    )
    export.add_argument(
        "--to", type=Path, default=MODELS / "expression", metavar="DIR", help="default: expression"
    )
    export.set_defaults(run=run_export)


def run_export(options):
    from moodify_models.export import export

    print(f"choosing on PublicTest, exporting {options.checkpoint}", flush=True)
    print(export(options.checkpoint, options.data, options.to))


def add_evaluate(commands):
    evaluate = commands.add_parser(
        "evaluate",
        help="measure the served model",
        description="Measures how well the shipped model reads expressions, with the code that "
        "serves it.",
        epilog="Exit status: 0: measured, printed and written; 1: the data or a file could not be "
        "read or written; 2: the command line was wrong.",
    )
    add_data(evaluate, required=False)
    evaluate.add_argument(
        "--split",
        type=split_name,
        default="PublicTest",
        metavar="SPLIT",
        help="Training, PublicTest (the default: choose with it) or PrivateTest (for the report)",
    )
    evaluate.add_argument(
        "--photos",
        type=Path,
        metavar="DIR",
        help="labelled photos, to go the whole way: find the face, cut it out, classify",
    )
    evaluate.add_argument(
        "--labels",
        type=Path,
        metavar="CSV",
        help="the photos' labels: columns file and expected_emotion",
    )
    evaluate.add_argument(
        "--write",
        type=Path,
        metavar="FILE",
        help="where the measures go, pictures beside it (default: models/metrics.json)",
    )
    evaluate.add_argument("--json", action="store_true", help="print the measures as JSON")
    evaluate.set_defaults(run=lambda options: run_evaluate(options, evaluate))


def split_name(text):
    """Takes a split's name whatever its case."""
    for name in SPLITS:
        if name.lower() == text.lower():
            return name
    raise argparse.ArgumentTypeError(f'"{text}" is no split: Training, PublicTest or PrivateTest')


def run_evaluate(options, parser):
    if not options.data and not options.photos:
        parser.error("there is nothing to judge: give --data DIR, or --photos DIR --labels CSV")
    if bool(options.photos) != bool(options.labels):
        parser.error("--photos DIR and --labels CSV belong together")
    from moodify_models.evaluate import evaluate

    evaluate(options)


def add_simulate(commands):
    simulate = commands.add_parser(
        "simulate",
        help="let the Java program simulate, and draw what it measures",
        description="All other options are those of ./moodify simulate --help.",
    )
    simulate.add_argument("--picture", required=True, type=Path, metavar="FILE", help="an SVG file")
    simulate.set_defaults(run=run_simulate)


def run_simulate(options):
    from moodify_models import plots

    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [str(ROOT / "moodify"), "simulate", *options.others, "--curves", file.name]
        status = subprocess.run(command).returncode
        curves = file.read()
    if curves:
        options.picture.write_bytes(plots.svg(plots.learning(json.loads(curves))))
        print(f"Written: {options.picture}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
