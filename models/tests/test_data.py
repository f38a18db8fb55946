"""What keeps FER-2013's rows honest, and what is made of their votes."""

import numpy as np
import pytest

from moodify_models import data, layouts


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


def test_a_row_with_the_very_pixels_of_a_training_row_is_a_copy_of_training(faces):
    faces.pixels[41] = faces.pixels[3]
    faces.pixels[35] = faces.pixels[45]  # in no Training row
    faces.pixels[33] = faces.pixels[5]
    faces.pixels[33, -1, -1] ^= 1
    assert data.copies_of_training(faces).nonzero()[0].tolist() == [*range(32), 41]


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


@pytest.mark.parametrize(
    ("votes", "majority"),
    [
        pytest.param([6, 4, 0, 0, 0, 0, 0, 0, 0, 0], 0, id="more than half"),
        pytest.param([5, 5, 0, 0, 0, 0, 0, 0, 0, 0], -1, id="half"),
        pytest.param([1, 5, 1, 1, 1, 1, 0, 0, 0, 0], 1, id="single votes are slips"),
        pytest.param([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], -1, id="slips only"),
        pytest.param([0, 0, 0, 0, 0, 0, 0, 0, 10, 0], -1, id="unknown"),
        pytest.param([0, 3, 0, 0, 0, 0, 0, 0, 0, 7], -1, id="not a face"),
        pytest.param([2, 0, 0, 0, 0, 0, 0, 8, 0, 0], 7, id="contempt is an expression"),
        pytest.param([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], -1, id="no votes"),
    ],
)
def test_the_majority_is_what_more_than_half_of_the_raters_agree_on(votes, majority):
    assert data.majority(np.array([votes], np.float32)).tolist() == [majority]


def test_the_real_data_have_their_known_splits_votes_and_copies(real_data):
    faces = layouts.read(real_data)
    assert np.bincount(faces.split).tolist() == [28709, 3589, 3589]
    assert (~faces.votes.any(axis=1)).sum() == 177
    copies = data.copies_of_training(faces)
    assert np.bincount(faces.split[copies]).tolist() == [28709, 280, 288]
    # 3,153 by the votes alone; one of them is a row whose votes are another image's.
    assert (data.majority(faces.part(data.PRIVATE_TEST).votes) >= 0).sum() == 3152
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
