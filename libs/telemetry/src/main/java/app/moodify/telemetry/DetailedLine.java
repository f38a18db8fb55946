package app.moodify.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A line of a log that has details beside its sentence, which log-based metrics can count by. In
 * the log for a person's eyes only the sentence is shown.
 */
public final class DetailedLine extends LogRecord {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Map<String, String> details;

  /**
   * Makes one.
   *
   * @param sentence without placeholders; says all that the details do
   * @param source which class logs it
   * @param name of the field that holds the details, in Cloud Logging
   */
  public DetailedLine(
      Level level, String sentence, Class<?> source, String name, Map<String, String> details) {
    super(level, sentence);
    this.name = name;
    this.details = Map.copyOf(details);
    setLoggerName(source.getName());
    setSourceClassName(source.getName());
  }

  String name() {
    return name;
  }

  /** Returns them without personal data and secrets, as messages are. */
  Map<String, String> details() {
    Map<String, String> redacted = new TreeMap<>(details);
    redacted.replaceAll((key, detail) -> Redaction.of(detail));
    return redacted;
  }
}
