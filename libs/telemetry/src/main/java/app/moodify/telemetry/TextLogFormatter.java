package app.moodify.telemetry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Text for a person's eyes, in another formatter's form, in which no words of others can begin a
 * line of their own: control characters, and those that change what is seen of a line, are written
 * as Java writes them in a literal. What is thrown has its frames below, which start with a tab.
 */
final class TextLogFormatter extends Formatter {
  private final Formatter form;

  TextLogFormatter(Formatter form) {
    this.form = form;
  }

  @Override
  public String format(LogRecord record) {
    LogRecord safe = new LogRecord(record.getLevel(), escaped(formatMessage(record)));
    safe.setInstant(record.getInstant());
    safe.setLoggerName(record.getLoggerName());
    safe.setSourceClassName(record.getSourceClassName());
    safe.setSourceMethodName(record.getSourceMethodName());
    String line = form.format(safe);
    return record.getThrown() == null ? line : line + trace(record.getThrown());
  }

  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    String before = "";
    for (Throwable each = thrown; each != null && known.add(each); each = each.getCause()) {
      text.append(before).append(escaped(each.toString())).append('\n');
      for (StackTraceElement frame : each.getStackTrace()) {
        text.append("\tat ").append(frame).append('\n');
      }
      before = "Caused by: ";
    }
    return text.toString();
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (isPlain(each)) {
                safe.appendCodePoint(each);
              } else {
                for (char unit : Character.toChars(each)) {
                  safe.append("\\u%04x".formatted((int) unit));
                }
              }
            });
    return safe.toString();
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
