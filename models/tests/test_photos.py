"""The table that labels photos."""

import pytest

from moodify_models.photos import LabelledPhoto, read_labels


@pytest.fixture
def read(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.jpg").write_text("a")
    (tmp_path / "b.jpg").write_text("b")

    def read(table):
        path = tmp_path / "labels.csv"
        path.write_text(table, encoding="utf-8", newline="")
        return read_labels(path, tmp_path)

    return read


def test_files_are_found_in_the_folder_and_other_columns_left_alone(read, tmp_path):
    table = 'file,expected_emotion,source\nreal/a.jpg,happy,"here, there"\nb.jpg,Neutral,\n'
    assert read(table) == [
        LabelledPhoto(tmp_path / "real" / "a.jpg", "happy"),
        LabelledPhoto(tmp_path / "b.jpg", "neutral"),
    ]


def test_other_names_for_columns_and_emotions_are_understood(read, tmp_path):
    table = "\ufeffPhoto , Label\r\n\r\nb.jpg, sadness\r\n"
    assert read(table) == [LabelledPhoto(tmp_path / "b.jpg", "sad")]


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("file,emotion\nb.jpg,happy\nb.jpg,sleepy\n", 'line 3: "sleepy" is none of angry, disgust'),
        ("file,emotion\nnone.jpg,happy\n", "line 2: there is no photo .*none.jpg"),
        ("file,emotion\nb.jpg\n", "line 2: the file or the label is missing"),
        ("file,emotion\n,happy\n", "line 2: the file or the label is missing"),
        ('file,emotion\n"b.jpg"x,happy\n', "line 2, is broken"),
        ("a,b\n1,2\n", r'no column "file", only \[\'a\', \'b\'\]'),
        ("", 'no column "file"'),
        ("file,emotion\n", "labels no photo"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_with_the_line(read, table, complaint):
    with pytest.raises(ValueError, match=complaint):
        read(table)


def test_a_missing_table_or_folder_says_which_option_names_it(tmp_path):
    with pytest.raises(ValueError, match="--labels"):
        read_labels(tmp_path / "none.csv", tmp_path)
    with pytest.raises(ValueError, match="--photos"):
        read_labels(tmp_path / "x", tmp_path / "none")
