package app.moodify.music.jamendo;

import app.moodify.core.music.TrackLinks.Licence;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names Creative Commons licences by their addresses. */
final class CreativeCommons {
  private static final Pattern LICENCE =
      Pattern.compile("/licenses/([a-z-]{2,20})/([0-9.]{1,5})(?:/([a-z]{2,10}))?/?.*");
  private static final Pattern ZERO = Pattern.compile("/publicdomain/zero/([0-9.]{1,5})/?.*");

  private CreativeCommons() {}

  /** Returns the licence, named such as {@code CC BY-NC-SA 3.0 FR}; {@code Licence} if unknown. */
  static Licence licence(URI address) {
    return new Licence(name(address), Optional.of(address));
  }

  private static String name(URI address) {
    String path = address.getHost().endsWith("creativecommons.org") ? address.getPath() : "";
    Matcher zero = ZERO.matcher(path);
    if (zero.matches()) {
      return "CC0 " + zero.group(1);
    }
    Matcher licence = LICENCE.matcher(path);
    if (!licence.matches()) {
      return "Licence";
    }
    String country = licence.group(3) == null ? "" : " " + licence.group(3);
    return ("CC " + licence.group(1) + " " + licence.group(2) + country).toUpperCase(Locale.ROOT);
  }
}
