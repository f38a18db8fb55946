"""The command line: from data to a judged model."""

import json

import pytest
from test_data import write_raw

from moodify_models import settings
from moodify_models.__main__ import main


@pytest.fixture
def tiny_file(tmp_path):
    text = settings.DEFAULT_PATH.read_text()
    for name, value in (("channels", "[4, 8]"), ("epochs", "2"), ("batch", "8")):
        start = text.index(f"\n{name} = ")
        text = f"{text[:start]}\n{name} = {value}{text[text.index(chr(10), start + 1) :]}"
    path = tmp_path / "tiny.toml"
    path.write_text(text)
    return path


def test_train_export_and_evaluate_lead_from_data_to_a_report(tmp_path, faces, tiny_file, capsys):
    data = ["--data", str(write_raw(tmp_path / "data", faces))]
    run, model, written = tmp_path / "run", tmp_path / "model", tmp_path / "metrics.json"
    assert main(["train", *data, "--run", str(run), "--settings", str(tiny_file)]) == 0
    assert main(["export", *data, "--checkpoint", str(run / "last.pt"), "--to", str(model)]) == 0
    arguments = ["--model", str(model), "--split", "PrivateTest", "--write", str(written)]
    assert main(["evaluate", *data, *arguments]) == 0
    report = json.loads(written.read_text())
    assert report["accuracy"]["official"]["count"] == 8
    assert report["model"] == json.loads((model / "model.json").read_text())["version"]
    assert "accuracy, official" in capsys.readouterr().out


def test_missing_data_end_with_a_sentence_and_exit_code_1(tmp_path, capsys):
    assert main(["train", "--data", str(tmp_path / "nowhere"), "--run", str(tmp_path)]) == 1
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_a_missing_checkpoint_says_what_to_run_first(tmp_path, faces, capsys):
    data = str(write_raw(tmp_path / "data", faces))
    assert main(["export", "--data", data, "--checkpoint", str(tmp_path / "last.pt")]) == 1
    assert "train first" in capsys.readouterr().err


def test_a_missing_model_says_what_to_run_first(tmp_path, faces, capsys):
    data = str(write_raw(tmp_path / "data", faces))
    assert main(["evaluate", "--data", data, "--model", str(tmp_path / "none")]) == 1
    assert "export first" in capsys.readouterr().err
