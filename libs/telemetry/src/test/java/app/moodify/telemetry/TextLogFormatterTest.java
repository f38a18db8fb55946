package app.moodify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextLogFormatterTest {
  private final TextLogFormatter formatter = new TextLogFormatter(new SimpleFormatter());

  /**
   * Whatever ends a line or hides a part of one, somewhere: all of C0, DEL, C1 and Unicode's own.
   */
  static Stream<String> controls() {
    return Stream.of(
            IntStream.rangeClosed(0, 0x1f),
            IntStream.rangeClosed(0x7f, 0x9f),
            IntStream.of(0xad, 0x200b, 0x200e, 0x2028, 0x2029, 0x2066, 0xfeff, 0xe0001),
            IntStream.rangeClosed(0x202a, 0x202e))
        .flatMapToInt(each -> each)
        .mapToObj(Character::toString);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void noControlCharacterIsWritten(String control) {
    String forged = "mood" + control + "12:00:00.000 SEVERE app.moodify: forged";

    String plain = lineOf("Mood mood: read");
    String line = lineOf("Mood " + forged + ": read");

    assertThat(line.lines().count()).isEqualTo(plain.lines().count());
    assertThat(line.strip()).contains("Mood mood\\u").doesNotContain(control + "12");
  }

  @ParameterizedTest
  @MethodSource("controls")
  void norInWhatWasThrown(String control) {
    LogRecord record = new LogRecord(Level.SEVERE, "It failed");
    record.setThrown(
        new IllegalStateException("a" + control + "b", new RuntimeException("c" + control + "d")));

    List<String> lines = formatter.format(record).lines().toList();

    assertThat(lines).filteredOn(line -> line.contains("a\\u")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.startsWith("Caused by: ")).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("\tat "))
        .as("those of the form, and one of each that was thrown")
        .hasSize((int) lineOf("It failed").lines().count() + 2);
  }

  @Test
  void whateverIsWrittenIsOneLine() {
    Random random = new Random(7);
    int lines = (int) lineOf("plain").lines().count();
    for (int i = 0; i < 2000; i++) {
      String text =
          random.ints(20, 0, 0x3000).mapToObj(Character::toString).reduce("", String::concat);

      assertThat(lineOf(text).split("\\R|\u2028|\u0085")).hasSizeLessThanOrEqualTo(lines);
    }
  }

  @Test
  void plainTextOfAnyLanguageStaysAsItIs() {
    String text = "Löwe 爱 ख़ुश 😀 \"quoted\" \\ tab-less";

    assertThat(TextLogFormatter.escaped(text)).isEqualTo(text);
  }

  private String lineOf(String message) {
    return formatter.format(new LogRecord(Level.INFO, message));
  }
}
