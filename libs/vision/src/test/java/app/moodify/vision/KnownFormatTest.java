package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFormatTest {
  /** A file's first bytes, and the name of its format, which is null if it is no known one. */
  private record Case(String what, String file, String is) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** The page's test reads the same ones. */
  static List<Case> cases() throws IOException {
    try (InputStream file = KnownFormatTest.class.getResourceAsStream("/formats/cases.json")) {
      return List.of(
          new Gson().fromJson(new InputStreamReader(file, StandardCharsets.UTF_8), Case[].class));
    }
  }

  /** Each start of each format, with anything where anything may be. */
  static Stream<Case> starts() {
    return KnownFormat.all().stream()
        .flatMap(
            format ->
                format.starts().stream()
                    .map(
                        start ->
                            new Case(
                                "begins as " + format.name(),
                                start.replace('?', '\u0001') + "\u0001\u0001",
                                format.name())));
  }

  static Stream<Case> brands() {
    return KnownFormat.all().stream()
        .flatMap(
            format ->
                format.brands().stream()
                    .map(
                        brand ->
                            new Case(
                                brand,
                                "\0\0\0\u0014ftyp" + brand + "\0\0\0\0" + "isom",
                                format.name())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> formatOf(String file) {
    return KnownFormat.of(new ByteReader(bytes(file))).map(KnownFormat::name);
  }

  @ParameterizedTest
  @MethodSource({"cases", "starts", "brands"})
  void aFileIsToldByItsFirstBytes(Case given) {
    assertThat(formatOf(given.file())).isEqualTo(Optional.ofNullable(given.is()));
  }

  @ParameterizedTest
  @MethodSource({"cases", "starts", "brands"})
  void aFileThatIsNotReadIsRefusedInTheWordsOfItsFormat(Case given) {
    Optional<KnownFormat> known =
        KnownFormat.all().stream().filter(format -> format.name().equals(given.is())).findAny();
    PhotoFault expected =
        known.isEmpty()
            ? PhotoFault.NOT_AN_IMAGE
            : known.get().fault().orElse(PhotoFault.DAMAGED); // A beginning and nothing else.

    UnreadablePhotoException failure =
        catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(bytes(given.file())).close());

    assertThat(failure.fault()).isEqualTo(expected);
  }

  @Test
  void whatIsReadIsWhatTheDecoderReads() {
    assertThat(
            KnownFormat.all().stream()
                .filter(format -> format.fault().isEmpty())
                .map(format -> format.name().toUpperCase(Locale.ROOT)))
        .containsExactlyInAnyOrder(
            Arrays.stream(PhotoFormat.values()).map(PhotoFormat::name).toArray(String[]::new));
  }

  @Test
  void everyFormatHasACase() throws Exception {
    assertThat(cases().stream().map(Case::is))
        .containsAll(KnownFormat.all().stream().map(KnownFormat::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?", "<?>", "<!-->", "<!---->", "<?x?>", "<!-- -->", "<svg", " "})
  void aTextThatRepeatsItselfIsReadOnce(String part) {
    assertThat(formatOf(part.repeat(5000))).isEmpty();
  }
}
