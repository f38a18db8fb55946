"""The training's curves as a picture."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  the backend must be chosen first


def draw(history, path):
    """Writes loss and PublicTest accuracy over the epochs of `history` to a PNG at `path`."""
    epochs = [entry["epoch"] for entry in history]
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.5), layout="constrained")
    left.plot(epochs, [entry["loss"] for entry in history], marker=".")
    left.set(title="Training loss (both heads)", xlabel="epoch")
    for name, title in (("labels", "FER-2013 labels"), ("votes", "FER+ majority")):
        watched = [entry for entry in history if name in entry]
        if watched:
            accuracy = [100 * entry[name] for entry in watched]
            right.plot([entry["epoch"] for entry in watched], accuracy, marker=".", label=title)
    right.set(title="PublicTest accuracy, %", xlabel="epoch")
    if right.lines:
        right.legend()
    figure.savefig(path, dpi=110)
    plt.close(figure)
