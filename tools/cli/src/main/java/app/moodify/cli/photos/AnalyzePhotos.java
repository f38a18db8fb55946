package app.moodify.cli.photos;

import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.vision.AnalysisJson;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the expressions in photos: one line each, a bad file's among them. */
@Command(
    name = "analyze",
    description = "Reads the expression of the largest clear face in each photo.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every photo was read",
      "1:a photo could not be read",
      "2:the command line was wrong"
    })
public final class AnalyzePhotos implements Callable<Integer> {
  /** One byte more than is accepted, so that a larger file is known as such. */
  private static final int READ_LIMIT = PhotoAnalyzer.MAX_BYTES + 1;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PHOTO",
      description = "JPEG, PNG, WebP, GIF or BMP files, or folders to walk.")
  private List<Path> arguments;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(
      names = "--crop",
      description = "The pictures are face crops already: look for no face in them.")
  private boolean crop;

  private boolean failed;

  @Override
  public Integer call() {
    failed = false;
    try (VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(System.getenv())) {
      analyzer.warmUp();
      for (Path argument : arguments) {
        analyzeAll(analyzer, argument);
      }
    }
    return failed ? 1 : 0;
  }

  private void analyzeAll(VisionPhotoAnalyzer analyzer, Path argument) {
    PhotoFiles.Found found;
    try {
      found = PhotoFiles.of(argument);
    } catch (IOException failure) {
      fail(argument, "file_unreadable", "The folder cannot be read: " + failure.getMessage());
      return;
    }
    found.unreadable().forEach(this::failToFind);
    if (found.photos().isEmpty() && found.unreadable().isEmpty()) {
      fail(argument, "no_photos", "There is no photo in this folder.");
    }
    for (Path photo : found.photos()) {
      analyze(analyzer, photo);
    }
  }

  private void failToFind(Path path, IOException failure) {
    if (failure instanceof FileSystemLoopException) {
      fail(path, "link_loop", "This link leads back to a folder that it is in.");
    } else if (failure instanceof AccessDeniedException) {
      fail(path, "file_unreadable", "You may not read this folder.");
    } else {
      fail(path, "file_unreadable", "This cannot be read: " + failure.getMessage());
    }
  }

  private void analyze(VisionPhotoAnalyzer analyzer, Path photo) {
    try (InputStream file = Files.newInputStream(photo)) {
      byte[] bytes = file.readNBytes(READ_LIMIT);
      PhotoAnalysis analysis = crop ? analyzer.analyzeCrop(bytes) : analyzer.analyze(bytes);
      print(json ? AnalysisJson.of(photo.toString(), analysis) : readable(photo, analysis));
    } catch (UnreadablePhotoException failure) {
      PhotoFault fault = failure.fault();
      fail(photo, fault.code(), fault.message());
    } catch (NoSuchFileException failure) {
      fail(photo, "file_not_found", "There is no such file.");
    } catch (AccessDeniedException failure) {
      fail(photo, "file_unreadable", "You may not read this file.");
    } catch (IOException failure) {
      fail(photo, "file_unreadable", "The file cannot be read: " + failure.getMessage());
    }
  }

  private void fail(Path file, String code, String message) {
    failed = true;
    print(
        json
            ? AnalysisJson.failure(file.toString(), code, message)
            : printable(file) + "  failed: " + message);
  }

  /** Returns such as {@code a.jpg happy 93 % (1 face, 31 ms)}, columns two blanks apart. */
  private static String readable(Path file, PhotoAnalysis analysis) {
    long milliseconds = Math.round(analysis.times().total());
    if (analysis.scores().isEmpty()) {
      return String.format(Locale.ROOT, "%s  no face  (%d ms)", printable(file), milliseconds);
    }
    EmotionScores scores = analysis.scores().get();
    String unsure = analysis.status() == MoodStatus.UNSURE ? "unsure, perhaps " : "";
    return String.format(
        Locale.ROOT,
        "%s  %s%s %d %%  (%d %s, %d ms)",
        printable(file),
        unsure,
        scores.best().key(),
        Math.round(100 * scores.confidence()),
        analysis.faces(),
        analysis.faces() == 1 ? "face" : "faces",
        milliseconds);
  }

  /** Returns a name in one line, whose control characters do nothing to a terminal. */
  static String printable(Path file) {
    StringBuilder name = new StringBuilder();
    file.toString()
        .codePoints()
        .forEach(
            character -> {
              int type = Character.getType(character);
              boolean isHarmless =
                  !Character.isISOControl(character)
                      && type != Character.FORMAT
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR;
              name.append(
                  isHarmless
                      ? Character.toString(character)
                      : String.format(Locale.ROOT, "\\u%04x", character));
            });
    return name.toString();
  }

  /** Flushed line by line: whoever pipes the output on sees each photo when it is done. */
  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
