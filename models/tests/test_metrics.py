"""`metrics.json`, the model card's tables, and that all of it is of the model that is shipped."""

import json

import pytest
from conftest import predicted

from moodify_models import ROOT, card, measures, metrics, plots

CARD = """# Card
<!-- figures: PrivateTest -->
old
<!-- end -->
Text.
<!-- figures: photos -->
older
<!-- end -->
End.
"""


@pytest.fixture
def report():
    return measures.of_crops(*predicted(("happy", "happy", 0.9), ("sad", "fear", 0.5)))


@pytest.fixture
def known(report, tmp_path):
    return metrics.with_split(metrics.load(tmp_path / "none", "v1"), "PrivateTest", report)


@pytest.fixture
def shipped():
    return json.loads((ROOT / "models" / "metrics.json").read_text())


def test_what_was_written_is_read(tmp_path, known):
    path = tmp_path / "new" / "metrics.json"
    analyses = [{"status": "failed", "faces": 0, "emotion": None}]
    known = metrics.rounded({**known, "photos": measures.of_photos(["sad"], analyses)})
    metrics.save(path, known)
    assert metrics.load(path, "v1") == known


def test_who_may_read_other_files_may_read_this_one(tmp_path, known):
    plain, path = tmp_path / "plain.txt", tmp_path / "metrics.json"
    plain.write_text("")
    metrics.save(path, known)
    assert path.stat().st_mode == plain.stat().st_mode
    assert not list(tmp_path.glob("*.partial"))


def test_another_split_is_added_in_its_place_and_the_same_replaced(known, report):
    both = metrics.with_split(known, "PublicTest", report)
    assert list(both["splits"]) == ["PublicTest", "PrivateTest"]
    assert list(metrics.with_split(both, "PublicTest", report)["splits"]) == list(both["splits"])


def test_metrics_of_another_model_are_dropped(tmp_path, known):
    path = tmp_path / "metrics.json"
    metrics.save(path, known)
    assert metrics.load(path, "v1")["splits"]
    assert metrics.load(path, "v2") == {"model": "v2", "views": known["views"], "splits": {}}


def test_numbers_are_rounded_to_four_decimals_and_whole_ones_are_whole():
    assert metrics.to_json(metrics.rounded([1 / 3, 1.0, 7, 0.03125])) == json.dumps(
        [0.3333, 1, 7, 0.0313], indent=2
    )


def test_no_file_is_nothing_and_a_broken_one_says_what_to_do(tmp_path):
    path = tmp_path / "metrics.json"
    assert metrics.load(path, "v1")["splits"] == {}
    for text in ('{"splits": 3', "[]"):
        path.write_text(text)
        with pytest.raises(ValueError, match="delete it"):
            metrics.load(path, "v1")


def test_the_table_of_what_was_measured_is_replaced_and_the_rest_stays(known):
    text = card.updated(CARD, known)
    head = "# Card\n<!-- figures: PrivateTest -->\nModel v1, original and mirrored.\n"
    assert text.startswith(head)
    assert "| accuracy, official | 50.0 % | 9.5 to 90.5 | 2 |\n" in text
    assert "| one face, one thread, median | 2.0 ms | | |\n<!-- end -->\nText.\n" in text
    assert text.endswith("<!-- figures: photos -->\nolder\n<!-- end -->\nEnd.\n")
    assert "FER+" not in text


def test_writing_a_card_twice_changes_nothing(known):
    once = card.updated(CARD, known)
    assert card.updated(once, known) == once


def test_a_card_without_places_for_tables_stays_as_it_is(known):
    assert card.updated("# Card\n", known) == "# Card\n"


def test_the_metrics_are_of_the_model_that_is_shipped(shipped):
    model = json.loads((ROOT / "models" / "expression" / "model.json").read_text())
    assert shipped["model"] == model["version"]
    assert {"PublicTest", "PrivateTest"} <= set(shipped["splits"])
    assert shipped["photos"]


def test_the_tables_in_the_model_card_are_those_of_the_metrics(shipped):
    text = (ROOT / "models" / "README.md").read_text()
    assert "<!-- figures: PrivateTest -->" in text and "<!-- figures: photos -->" in text
    assert text == card.updated(text, shipped)


@pytest.mark.parametrize("split", ["PublicTest", "PrivateTest"])
def test_the_pictures_are_those_of_the_metrics(shipped, split):
    drawn = plots.of_split(split, shipped["splits"][split])
    assert len(drawn) == 3
    for name, figure in drawn.items():
        assert (ROOT / "models" / "figures" / name).read_bytes() == plots.svg(figure), name
