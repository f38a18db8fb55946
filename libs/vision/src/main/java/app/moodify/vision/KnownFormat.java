package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A format that is told by a file's first bytes, never by its name. The list, {@code
 * photo-formats.json}, is the page's too; the first that matches counts.
 *
 * @param name as people call it
 * @param code of what is said of such a file, as of {@link PhotoFault#code}; null if it is read
 * @param starts what stands at the beginning, a character a byte, of which {@code ?} is any
 * @param brands of the ISO base media file format (ISO/IEC 14496-12), of which one is named
 * @param element the outermost element, if it is a text in XML
 */
record KnownFormat(
    String name, String code, List<String> starts, List<String> brands, String element) {
  private static final String LIST = "photo-formats.json";
  private static final List<KnownFormat> ALL = read();

  KnownFormat {
    starts = Objects.requireNonNullElse(starts, List.of());
    brands = Objects.requireNonNullElse(brands, List.of());
  }

  /** Returns the format of a file, if it is a known one. */
  static Optional<KnownFormat> of(ByteReader file) {
    List<String> brands = IsoMediaFile.brands(file);
    return ALL.stream().filter(format -> format.matches(file, brands)).findFirst();
  }

  static List<KnownFormat> all() {
    return ALL;
  }

  /** Returns what is wrong with such a file, if it is not read. */
  Optional<PhotoFault> fault() {
    return Optional.ofNullable(code).map(it -> PhotoFault.valueOf(it.toUpperCase(Locale.ROOT)));
  }

  private boolean matches(ByteReader file, List<String> fileBrands) {
    return starts.stream().anyMatch(start -> hasStart(file, start))
        || fileBrands.stream().anyMatch(brands::contains)
        || element != null && XmlFile.hasRoot(file, element);
  }

  private static boolean hasStart(ByteReader file, String start) {
    String found = file.ascii(0, start.length());
    if (found.length() < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (start.charAt(i) != '?' && start.charAt(i) != found.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static List<KnownFormat> read() {
    try (InputStream list = KnownFormat.class.getResourceAsStream(LIST)) {
      return List.of(
          new Gson()
              .fromJson(new InputStreamReader(list, StandardCharsets.UTF_8), KnownFormat[].class));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
