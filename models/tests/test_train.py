"""The training loop."""

import copy

import numpy as np
import pytest
import torch

from moodify_models import checkpoint, progress, refine
from moodify_models.data import DataError
from moodify_models.progress import Progress, duration, with_progress
from moodify_models.train import Trainer, average_weights, learning_rate, side_at


def weights(network):
    return torch.cat([value.flatten().float() for value in network.state_dict().values()])


def test_a_resumed_run_ends_with_the_weights_of_a_whole_one(tmp_path, faces, tiny_settings):
    whole = Trainer(faces, tiny_settings, tmp_path / "whole")
    whole.run()
    for until in (1, 4):  # in the training proper, and in the refinement
        part = Trainer(faces, tiny_settings, tmp_path / "parts")
        part.resume()
        part.run(until=until)
    last = Trainer(faces, tiny_settings, tmp_path / "parts")
    assert last.resume() and last.epoch == 4
    last.run()
    assert torch.equal(weights(whole.average), weights(last.average))
    assert torch.equal(weights(whole.network), weights(last.network))
    assert torch.equal(weights(whole.ends.mean), weights(last.ends.mean))


def test_the_mean_of_the_cycles_ends_is_what_is_served(tmp_path, faces, tiny_settings):
    tiny_settings["train"]["epochs"] = 1
    trainer = Trainer(faces, tiny_settings, tmp_path)
    first = copy.deepcopy(trainer.run(until=1))
    served = trainer.run()
    network, _ = checkpoint.load_served(tmp_path / "last.pt")
    assert trainer.epoch == 3 and trainer.ends.count == 2
    assert torch.equal(weights(served), weights(network))
    head = trainer.average.labels.weight
    assert torch.allclose(network.labels.weight, (first.labels.weight + head) / 2, atol=1e-6)
    assert not torch.allclose(network.labels.weight, head)


def test_a_cycle_falls_from_its_peak_to_nothing():
    rates = [refine.rate(share / 10, 0.02) for share in range(11)]
    assert rates[0] == 0.02 and rates[10] == pytest.approx(0)
    assert rates == sorted(rates, reverse=True)


def test_another_seed_gives_other_weights(tmp_path, faces, tiny_settings):
    first = Trainer(faces, tiny_settings, tmp_path / "first").run(until=1)
    tiny_settings["train"]["seed"] += 1
    second = Trainer(faces, tiny_settings, tmp_path / "second").run(until=1)
    assert not torch.equal(weights(first), weights(second))


def test_training_learns_what_can_be_learned(tmp_path, faces, tiny_settings):
    for row, label in enumerate(faces.labels):  # the width of stripes is the label
        stripes = np.arange(48) // (1 + label) % 2 * 190
        faces.pixels[row] = faces.pixels[row] // 4 + stripes[:, None].astype(np.uint8)
    tiny_settings["augment"].update(shift=0.0, scale=[1.0, 1.0], rotation_degrees=0)
    tiny_settings["network"].update(channels=[8, 16], dropout=0.0)
    trainer = Trainer(faces, tiny_settings, tmp_path, epochs=25)
    trainer.run()
    assert trainer.history[-1]["labels"] >= 0.75  # of rows it never saw; chance is 0.14


def test_data_without_votes_or_public_test_can_be_trained_on(tmp_path, faces, tiny_settings):
    faces.votes[:] = 0
    trainer = Trainer(faces.part(0), tiny_settings, tmp_path)
    trainer.run(until=1)
    assert trainer.history[0]["loss"] > 0 and "labels" not in trainer.history[0]


def test_each_epoch_leaves_a_checkpoint_a_log_line_and_a_picture(tmp_path, faces, tiny_settings):
    Trainer(faces, tiny_settings, tmp_path).run()
    assert len((tmp_path / "log.txt").read_text().splitlines()) == 5
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")
    assert not list(tmp_path.glob("*.partial"))


def test_resuming_with_other_settings_is_refused(tmp_path, faces, tiny_settings):
    Trainer(faces, tiny_settings, tmp_path).run(until=1)
    other = copy.deepcopy(tiny_settings)
    other["train"]["momentum"] = 0.5
    with pytest.raises(ValueError, match="train.momentum"):
        Trainer(faces, other, tmp_path).resume()


def test_resuming_with_another_number_of_epochs_is_allowed(tmp_path, faces, tiny_settings):
    Trainer(faces, tiny_settings, tmp_path).run(until=1)
    shorter = Trainer(faces, tiny_settings, tmp_path, epochs=2)
    assert shorter.resume()
    shorter.run()
    assert shorter.epoch == 2 + tiny_settings["refine"]["epochs"]


def test_data_without_training_rows_are_refused(tmp_path, faces, tiny_settings):
    faces.pixels[:] = 7  # every Training image is a copy of a test image
    with pytest.raises(DataError, match="no Training rows"):
        Trainer(faces, tiny_settings, tmp_path)


def test_without_a_checkpoint_there_is_nothing_to_resume(tmp_path, faces, tiny_settings):
    assert not Trainer(faces, tiny_settings, tmp_path).resume()


def test_a_checkpoint_gives_back_the_averaged_network(tmp_path, faces, tiny_settings):
    average = Trainer(faces, tiny_settings, tmp_path).run(until=1)
    network, state = checkpoint.load_served(tmp_path / "last.pt")
    assert torch.equal(weights(network), weights(average))
    assert state["epoch"] == 1 and not network.training


def test_the_learning_rate_rises_to_its_peak_and_falls_to_nothing():
    rates = [learning_rate(step, 100, 0.1, 0.2) for step in range(101)]
    assert rates[0] == pytest.approx(0.004)
    assert max(rates) == rates[20] == pytest.approx(0.1)
    assert rates[:21] == sorted(rates[:21]) and rates[20:] == sorted(rates[20:], reverse=True)
    assert rates[100] == pytest.approx(1e-6)


def test_early_epochs_see_small_crops_and_late_ones_the_full_size():
    sizes = [[0.0, 32], [0.4, 40], [0.75, 48]]
    assert [side_at(share, sizes) for share in (0, 0.39, 0.4, 0.74, 0.75, 1)] == [
        32, 32, 40, 40, 48, 48
    ]  # fmt: skip


def test_public_test_is_watched_as_often_as_asked_and_at_the_end(tmp_path, faces, tiny_settings):
    tiny_settings["train"]["watch_every"] = 2
    trainer = Trainer(faces, tiny_settings, tmp_path)
    trainer.run()
    assert ["labels" in entry for entry in trainer.history] == [False, True, False, True, True]


def test_averaging_moves_weights_by_the_share_left():
    average, network = torch.nn.Linear(1, 1), torch.nn.Linear(1, 1)
    torch.nn.init.constant_(average.weight, 1.0)
    torch.nn.init.constant_(network.weight, 2.0)
    average_weights(average, network, 0.9)
    assert average.weight.item() == pytest.approx(1.1)


def test_progress_says_the_time_that_is_left(tmp_path, capsys):
    training = Progress(tmp_path / "log.txt", epochs=2, steps=5, interval=0.0)
    training.step_done(0, 0, 3.0)
    assert "epoch 1/2, step 1/5, loss 3.000, about 0 s left" in capsys.readouterr().out


def test_long_loops_report_how_many_faces_are_done(capsys):
    assert list(with_progress("abc", "scoring", size=256, interval=0.0)) == ["a", "b", "c"]
    assert capsys.readouterr().err.splitlines()[-1] == "scoring: 512 faces done"


def test_what_is_done_is_reported_every_other_second_and_not_in_a_short_loop(monkeypatch, capsys):
    seconds = iter(range(7))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(seconds))
    list(with_progress(range(6), "reading", size=1000, interval=2.0))
    assert capsys.readouterr().err.splitlines() == [
        "reading: 1,000 faces done", "reading: 3,000 faces done", "reading: 5,000 faces done"
    ]  # fmt: skip
    monkeypatch.setattr(progress.time, "monotonic", iter([0, 1, 1.9]).__next__)
    list(with_progress(range(2), "reading", interval=2.0))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("seconds, words", [(45, "45 s"), (750, "12 min"), (3900, "1 h 05 min")])
def test_durations_read_well(seconds, words):
    assert duration(seconds) == words
