"""`./moodify evaluate`: measures the model that is served, with the code that serves it, on crops of
FER-2013 and on whole photos."""

from moodify_models import SPLITS, card, data, layouts, measures, metrics, photos, plots, served
from moodify_models.progress import report


def evaluate(options):
    """Measures what the command line asks for, writes all that is made of it, and prints it."""
    model = served.description()
    target = options.write or served.models_folder() / "metrics.json"
    known = metrics.load(target, model["version"])
    crop_report = photo_report = None
    if options.data:
        measured = of_split(options.data, options.split, with_votes=model["votes"] is not None)
        # Tables and pictures are of the file, so they are made of rounded numbers.
        crop_report = metrics.rounded(measured)
        known = metrics.with_split(known, options.split, crop_report)
        metrics.save(target, known)
        draw(target.parent / "figures", options.split, crop_report)
    if options.photos:
        photo_report = metrics.rounded(of_photos(options.labels, options.photos))
        known = {**known, "photos": photo_report}
        metrics.save(target, known)
    readme = target.with_name("README.md")
    if readme.exists():
        readme.write_text(card.updated(readme.read_text(encoding="utf-8"), known), encoding="utf-8")
    show(known["model"], options, crop_report, photo_report)
    report(f"Written: {target}")


def of_split(folder, split, with_votes):
    """The report on one split of the data set in `folder`."""
    faces = layouts.read(folder)
    chosen = faces.split == SPLITS.index(split)
    if not chosen.any():
        raise data.DataError(f"{folder} has no {split} rows.")
    copies = data.copies_of_training(faces)[chosen]
    faces = faces.rows(chosen)
    report(f"Judging {len(faces)} faces of {split}")
    asked = with_votes and bool((data.majority(faces.votes) >= 0).any())
    return measures.of_crops(faces, copies, served.predict(faces.pixels, asked))


def of_photos(table, folder):
    """The report on labelled photos; wrong answers are named as they come."""
    labelled = photos.read_labels(table, folder)
    report(f"Judging {len(labelled)} photos")
    analyses = []
    for photo, analysis in zip(labelled, served.analyze([photo.path for photo in labelled])):
        fault = analysis.get("error")
        if fault and fault["code"].startswith("file_"):
            raise data.DataError(f"{photo.path}: {fault['message']}")
        if fault:
            report(f"{photo.path.name}: {fault['message']}")
        if analysis["emotion"] != photo.label:
            report(f"{photo.path.name}: {analysis['emotion'] or 'no face'}, not {photo.label}")
        analyses.append(analysis)
    return measures.of_photos([photo.label for photo in labelled], analyses)


def draw(folder, split, crop_report):
    """Writes a report's pictures: `PrivateTest-confusion.svg` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, figure in plots.of_split(split, crop_report).items():
        (folder / name).write_bytes(plots.svg(figure))


def show(model, options, crop_report, photo_report):
    """Prints what was measured; nothing else goes to standard output."""
    if options.json:
        measured = {"model": model, "split": options.split}
        measured |= {"crops": crop_report} if crop_report else {}
        measured |= {"photos": photo_report} if photo_report else {}
        print(metrics.to_json(measured))
        return
    print(f"Model {model}, original and mirrored")
    if crop_report:
        title = f"{options.split}, {crop_report['faces']} faces"
        print(card.summary(title, card.crop_rows(crop_report)))
    if photo_report:
        title = f"{photo_report['photos']} photos"
        print(card.summary(title, card.photo_rows(photo_report)))
