"""`./moodify evaluate`: Python reads data and reports, the Java code that serves answers."""

import json
import shutil

import numpy as np
import pytest
from test_layouts import write_raw

from moodify_models import ROOT, data, layouts, served
from moodify_models.__main__ import main


@pytest.fixture
def rows(tmp_path):
    """Ten rows of noise for each split, labels and votes for all."""
    pixels = np.random.default_rng(1).integers(0, 256, (30, 48, 48)).astype(np.uint8)
    votes = np.eye(10)[np.arange(30) % 8] * 10
    faces = data.Faces(pixels, np.arange(30) % 7, np.arange(30, dtype=np.uint8) // 10, votes)
    return write_raw(tmp_path / "data", faces)


@pytest.fixture
def evaluate(tmp_path, capfd):
    """Runs the command and returns (status, standard output, standard error)."""

    def run(*arguments):
        target = ["--write", str(tmp_path / "out" / "metrics.json")]
        status = main(["evaluate", *map(str, arguments), *target])
        return status, *capfd.readouterr()

    return run


def written(tmp_path):
    return json.loads((tmp_path / "out" / "metrics.json").read_text())


def test_a_split_is_judged_printed_and_written_with_its_pictures_and_tables(
    tmp_path, rows, evaluate, java
):
    card = tmp_path / "out" / "README.md"
    card.parent.mkdir()
    card.write_text("<!-- figures: PrivateTest -->\n<!-- end -->\n")
    status, out, err = evaluate("--data", rows, "--split", "privatetest")
    assert status == 0, err
    for words in ("PrivateTest, 10 faces", "accuracy, official", "FER+"):
        assert words in out
    report = written(tmp_path)["splits"]["PrivateTest"]
    assert report["faces"] == 10
    assert report["accuracy"]["ferPlusMajority"]["count"] == 10
    assert report["millisecondsPerFace"]["median"] > 0
    assert sorted(path.name for path in (tmp_path / "out" / "figures").iterdir()) == [
        f"PrivateTest-{kind}.svg" for kind in ("confusion", "reliability", "risk-coverage")
    ]
    assert "| accuracy, official |" in card.read_text()


def test_photos_go_the_whole_way_and_are_reported_beside_the_crops(tmp_path, rows, evaluate, java):
    smile = ROOT / "hosting/test/fixtures/astronaut.jpg"
    shutil.copy(smile, tmp_path / "smile.jpg")
    (tmp_path / "text.jpg").write_text("no photo")
    labels = tmp_path / "labels.csv"
    labels.write_text("file,expected_emotion\nsmile.jpg,happy\ntext.jpg,sad\n")
    _, out, _ = evaluate("--data", rows, "--json")
    printed = json.loads(out)
    assert printed["split"] == "PublicTest" and printed["crops"]["faces"] == 10
    assert "photos" not in printed
    status, _, err = evaluate("--photos", tmp_path, "--labels", labels)
    assert status == 0, err
    report = written(tmp_path)["photos"]
    assert report["faceFound"]["value"] == 0.5
    assert list(report["byExpected"]) == ["happy", "sad"]
    assert report["byExpected"]["happy"]["value"] == 1
    assert "text.jpg: no face, not sad" in err
    assert list(written(tmp_path)["splits"]) == ["PublicTest"]


def test_missing_data_end_with_a_sentence(tmp_path, evaluate):
    status, _, err = evaluate("--data", tmp_path / "none")
    assert status == 1 and "none is not a folder" in err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "nothing to judge"),
        (["--photos", "."], "belong together"),
        (["--data", ".", "--split", "test"], "Training, PublicTest or PrivateTest"),
    ],
)
def test_a_command_line_that_asks_for_nothing_is_refused(capsys, arguments, complaint):
    with pytest.raises(SystemExit, match="2"):
        main(["evaluate", *arguments])
    assert complaint in capsys.readouterr().err


def test_a_command_that_fails_is_not_taken_for_an_answer(java):
    with pytest.raises(ChildProcessError, match="./moodify predict failed"):
        served.predict(np.zeros((0, 48, 48)), with_votes=False)


def test_the_model_answers_the_sample_of_the_real_data_as_when_it_was_measured(real_data, java):
    measured = json.loads((ROOT / "models" / "metrics.json").read_text())
    sample = measured["splits"]["PublicTest"]["sample"]
    rows = layouts.read(real_data).part(data.PUBLIC_TEST)
    rows = rows.rows(np.arange(0, len(rows), sample["every"]))
    answers = served.predict(rows.pixels, with_votes=False).probabilities.argmax(axis=1)
    assert len(rows) == sample["faces"]
    # Another processor may round the last bit differently: one face on the edge, not more.
    assert (answers == rows.labels).sum() == pytest.approx(sample["right"], abs=1)
