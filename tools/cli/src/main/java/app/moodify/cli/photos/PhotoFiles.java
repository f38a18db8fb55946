package app.moodify.cli.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The photos that arguments of a command name. */
final class PhotoFiles {
  /** HEIC is among them: whoever has such a photo is to read that it cannot be read. */
  private static final List<String> EXTENSIONS =
      List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif");

  private PhotoFiles() {}

  /**
   * Returns a file as it is, whatever its name, and for a folder the images in it and below it,
   * sorted, hidden files and folders left out.
   *
   * @throws IOException if a folder cannot be read
   */
  static List<Path> of(Path argument) throws IOException {
    if (!Files.isDirectory(argument)) {
      return List.of(argument);
    }
    try (Stream<Path> files = Files.walk(argument, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> !isHidden(argument.relativize(file)))
          .filter(PhotoFiles::isNamedAsImage)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedAsImage(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }
}
