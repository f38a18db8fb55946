"""The exported model: TensorFlow's scores are PyTorch's."""

import json

import numpy as np
import pytest
import torch

from moodify_models import EMOTIONS, ROOT, VOTES, crops, export
from moodify_models.network import normalise
from moodify_models.serving import ServedNet, Serving, fold_convolution

savedmodel = pytest.importorskip("moodify_models.savedmodel")

SERVING = Serving(0.7, 1.4, 0.41234567, 0.05, offsets=(0, 0.4, 0.2, 0, 0, 0, 0))


@pytest.fixture
def exported(tmp_path, trained_net, tiny_settings):
    export.write(
        trained_net,
        SERVING,
        tmp_path / "model",
        {"epochs": 3, "settings": tiny_settings, "voted": True},
    )
    return tmp_path / "model"


def test_tensorflow_scores_as_pytorch_does(exported, trained_net):
    pixels = np.stack(list(crops.parity_crops().values()))
    with torch.no_grad():
        expected = ServedNet(trained_net, SERVING)(torch.from_numpy(pixels)[:, None]).numpy()
    scores = savedmodel.Model(exported).probabilities(pixels)
    assert scores.dtype == np.float32 and scores.shape == (len(pixels), 7)
    assert np.abs(scores - expected).max() < 1e-5
    assert np.allclose(scores.sum(axis=1), 1, atol=1e-5)
    assert expected.std(axis=0).max() > 0.01  # the crops differ, so the test can fail


def test_the_signature_is_the_one_that_java_expects(exported):
    signature = savedmodel.tf.saved_model.load(str(exported)).signatures["serving_default"]
    (pixels,) = signature.structured_input_signature[1].values()
    assert (pixels.name, pixels.dtype.name, pixels.shape.as_list()) == (
        "pixels", "float32", [None, 48, 48, 1]
    )  # fmt: skip
    assert {name: spec.shape.as_list() for name, spec in signature.structured_outputs.items()} == {
        "probabilities": [None, 7],
        "votes": [None, 8],
    }


def test_the_votes_output_is_the_second_head(exported, trained_net):
    pixels = np.stack(list(crops.parity_crops().values()))
    serve = savedmodel.tf.saved_model.load(str(exported)).signatures["serving_default"]
    votes = serve(pixels=savedmodel.tf.constant(pixels[..., None].astype(np.float32)))["votes"]
    with torch.no_grad():
        expected = trained_net(normalise(torch.from_numpy(pixels)[:, None]))[1].softmax(dim=1)
    assert np.abs(votes.numpy() - expected.numpy()).max() < 1e-5


def test_a_crop_scores_the_same_alone_and_in_a_batch(exported):
    pixels = np.stack(list(crops.parity_crops().values()))
    model = savedmodel.Model(exported)
    together = model.probabilities(pixels)
    alone = np.concatenate([model.probabilities(pixels[i : i + 1]) for i in range(len(pixels))])
    assert np.abs(together - alone).max() < 1e-5


def test_model_json_tells_a_client_all_it_needs(exported):
    described = json.loads((exported / "model.json").read_text())
    assert described["input"] == {
        "name": "pixels", "width": 48, "height": 48, "channels": 1, "range": [0, 255]
    }  # fmt: skip
    assert described["output"] == {"name": "probabilities"}
    assert described["emotions"] == list(EMOTIONS)
    assert described["votes"] == {"name": "votes", "classes": list(VOTES)}
    assert described["unsure"] == {"confidenceBelow": 0.4123, "marginBelow": 0.05}
    assert len(described["version"].split("-")) == 4


def test_the_version_changes_with_the_weights(trained_net):
    before = export.weights_hash(trained_net, SERVING)
    assert export.weights_hash(trained_net, SERVING) == before
    with torch.no_grad():
        trained_net.labels.bias[0] += 1e-3
    assert export.weights_hash(trained_net, SERVING) != before


def test_an_export_that_differs_from_pytorch_is_refused_and_the_old_one_stays(
    tmp_path, monkeypatch, trained_net, tiny_settings
):
    target = tmp_path / "model"
    target.mkdir()
    (target / "model.json").write_text("the old one")
    monkeypatch.setattr(savedmodel, "NORMALISE_EPSILON", 1.0)  # the two sides now disagree
    with pytest.raises(ValueError, match="not exported"):
        export.write(
            trained_net, SERVING, target, {"epochs": 1, "settings": tiny_settings, "voted": True}
        )
    assert (target / "model.json").read_text() == "the old one"


def test_folding_keeps_what_convolution_and_norm_compute(trained_net):
    block, x = trained_net.stages[0].widen, torch.randn(1, 4, 6, 6)
    folded = fold_convolution(block)
    kernel = torch.from_numpy(folded.kernel).permute(3, 2, 0, 1)
    with torch.no_grad():
        direct = torch.nn.functional.conv2d(x, kernel, torch.from_numpy(folded.bias), padding=1)
        assert torch.allclose(direct, block(x), atol=1e-4, rtol=1e-4)


def test_parity_crops_are_many_and_different():
    made = crops.parity_crops()
    assert len(made) >= 12
    assert len({crop.tobytes() for crop in made.values()}) == len(made)
    assert all(crop.shape == (48, 48) and crop.dtype == np.uint8 for crop in made.values())


def test_the_shipped_model_gives_the_scores_of_its_parity_file():
    shipped = ROOT / "models" / "expression"
    examples = json.loads((shipped / "parity.json").read_text())
    assert export.check(savedmodel.Model(shipped), examples) <= export.TOLERANCE
    assert {name for name in crops.parity_crops()} == {example["name"] for example in examples}


def test_the_shipped_model_is_small_enough_to_ship():
    size = sum(path.stat().st_size for path in (ROOT / "models" / "expression").rglob("*"))
    assert size <= 12 * 1024 * 1024
