"""`python -m moodify_models train | export`; judging is `./moodify evaluate`, in Java."""

import argparse
import sys
from pathlib import Path

import torch

from moodify_models import data, layouts, settings

MODELS = Path(__file__).resolve().parent.parent


def main(arguments=None):
    """Parses the command line and runs one subcommand; returns the exit status."""
    parser = argparse.ArgumentParser("moodify_models", description="Moodify's expression model.")
    commands = parser.add_subparsers(dest="command", required=True)
    add_train(commands)
    add_export(commands)
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except (data.DataError, FileNotFoundError, ValueError) as problem:
        print(f"moodify_models {options.command}: {problem}", file=sys.stderr)
        return 1
    return 0


def add_train(commands):
    train = commands.add_parser("train", help="train on FER-2013")
    add_data(train)
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
    train.add_argument("--settings", type=Path, default=settings.DEFAULT_PATH, metavar="FILE")
    train.set_defaults(run=run_train)


def add_data(command):
    command.add_argument(
        "--data",
        required=True,
        type=Path,
        metavar="DIR",
        help="FER-2013: the raw files, fer2013.csv, or train/ and test/",
    )


def run_train(options):
    from moodify_models.train import Trainer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    print(f"reading {options.data}", flush=True)
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
    add_data(export)
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


if __name__ == "__main__":
    sys.exit(main())
