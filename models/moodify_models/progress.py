"""Says how far a long step is and how long it will still take."""

import sys
import time


class Progress:
    """Prints a line every ten seconds and after each epoch; epochs also go to a log file."""

    def __init__(self, path, epochs, steps, interval=10.0):
        self.path, self.epochs, self.steps, self.interval = path, epochs, steps, interval
        self.started = self.reported = time.monotonic()
        self.done = 0

    def step_done(self, epoch, step, loss):
        """After each step; `epoch` and `step` count from 0."""
        self.done += 1
        now = time.monotonic()
        if now - self.reported < self.interval:
            return
        self.reported = now
        left = (self.epochs - epoch) * self.steps - step - 1
        seconds = left * (now - self.started) / self.done
        print(
            f"epoch {epoch + 1}/{self.epochs}, step {step + 1}/{self.steps}, "
            f"loss {loss:.3f}, about {duration(seconds)} left",
            flush=True,
        )

    def epoch_done(self, entry):
        """After each epoch, with its entry of the history."""
        line = ", ".join(
            f"{name} {value:.4f}" if isinstance(value, float) else f"{name} {value}"
            for name, value in entry.items()
        )
        print(line, flush=True)
        with open(self.path, "a") as file:
            file.write(line + "\n")


def report(text):
    """Says on standard error what is going on: standard output is for results."""
    print(text, file=sys.stderr, flush=True)


def with_progress(items, what, size=1, interval=5.0):
    """Yields `items`; in long loops reports every five seconds how many faces are done.

    `size` is the number of faces that one item stands for.
    """
    last = time.monotonic()
    for count, item in enumerate(items):
        now = time.monotonic()
        if now - last >= interval:
            last = now
            report(f"{what}: {count * size:,} faces done")
        yield item


def duration(seconds):
    """Seconds in words a person reads at a glance: `45 s`, `12 min`, `1 h 05 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
