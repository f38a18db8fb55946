package app.moodify.lab.evaluate;

import app.moodify.lab.dataset.Split;
import app.moodify.lab.evaluate.figures.ConfusionFigure;
import app.moodify.lab.evaluate.figures.ReliabilityFigure;
import app.moodify.lab.evaluate.figures.RiskCoverageFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report's pictures: {@code figures/PrivateTest-confusion.svg} and so on. */
final class FigureFiles {
  private final Path folder;

  /** Takes the folder that {@code metrics.json} is in. */
  FigureFiles(Path folder) {
    this.folder = folder.resolve("figures");
  }

  void write(Split split, SplitReport report) throws IOException {
    Files.createDirectories(folder);
    String name = split.key();
    write(name + "-confusion.svg", ConfusionFigure.draw(name, report.confusion()));
    write(
        name + "-reliability.svg",
        ReliabilityFigure.draw(
            name,
            report.calibration().stream()
                .map(
                    bin -> new ReliabilityFigure.Bin(bin.confidence(), bin.accuracy(), bin.faces()))
                .toList()));
    write(
        name + "-risk-coverage.svg",
        RiskCoverageFigure.draw(
            name,
            report.riskCoverage().stream()
                .map(each -> new RiskCoverageFigure.Point(each.coverage(), each.accuracy()))
                .toList(),
            new RiskCoverageFigure.Point(
                report.unsure().coverage().value(), report.unsure().accuracyWhenSure().value())));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
