"""Reading FER-2013 in each layout that it is found in."""

import csv
import hashlib

import numpy as np
import pytest
from PIL import Image

from moodify_models import EMOTIONS, SIDE, SPLITS, data, layouts


def write_raw(folder, faces, exact=None):
    folder.mkdir()
    count = len(faces)
    faces.pixels.tofile(folder / f"pixels_{count}x48x48.u8")
    faces.labels.astype(np.uint8).tofile(folder / f"labels_{count}.u8")
    faces.split.tofile(folder / f"usage_{count}.u8")
    faces.votes.astype(np.uint8).tofile(folder / f"ferplus_votes_{count}x10.u8")
    if exact is not None:
        exact.astype(np.uint8).tofile(folder / f"exact_{count}.u8")
    return folder


def write_table(folder, faces, with_votes=True):
    folder.mkdir()
    with open(folder / "fer2013.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["emotion", "pixels", "Usage"])
        for pixels, label, split in zip(faces.pixels, faces.labels, faces.split):
            writer.writerow([label, " ".join(map(str, pixels.ravel())), SPLITS[split]])
    if with_votes:
        with open(folder / "fer2013new.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Usage", "Image name"] + [str(n) for n in range(10)])
            for index, votes in enumerate(faces.votes.astype(int)):
                writer.writerow(["-", f"fer{index:07}.png", *votes])
    return folder


def write_folders(folder, faces, name="{split}_{index:05}.png"):
    for index in range(len(faces)):
        top = "train" if faces.split[index] == data.TRAINING else "test"
        place = folder / top / EMOTIONS[faces.labels[index]]
        place.mkdir(parents=True, exist_ok=True)
        split = SPLITS[faces.split[index]]
        Image.fromarray(faces.pixels[index]).save(place / name.format(split=split, index=index))
    return folder


def in_order(faces):
    """Rows as a sorted list, for layouts that do not keep the order."""
    return sorted(
        (pixels.tobytes(), int(label), int(split))
        for pixels, label, split in zip(faces.pixels, faces.labels, faces.split)
    )


def write_face(path, pixels):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def change(path, place, value):
    content = np.fromfile(path, np.uint8)
    content[place] = value
    content.tofile(path)


def assert_broken(folder, *words):
    """Reading fails, and the sentence says all of `words`."""
    with pytest.raises(data.DataError) as problem:
        layouts.read(folder)
    for word in words:
        assert word in str(problem.value)


def grey(value):
    return np.full((SIDE, SIDE), value, np.uint8)


CHOSEN, NOT_CHOSEN = grey(65), grey(109)
"""The hash of the first begins with byte 25, the last that goes to PublicTest; the other's: 26."""

LINE = "0," + "30 " * SIDE * SIDE + ",Training"


def same(read, faces):
    """Whether all columns are the same, row by row."""
    return all(
        np.array_equal(getattr(read, column), getattr(faces, column))
        for column in ("pixels", "labels", "split", "votes")
    )


def test_all_three_layouts_read_the_same(tmp_path, faces):
    raw = layouts.read(write_raw(tmp_path / "raw", faces))
    table = layouts.read(write_table(tmp_path / "table", faces))
    folders = layouts.read(write_folders(tmp_path / "folders", faces))
    assert same(raw, faces) and same(table, faces)
    assert in_order(folders) == in_order(faces)
    assert not folders.votes.any()


def test_what_is_read_is_reported(tmp_path, faces, capsys):
    folder = write_table(tmp_path / "table", faces, with_votes=False)
    layouts.read(folder)
    assert capsys.readouterr().err == f"Reading {folder / 'fer2013.csv'}\n"


def test_a_folder_without_fer2013_says_what_was_expected(tmp_path):
    assert_broken(
        tmp_path, str(tmp_path), "pixels_35887x48x48.u8", "fer2013.csv", "train/<emotion>/"
    )
    assert_broken(tmp_path / "nowhere", "nowhere is not a folder", "--data DIR")


# The raw files.


def test_raw_files_without_ferplus_have_no_votes(tmp_path, faces):
    folder = write_raw(tmp_path / "raw", faces)
    next(folder.glob("ferplus_*")).unlink()
    faces.votes[:] = 0
    assert same(layouts.read(folder), faces)


def test_rows_that_are_not_exact_lose_their_votes_only(tmp_path, faces):
    exact = np.ones(len(faces))
    exact[4] = 0
    read = layouts.read(write_raw(tmp_path / "raw", faces, exact))
    assert faces.votes[4].any() and not read.votes[4].any()
    assert np.array_equal(read.votes[6], faces.votes[6])
    assert np.array_equal(read.pixels, faces.pixels)


def test_pixels_that_are_cut_off_are_refused(tmp_path, faces):
    folder = write_raw(tmp_path / "raw", faces)
    path = next(folder.glob("pixels_*"))
    path.write_bytes(path.read_bytes()[:-100])
    assert_broken(folder, path.name, "cut off", "Copy it anew")


@pytest.mark.parametrize(
    ("name", "cut"), [("usage_48.u8", 1), ("ferplus_votes_48x10.u8", 10), ("exact_48.u8", 1)]
)
def test_files_with_different_numbers_of_rows_are_refused(tmp_path, faces, name, cut):
    folder = write_raw(tmp_path / "raw", faces, exact=np.ones(len(faces)))
    (folder / name).write_bytes((folder / name).read_bytes()[:-cut])
    assert_broken(folder, name, "pixels_48x48x48.u8", "number of rows: 47 and 48")


def test_a_missing_column_is_named(tmp_path, faces):
    folder = write_raw(tmp_path / "raw", faces)
    (folder / "labels_48.u8").unlink()
    assert_broken(folder, f"{folder} has no labels_*.u8", "beside pixels_*x48x48.u8")


@pytest.mark.parametrize(
    ("name", "row", "value", "rule"),
    [
        ("labels_48.u8", 3, 200, "it is 200, but labels must be 0 (angry) to 6 (neutral)"),
        ("usage_48.u8", 47, 3, "0 (Training) to 2 (PrivateTest)"),
    ],
)
def test_a_number_out_of_range_is_named_with_its_row(tmp_path, faces, name, row, value, rule):
    folder = write_raw(tmp_path / "raw", faces)
    change(folder / name, row, value)
    assert_broken(folder, f"{name}, row {row}, is broken", rule)


# The table.


def test_a_table_without_ferplus_has_no_votes(tmp_path, faces):
    assert not layouts.read(write_table(tmp_path / "table", faces, with_votes=False)).votes.any()


@pytest.mark.parametrize(
    "table",
    [
        '"emotion","pixels", Usage\r\n"0","{pixels}", Training \r\n',
        "Usage,note,pixels,emotion\nTraining,a,{pixels},0",
        "\ufeffemotion,pixels,Usage\n0,{pixels},Training\n",
    ],
    ids=["quotes, blanks and Windows' line ends", "another order", "byte order mark"],
)
def test_columns_are_found_by_their_names(tmp_path, faces, table):
    pixels = " ".join(map(str, faces.pixels[0].ravel()))
    (tmp_path / "fer2013.csv").write_text(table.format(pixels=pixels), newline="")
    faces.votes[:] = 0
    assert same(layouts.read(tmp_path), faces.rows([0]))


@pytest.mark.parametrize("table", ["emotion,pixels\n", ""])
def test_missing_columns_are_named(tmp_path, table):
    (tmp_path / "fer2013.csv").write_text(table)
    assert_broken(tmp_path, "fer2013.csv", "emotion, pixels, Usage")


def test_a_table_without_rows_holds_no_images(tmp_path):
    (tmp_path / "fer2013.csv").write_text("emotion,pixels,Usage\n")
    assert_broken(tmp_path, "holds no images")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("3,1 2 3,Training", "it has 3 pixels, not 48 x 48"),
        ("3," + "30 " * 2305 + ",Training", "it has 2305 pixels"),
        ("3," + "300 " * 2304 + ",Training", "the pixel 300 is no number from 0 to 255"),
        ("3," + "-1 " * 2304 + ",Training", "the pixel -1 is no number"),
        ("3," + "30 " * 2304 + "x,Training", "the pixel x is no number"),
        ("9," + "30 " * 2304 + ",Training", "its label is 9, but labels must be 0 (angry)"),
        ("sad," + "30 " * 2304 + ",Training", "its label is sad"),
        ("3," + "30 " * 2304 + ",Holiday", "its usage is Holiday"),
        ("3," + "30 " * 2304 + ",PRIVATE_TEST", "its usage is PRIVATE_TEST"),
        ("3," + "30 " * 2304, "fewer values"),
        ("", "fewer values"),
        ('3,"' + "30 " * 2304 + '"x,Training', "expected after"),
        ('3,"' + "30 " * 2304 + ",Training", "unexpected end of data"),
    ],
)
def test_a_broken_row_of_the_table_is_named(tmp_path, row, complaint):
    lines = ["emotion,pixels,Usage", LINE, row, LINE, LINE]
    (tmp_path / "fer2013.csv").write_text("\n".join(lines))
    assert_broken(tmp_path, "fer2013.csv, line 3, is broken", complaint, "or copy the file anew")


def test_a_file_that_is_no_text_at_all_is_refused(tmp_path, faces):
    (tmp_path / "fer2013.csv").write_bytes(faces.pixels[0].tobytes())
    assert_broken(tmp_path, "fer2013.csv")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (",0,", ",many,", "many is no number of votes"),
        (",0,", ",-1,", "-1 is no number of votes"),
        (",0\r\n", "\r\n", "it has 11 values, not a usage, a name and ten votes"),
        (",0,", ',"0,', "unexpected end of data"),
    ],
)
def test_broken_votes_are_named_with_their_line(tmp_path, faces, old, new, complaint):
    folder = write_table(tmp_path / "table", faces)
    path = folder / "fer2013new.csv"
    head, rows = path.read_bytes().decode().split("\r\n", 1)
    path.write_bytes((head + "\r\n" + rows.replace(old, new, 1)).encode())
    assert_broken(folder, "fer2013new.csv, line 2, is broken", complaint)


def test_ferplus_with_fewer_rows_than_faces_is_refused(tmp_path, faces):
    folder = write_table(tmp_path / "table", faces)
    path = folder / "fer2013new.csv"
    path.write_bytes(path.read_bytes().rsplit(b"\r\n", 2)[0] + b"\r\n")
    assert_broken(folder, "fer2013new.csv", "number of rows: 47 and 48")


# The folders.


def test_folders_whose_names_tell_no_split_give_a_part_of_train_to_public_test(tmp_path, faces):
    many = faces.rows(np.tile(np.arange(len(faces)), 4))
    many.pixels[:, 0, 0] = np.arange(len(many))  # no two alike
    read = layouts.read(write_folders(tmp_path / "folders", many, name="{index:05}.png"))
    again = layouts.read(tmp_path / "folders")
    assert (read.split == data.PRIVATE_TEST).sum() == (many.split != data.TRAINING).sum()
    assert 0 < (read.split == data.PUBLIC_TEST).sum() < (read.split == data.TRAINING).sum() / 2
    assert np.array_equal(read.split, again.split)


def test_names_that_tell_no_split_leave_it_to_the_folder(tmp_path, faces):
    write_face(tmp_path / "train" / "angry" / "1.png", faces.pixels[0])
    write_face(tmp_path / "validation" / "fear" / "2.PNG", faces.pixels[1])
    write_face(tmp_path / "test" / "happy" / "3.png", faces.pixels[2])
    read = layouts.read(tmp_path)
    assert [EMOTIONS[label] for label in read.labels] == ["angry", "fear", "happy"]
    assert [SPLITS[split] for split in read.split] == ["Training", "PublicTest", "PrivateTest"]


@pytest.mark.parametrize(
    ("files", "splits"),
    [
        (["train/sad/1", "train/sad/2", "test/sad/3"], [1, 0, 2]),
        (["train/sad/Training_1", "train/sad/2", "test/sad/3"], [0, 0, 2]),
        (["train/sad/1", "train/sad/2", "test/sad/PublicTest_1"], [0, 0, 1]),
    ],
    ids=["by the hashes", "a name says Training", "there is a PublicTest"],
)
def test_public_test_is_chosen_by_hash_where_no_name_says_otherwise(tmp_path, files, splits):
    assert [hashlib.sha256(face).digest()[0] for face in (CHOSEN, NOT_CHOSEN)] == [25, 26]
    for file, face in zip(files, (CHOSEN, NOT_CHOSEN, CHOSEN)):
        write_face(tmp_path / f"{file}.png", face)
    assert layouts.read(tmp_path).split.tolist() == splits


def test_files_that_are_not_named_as_pictures_are_left_out(tmp_path):
    write_face(tmp_path / "train" / "sad" / "1.png", NOT_CHOSEN)
    (tmp_path / "test").mkdir()
    (tmp_path / "train" / "sad" / "notes.txt").write_text("no picture")
    assert len(layouts.read(tmp_path)) == 1


def test_a_picture_that_cannot_be_read_is_named(tmp_path, faces):
    folder = write_folders(tmp_path / "folders", faces)
    broken = folder / "train" / "sad" / "Training_broken.jpg"
    broken.write_text("no picture")
    assert_broken(folder, f"{broken} is no picture", "take it out of the folder")


def test_a_picture_that_ends_early_is_named(tmp_path):
    write_face(tmp_path / "test" / "sad" / "early.png", CHOSEN)
    (tmp_path / "train").mkdir()
    path = tmp_path / "test" / "sad" / "early.png"
    path.write_bytes(path.read_bytes()[:-30])
    assert_broken(tmp_path, "early.png is no picture")


def test_a_folder_that_is_named_as_a_picture_is_refused(tmp_path):
    (tmp_path / "train" / "sad" / "odd.png").mkdir(parents=True)
    (tmp_path / "test").mkdir()
    assert_broken(tmp_path, "odd.png is no picture")


def test_folders_without_pictures_hold_no_images(tmp_path):
    for name in ("train", "test"):
        (tmp_path / name / "angry").mkdir(parents=True)
    assert_broken(tmp_path, "holds no images")
