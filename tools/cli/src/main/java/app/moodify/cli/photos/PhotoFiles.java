package app.moodify.cli.photos;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The photos that arguments of a command name. */
final class PhotoFiles {
  /** HEIC is among them: whoever has such a photo is to read that it cannot be read. */
  private static final List<String> EXTENSIONS =
      List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif");

  private PhotoFiles() {}

  /**
   * What arguments name.
   *
   * @param photos sorted
   * @param unreadable what could not be looked into, and why: folders without permission, links
   *     that lead back to where they are
   */
  record Found(List<Path> photos, SortedMap<Path, IOException> unreadable) {}

  /**
   * Returns a file as it is, whatever its name, and for a folder the images in it and below it,
   * hidden files and folders left out. What cannot be read does not keep the rest from being found.
   *
   * @throws IOException if walking ends early
   */
  static Found of(Path argument) throws IOException {
    if (!Files.isDirectory(argument)) {
      return new Found(List.of(argument), new TreeMap<>());
    }
    Walk walk = new Walk(argument);
    Files.walkFileTree(argument, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return new Found(walk.photos.stream().sorted().toList(), walk.unreadable);
  }

  /** Notes photos and failures, and goes on. */
  static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> photos = new ArrayList<>();
    private final SortedMap<Path, IOException> unreadable = new TreeMap<>();

    Walk(Path root) {
      this.root = root;
    }

    SortedMap<Path, IOException> unreadable() {
      return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isHidden = !folder.equals(root) && isHidden(root.relativize(folder));
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isNamedAsImage(file) && !isHidden(root.relativize(file))) {
        photos.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!isHidden(root.relativize(file))) {
        unreadable.put(file, failure);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      if (failure != null) {
        unreadable.put(folder, failure);
      }
      return FileVisitResult.CONTINUE;
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
