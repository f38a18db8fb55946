"""The training loop: one-cycle SGD, moving average of the weights, resumable after every epoch.

Every epoch draws from its own seed, so a run that is stopped and resumed ends with the same
weights as one that is not.
"""

import copy
import math
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from moodify_models import checkpoint, data, plots, predict, refine
from moodify_models.augment import Augment, mixup
from moodify_models.network import build
from moodify_models.progress import Progress
from moodify_models.refine import average_weights


def learning_rate(step, total, peak, warm_up):
    """One cycle: from peak/25 up to `peak` during the share `warm_up`, then down to almost 0.

    Both legs are half cosines (Smith and Topin 2017, with cosines instead of straight lines).
    """
    rising = warm_up * total
    if step < rising:
        low, high, share = peak, peak / 25, step / rising
    else:
        low, high, share = peak / 1e5, peak, (step - rising) / max(total - rising, 1)
    if step < rising:
        return high + (low - high) * (1 - math.cos(math.pi * share)) / 2
    return low + refine.rate(share, high - low)


def side_at(share, sizes):
    """The side of the crops when `share` (0 to 1) of the epochs is done.

    sizes: [[from, side], ...] in rising order. A step on a small crop costs less in proportion to
    its area, so early epochs on small crops buy more epochs for the same time (Tan and Le 2021).
    """
    return [side for start, side in sizes if start <= share][-1]


class Trainer:
    """Trains one network on `faces` and leaves `last.pt`, `log.txt` and `curves.png` in `folder`.

    settings: of `settings.load`. device: `cpu` or `cuda`. epochs: overrides the settings'.
    """

    def __init__(self, faces, settings, folder, device="cpu", epochs=None):
        self.settings = copy.deepcopy(settings)
        self.options = self.settings["train"]
        self.refining = self.settings["refine"]
        if epochs is not None:
            self.options["epochs"] = epochs
        self.folder, self.device = Path(folder), torch.device(device)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._take(faces)
        torch.manual_seed(self.options["seed"])
        self.network = build(self.settings).to(self.device)
        self.average = copy.deepcopy(self.network).requires_grad_(False)
        self.optimizer = self._optimizer()
        self.ends = refine.Ends()
        self.epoch, self.history = 0, []

    def _take(self, faces):
        rows = data.training_rows(faces)
        if len(rows) == 0:
            raise data.DataError("The data have no Training rows besides copies of test images.")
        self.public = faces.part(data.PUBLIC_TEST)
        distribution, weight = data.vote_targets(rows.votes)
        labels = data.label_targets(rows, self.options["votes_share"])
        arrays = (rows.pixels[:, None], labels, distribution, weight)
        self.arrays = [torch.from_numpy(array).to(self.device) for array in arrays]
        self.steps = max(len(rows) // self.options["batch"], 1)

    def _optimizer(self):
        # Weight decay is for weights only: on biases and norms it would fight batch norm.
        decayed = [p for p in self.network.parameters() if p.ndim > 1]
        free = [p for p in self.network.parameters() if p.ndim <= 1]
        groups = [
            {"params": decayed, "weight_decay": self.options["weight_decay"]},
            {"params": free, "weight_decay": 0.0},
        ]
        return torch.optim.SGD(
            groups,
            lr=self.options["peak_learning_rate"],
            momentum=self.options["momentum"],
            nesterov=True,
        )

    @property
    def epochs(self):
        """All epochs: the training proper and the cycles of refinement."""
        return self.options["epochs"] + self.refining["cycles"] * self.refining["epochs"]

    def resume(self):
        """Continues from `last.pt` if there is one; returns whether it did."""
        restored = checkpoint.restore(self, self.folder / "last.pt")
        if restored and self._ends_cycle() and not self.ends.count:
            self.ends.add(self.average)  # a checkpoint from before refinement was asked for
        return restored

    def run(self, until=None):
        """Trains up to epoch `until` (default: all); returns the network that is to be served."""
        last = self.epochs if until is None else until
        progress = Progress(self.folder / "log.txt", self.epochs, self.steps)
        while self.epoch < last:
            started = time.time()
            loss = self._train_epoch(progress)
            self.epoch += 1
            entry = {"epoch": self.epoch, "loss": loss, "seconds": round(time.time() - started)}
            if self._ends_cycle():
                self.ends.add(self.average)
            if self.epoch % self.options["watch_every"] == 0 or self.epoch == last:
                entry.update(self._watch())
            self.history.append(entry)
            checkpoint.save(self, self.folder / "last.pt")
            plots.training(self.history).savefig(self.folder / "curves.png", dpi=110)
            progress.epoch_done(entry)
        return self.ends.mean or self.average

    def _ends_cycle(self):
        beyond = self.epoch - self.options["epochs"]
        return beyond >= 0 and (beyond == 0 or beyond % self.refining["epochs"] == 0)

    def _rate(self, step):
        """The learning rate at a step of the current epoch."""
        beyond = self.epoch - self.options["epochs"]
        if beyond < 0:
            return learning_rate(
                self.epoch * self.steps + step,
                self.options["epochs"] * self.steps,
                self.options["peak_learning_rate"],
                self.options["warm_up"],
            )
        length = self.refining["epochs"]
        share = (beyond % length + step / self.steps) / length
        return refine.rate(share, self.refining["peak_learning_rate"])

    def _train_epoch(self, progress):
        seed = self.options["seed"] * 1000 + self.epoch
        torch.manual_seed(seed)  # for dropout
        generator = torch.Generator().manual_seed(seed)
        side = side_at(self.epoch / self.options["epochs"], self.options["sizes"])
        augment = Augment(self.settings["augment"], generator, side)
        order = torch.randperm(len(self.arrays[0]), generator=generator)
        self.network.train()
        total = 0.0
        for step in range(self.steps):
            rows = order[step * self.options["batch"] : (step + 1) * self.options["batch"]]
            total += self._step(rows.to(self.device), augment, step)
            progress.step_done(self.epoch, step, total / (step + 1))
        return total / self.steps

    def _step(self, rows, augment, step):
        done, options = self.epoch * self.steps + step, self.options
        for group in self.optimizer.param_groups:
            group["lr"] = self._rate(step)
        pixels, labels, votes, weight = (array[rows] for array in self.arrays)
        alpha = self.settings["augment"]["mixup_alpha"]
        # A row without votes carries an all-zero distribution, so its loss is zero, mixed or not.
        x, labels, votes = mixup(
            augment(pixels), labels, votes * weight[:, None], alpha, augment.generator
        )
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16):
            by_label, by_vote = self.network(x)
        loss = F.cross_entropy(by_label.float(), labels, label_smoothing=options["label_smoothing"])
        loss = loss + options["votes_weight"] * F.cross_entropy(by_vote.float(), votes)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        # While there is little to average over, the early steps must not weigh in.
        decay = min(options["average_decay"], (done + 1) / (done + 10))
        average_weights(self.average, self.network, decay)
        return loss.item()

    def _watch(self):
        """Accuracy on PublicTest, original and mirrored, each head, of what would be served now:
        the moving average, or the mean of the cycles' ends where the last cycle has just ended."""
        if len(self.public) == 0:
            return {}
        network = self.ends.mean if self._ends_cycle() else self.average
        seen = predict.logits(network, self.public.pixels, self.device, autocast=True)
        by_label = predict.mean_softmax(seen.labels, seen.labels_mirrored).argmax(axis=1)
        entry = {"labels": float((by_label == self.public.labels).mean())}
        distribution, weight = data.vote_targets(self.public.votes)
        if weight.any():
            by_vote = predict.mean_softmax(seen.votes, seen.votes_mirrored).argmax(axis=1)
            agreed = (by_vote == distribution.argmax(axis=1))[weight > 0]
            entry["votes"] = float(agreed.mean())
        return entry
