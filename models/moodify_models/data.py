"""FER-2013's rows, and what keeps them honest: no copies of test images, no non-faces."""

import hashlib
from dataclasses import dataclass

import numpy as np

from moodify_models import EMOTIONS, VOTES

TRAINING, PUBLIC_TEST, PRIVATE_TEST = 0, 1, 2
NOT_A_FACE = 9
VOTE_COLUMNS = 10


class DataError(ValueError):
    """The data are missing or broken; the message says what to do."""


@dataclass(frozen=True)
class Faces:
    """Rows of FER-2013, aligned: row i of every array is one face crop.

    pixels: uint8 (N, 48, 48). labels: int64 (N,), an index into EMOTIONS. split: uint8 (N,), an
    index into SPLITS. votes: float32 (N, 10), FER+'s votes; all zero where there are none.
    """

    pixels: np.ndarray
    labels: np.ndarray
    split: np.ndarray
    votes: np.ndarray

    def __len__(self):
        return len(self.labels)

    def rows(self, chosen):
        """The rows that an index array or a mask chooses."""
        return Faces(
            self.pixels[chosen], self.labels[chosen], self.split[chosen], self.votes[chosen]
        )

    def part(self, split):
        """The rows of one split."""
        return self.rows(self.split == split)


def digest(pixels):
    """The hash by which two crops count as the same picture."""
    return hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).digest()


def duplicates_of_test(faces):
    """Mask of the Training rows that are byte-identical to a row of either test split."""
    hashes = [digest(image) for image in faces.pixels]
    tested = {h for h, split in zip(hashes, faces.split) if split != TRAINING}
    return np.array([h in tested for h in hashes], bool) & (faces.split == TRAINING)


def copies_of_training(faces):
    """Mask of the rows that are byte-identical to a Training row; true of all Training rows."""
    hashes = [digest(image) for image in faces.pixels]
    trained = {h for h, split in zip(hashes, faces.split) if split == TRAINING}
    return np.array([h in trained for h in hashes], bool)


def not_faces(faces):
    """Mask of the rows for which every FER+ vote says "not a face"."""
    total = faces.votes.sum(axis=1)
    return (total > 0) & (faces.votes[:, NOT_A_FACE] == total)


def training_rows(faces):
    """The rows to learn from: Training without copies of test images and without non-faces."""
    keep = (faces.split == TRAINING) & ~duplicates_of_test(faces) & ~not_faces(faces)
    return faces.rows(keep)


def majority(votes):
    """The expression that most FER+ raters agree on (Barsoum et al. 2016), -1 where they do not.

    votes: (N, 10). Returns (N,), an index into VOTES. Single votes are dropped as slips; then more
    than half of what is left must agree on one thing, and that must be an expression: neither
    "unknown" nor "not a face".
    """
    kept = votes * (votes > 1)
    first = votes.argmax(axis=1)
    agreed = 2 * kept[np.arange(len(votes)), first] > kept.sum(axis=1)
    return np.where(agreed & (first < len(VOTES)), first, -1)


def vote_targets(votes):
    """FER+ votes (N, 10) -> distribution (N, 8) and weight (N,), after Barsoum et al. 2016.

    Single votes are dropped as noise. Rows where fewer than five votes for an expression are left
    weigh 0: the raters did not agree that there is one.
    """
    kept = votes[:, :8] * (votes[:, :8] > 1)
    total = kept.sum(axis=1)
    distribution = kept / np.maximum(total, 1)[:, None]
    return distribution.astype(np.float32), (total >= 5).astype(np.float32)


def label_targets(rows, share):
    """What the FER-2013 head learns for each row: a distribution (N, 7).

    `1 - share` of it is the row's label, which one or two people gave; `share` of it is what the
    ten FER+ raters make likely: P(label | votes), see `label_given_votes`. It takes noise out of
    single labels. Rows without votes keep their label alone.
    """
    labels = np.eye(len(EMOTIONS), dtype=np.float32)[rows.labels]
    voted = rows.votes.sum(axis=1) > 0
    if share > 0 and voted.any():
        likely = label_given_votes(rows.votes[voted], rows.labels[voted])
        labels[voted] = (1 - share) * labels[voted] + share * likely
    return labels


def label_given_votes(votes, labels):
    """P(label | votes) of each row, by a softmax regression on these very rows.

    FER+ raters say neutral where FER-2013 says sad, and so on; the regression learns that habit, so
    that the votes speak in FER-2013's terms. votes: (N, 10). labels: (N,). Returns (N, 7).
    """
    import torch  # late: it takes seconds to import, and evaluating does without

    shares = votes / votes.sum(axis=1, keepdims=True)
    features = np.concatenate([shares, np.sqrt(shares), votes > 0], axis=1)
    x = torch.from_numpy(features.astype(np.float32))
    y = torch.from_numpy(labels)
    regression = torch.nn.Linear(x.shape[1], len(EMOTIONS))
    torch.nn.init.zeros_(regression.weight)
    torch.nn.init.zeros_(regression.bias)
    optimizer = torch.optim.LBFGS(
        regression.parameters(), max_iter=200, line_search_fn="strong_wolfe"
    )

    def loss():
        optimizer.zero_grad()
        decay = 1e-5 * regression.weight.square().sum()
        value = torch.nn.functional.cross_entropy(regression(x), y) + decay
        value.backward()
        return value

    optimizer.step(loss)
    with torch.no_grad():
        return regression(x).softmax(dim=1).numpy()
