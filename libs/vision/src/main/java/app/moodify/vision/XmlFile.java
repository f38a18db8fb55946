package app.moodify.vision;

import java.util.Locale;
import java.util.regex.Pattern;

/** The beginning of a text in XML. */
final class XmlFile {
  /** How far into a text its outermost element is looked for, in bytes. */
  private static final int WINDOW = 4096;

  private static final Pattern BYTE_ORDER_MARK =
      Pattern.compile("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)");

  private XmlFile() {}

  /**
   * Returns whether an element is the outermost one, in any case and with its own prefix, such as
   * {@code svg:svg}. A text in UTF-16 counts, whose every second byte is zero.
   */
  static boolean hasRoot(ByteReader file, String element) {
    String text = file.ascii(0, WINDOW).replace("\0", "").toLowerCase(Locale.ROOT);
    String rest = BYTE_ORDER_MARK.matcher(text).replaceFirst("");
    while (true) {
      rest = rest.replaceFirst("^[ \t\r\n\f]+", "");
      String ending = rest.startsWith("<?") ? "?>" : rest.startsWith("<!--") ? "-->" : "";
      int end = rest.indexOf(ending);
      if (ending.isEmpty() || end < 0) {
        return rest.matches(
            "(?s)<(!doctype " + element + "\\b|(" + element + ":)?" + element + "[ \t\r\n\f/>]).*");
      }
      rest = rest.substring(end + ending.length());
    }
  }
}
