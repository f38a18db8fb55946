"""The command line: from data to a measured model."""

import json

import pytest
from test_layouts import write_raw

from moodify_models import settings
from moodify_models.__main__ import main


@pytest.fixture
def tiny_file(tmp_path):
    text = settings.DEFAULT_PATH.read_text()
    for name, value in (("channels", "[4, 8]"), ("epochs", "2"), ("cycles", "0"), ("batch", "8")):
        start = text.index(f"\n{name} = ")
        text = f"{text[:start]}\n{name} = {value}{text[text.index(chr(10), start + 1) :]}"
    path = tmp_path / "tiny.toml"
    path.write_text(text)
    return path


def test_train_and_export_lead_from_data_to_a_model(tmp_path, faces, tiny_file):
    data = ["--data", str(write_raw(tmp_path / "data", faces))]
    run, model = tmp_path / "run", tmp_path / "model"
    assert main(["train", *data, "--run", str(run), "--settings", str(tiny_file)]) == 0
    assert main(["export", *data, "--checkpoint", str(run / "last.pt"), "--to", str(model)]) == 0
    described = json.loads((model / "model.json").read_text())
    assert described["training"]["epochs"] == 2 and described["votes"]["name"] == "votes"
    assert (model / "saved_model.pb").is_file()


def test_missing_data_end_with_a_sentence_and_exit_code_1(tmp_path, capsys):
    assert main(["train", "--data", str(tmp_path / "nowhere"), "--run", str(tmp_path)]) == 1
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_a_missing_checkpoint_says_what_to_run_first(tmp_path, faces, capsys):
    data = str(write_raw(tmp_path / "data", faces))
    assert main(["export", "--data", data, "--checkpoint", str(tmp_path / "last.pt")]) == 1
    assert "train first" in capsys.readouterr().err
