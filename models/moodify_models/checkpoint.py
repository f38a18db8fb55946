"""Checkpoints: everything that a training needs to go on as if it had never stopped."""

import os
from pathlib import Path

import torch

from moodify_models.network import build


def save(trainer, path):
    """Writes the trainer's state to `path`, whole or not at all."""
    state = {
        "settings": trainer.settings,
        "epoch": trainer.epoch,
        "history": trainer.history,
        "network": trainer.network.state_dict(),
        "average": trainer.average.state_dict(),
        "optimizer": trainer.optimizer.state_dict(),
        "ends": trainer.ends.state(),
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def restore(trainer, path):
    """Puts the state of `path` into `trainer`; returns False if there is no such file.

    The number of epochs may differ from the checkpoint's: the learning rate then jumps to its
    place on the new cycle. Every other setting must be the same.
    """
    if not path.is_file():
        return False
    state = torch.load(path, map_location=trainer.device, weights_only=True)
    for table in ("network", "augment", "train"):
        for name, value in trainer.settings[table].items():
            if name != "epochs" and state["settings"][table].get(name) != value:
                raise ValueError(
                    f"{path} was trained with another {table}.{name} than settings.toml has. "
                    "Restore the setting, or train without --resume."
                )
    trainer.network.load_state_dict(state["network"])
    trainer.average.load_state_dict(state["average"])
    trainer.optimizer.load_state_dict(state["optimizer"])
    trainer.ends.restore(state.get("ends"), trainer.average)
    trainer.epoch, trainer.history = state["epoch"], state["history"]
    return True


def load_served(path):
    """Returns (network, state): the network to be served in evaluation mode, and the whole state.

    That is the mean of the cycles' ends where there is one, else the moving average.
    """
    if not Path(path).is_file():
        raise FileNotFoundError(f"There is no checkpoint {path}: train first.")
    state = torch.load(path, map_location="cpu", weights_only=True)
    network = build(state["settings"])
    ends = state.get("ends")
    network.load_state_dict(ends["mean"] if ends else state["average"])
    return network.eval(), state
