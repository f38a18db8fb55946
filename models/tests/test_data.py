"""Reading FER-2013 and keeping it honest."""

import csv

import numpy as np
import pytest
from PIL import Image

from moodify_models import EMOTIONS, data, layouts


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
            writer.writerow([label, " ".join(map(str, pixels.ravel())), data.SPLITS[split]])
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
        split = data.SPLITS[faces.split[index]]
        Image.fromarray(faces.pixels[index]).save(place / name.format(split=split, index=index))
    return folder


def in_order(faces):
    """Rows as a sorted list, for layouts that do not keep the order."""
    return sorted(
        (pixels.tobytes(), int(label), int(split))
        for pixels, label, split in zip(faces.pixels, faces.labels, faces.split)
    )


def test_all_three_layouts_read_the_same(tmp_path, faces):
    raw = layouts.read(write_raw(tmp_path / "raw", faces))
    table = layouts.read(write_table(tmp_path / "table", faces))
    folders = layouts.read(write_folders(tmp_path / "folders", faces))
    assert in_order(raw) == in_order(table) == in_order(folders) == in_order(faces)
    assert np.array_equal(raw.votes, faces.votes)
    assert np.array_equal(table.votes, faces.votes)
    assert not folders.votes.any()


def test_a_table_without_ferplus_has_no_votes(tmp_path, faces):
    assert not layouts.read(write_table(tmp_path / "table", faces, with_votes=False)).votes.any()


def test_rows_that_are_not_exact_lose_their_votes_only(tmp_path, faces):
    exact = np.ones(len(faces))
    exact[4] = 0
    read = layouts.read(write_raw(tmp_path / "raw", faces, exact))
    assert faces.votes[4].any() and not read.votes[4].any()
    assert np.array_equal(read.votes[6], faces.votes[6])
    assert np.array_equal(read.pixels, faces.pixels)


def test_folders_whose_names_tell_no_split_give_a_part_of_train_to_public_test(tmp_path, faces):
    many = faces.rows(np.tile(np.arange(len(faces)), 4))
    many.pixels[:, 0, 0] = np.arange(len(many))  # no two alike
    read = layouts.read(write_folders(tmp_path / "folders", many, name="{index:05}.png"))
    again = layouts.read(tmp_path / "folders")
    assert (read.split == data.PRIVATE_TEST).sum() == (many.split != data.TRAINING).sum()
    assert 0 < (read.split == data.PUBLIC_TEST).sum() < (read.split == data.TRAINING).sum() / 2
    assert np.array_equal(read.split, again.split)


def test_a_folder_without_fer2013_says_what_was_expected(tmp_path):
    with pytest.raises(data.DataError, match="fer2013.csv"):
        layouts.read(tmp_path)
    with pytest.raises(data.DataError, match="--data DIR"):
        layouts.read(tmp_path / "nowhere")


def test_files_with_different_numbers_of_rows_are_refused(tmp_path, faces):
    folder = write_raw(tmp_path / "raw", faces)
    faces.split[:-1].tofile(folder / f"usage_{len(faces)}.u8")
    with pytest.raises(data.DataError, match="number of rows"):
        layouts.read(folder)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("3,1 2 3,Training", "line 2 is broken"),
        ("3," + "300 " * 2304 + ",Training", "line 2 is broken"),
        ("9," + "30 " * 2304 + ",Training", "labels must be 0"),
        ("3," + "30 " * 2304 + ",Holiday", "line 2 is broken"),
    ],
    ids=["too few pixels", "too bright", "unknown label", "unknown split"],
)
def test_a_broken_row_of_the_table_is_named(tmp_path, row, complaint):
    (tmp_path / "fer2013.csv").write_text(f"emotion,pixels,Usage\n{row}\n")
    with pytest.raises(data.DataError, match=complaint):
        layouts.read(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [(",0,", ",x,", "is broken"), (",0\r\n", "\r\n", "ten votes"), (",0,", ',"0,', "is broken")],
)
def test_broken_votes_are_named_with_their_line(tmp_path, faces, old, new, complaint):
    folder = write_table(tmp_path / "table", faces)
    path = folder / "fer2013new.csv"
    head, rows = path.read_bytes().decode().split("\r\n", 1)
    path.write_bytes((head + "\r\n" + rows.replace(old, new, 1)).encode())
    with pytest.raises(data.DataError, match=f"line [0-9]+.* {complaint}"):
        layouts.read(folder)


def test_pixels_that_are_cut_off_are_refused(tmp_path, faces):
    folder = write_raw(tmp_path / "raw", faces)
    path = next(folder.glob("pixels_*"))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(data.DataError, match="cut off"):
        layouts.read(folder)


def test_a_picture_that_cannot_be_read_is_named(tmp_path, faces):
    folder = write_folders(tmp_path / "folders", faces)
    (folder / "train" / "sad" / "Training_broken.jpg").write_text("no picture")
    with pytest.raises(data.DataError, match="Training_broken.jpg"):
        layouts.read(folder)


def test_training_images_identical_to_a_test_image_are_left_out(faces):
    faces.pixels[3] = faces.pixels[35]  # PublicTest
    faces.pixels[5] = faces.pixels[45]  # PrivateTest
    faces.pixels[7] = faces.pixels[9]  # within Training: stays
    left = data.training_rows(faces)
    kept = [n for n in range(32) if n not in (3, 5)]
    assert np.array_equal(left.pixels, faces.pixels[kept])


def test_an_image_that_differs_in_one_pixel_is_no_duplicate(faces):
    faces.pixels[3] = faces.pixels[35]
    faces.pixels[3, 0, 0] ^= 1
    assert len(data.training_rows(faces)) == 32


def test_images_that_no_one_took_for_a_face_are_left_out(faces):
    faces.votes[0] = 0
    faces.votes[0, data.NOT_A_FACE] = 10
    faces.votes[2] = 0
    faces.votes[2, [3, data.NOT_A_FACE]] = 1, 9  # one rater saw a face
    left = data.training_rows(faces)
    assert len(left) == 31
    assert np.array_equal(left.pixels[0], faces.pixels[1])


def test_single_votes_are_dropped_and_the_rest_sums_to_one():
    distribution, weight = data.vote_targets(np.array([[6, 3, 1, 0, 0, 0, 0, 0, 0, 0]], np.float32))
    assert distribution[0].tolist() == pytest.approx([6 / 9, 3 / 9, 0, 0, 0, 0, 0, 0])
    assert weight.tolist() == [1]


@pytest.mark.parametrize(
    "votes",
    [[2, 2, 1, 1, 1, 1, 1, 1, 0, 0], [4, 0, 0, 0, 0, 0, 0, 0, 6, 0], [0] * 10],
    ids=["scattered", "unknown", "none"],
)
def test_votes_without_agreement_on_an_expression_weigh_nothing(votes):
    _, weight = data.vote_targets(np.array([votes], np.float32))
    assert weight.tolist() == [0]


def test_the_real_data_lose_their_known_duplicates(real_data):
    faces = layouts.read(real_data)
    assert len(faces) == 35887
    assert data.duplicates_of_test(faces).sum() == 703
    left = data.training_rows(faces)
    assert len(left) == 28709 - 705
    tested = {data.digest(image) for image in faces.rows(faces.split != data.TRAINING).pixels}
    assert not any(data.digest(image) in tested for image in left.pixels)


def test_the_votes_say_which_other_labels_are_likely(faces):
    """Where every row with these votes has the same two labels, the target shows both."""
    faces.votes[:] = 0
    faces.votes[:, 3] = 10  # sadness, say all raters
    faces.labels[:] = np.where(np.arange(len(faces)) % 4 == 0, 6, 4)  # a quarter: neutral
    targets = data.label_targets(faces, share=0.4)
    assert targets[1] == pytest.approx([0, 0, 0, 0, 0.6 + 0.4 * 0.75, 0, 0.4 * 0.25], abs=0.01)
    assert targets[0] == pytest.approx([0, 0, 0, 0, 0.4 * 0.75, 0, 0.6 + 0.4 * 0.25], abs=0.01)


def test_rows_without_votes_keep_their_label_alone(faces):
    targets = data.label_targets(faces, share=0.4)
    assert np.allclose(targets.sum(axis=1), 1)
    without = faces.votes.sum(axis=1) == 0
    assert (targets[without].max(axis=1) == 1).all() and (targets[~without].max(axis=1) < 1).any()
