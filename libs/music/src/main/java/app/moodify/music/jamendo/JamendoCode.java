package app.moodify.music.jamendo;

import app.moodify.music.catalogue.CatalogueException.Kind;
import java.util.Map;

/**
 * What Jamendo's {@code headers.code} says; the status of HTTP is 200 all the same.
 *
 * @param kind what can be done about it
 * @param meaning for the log
 */
record JamendoCode(Kind kind, String meaning) {
  private static final JamendoCode UNKNOWN =
      new JamendoCode(Kind.MALFORMED, "which is not documented");

  private static final Map<Long, JamendoCode> BY_NUMBER =
      Map.ofEntries(
          code(1, Kind.UNREACHABLE, "it had an error of its own"),
          code(2, Kind.BAD_REQUEST, "the HTTP method is wrong"),
          code(3, Kind.BAD_REQUEST, "a parameter has a wrong type or is out of range"),
          code(4, Kind.BAD_REQUEST, "a required parameter is missing"),
          code(5, Kind.REFUSED, "the client id is not valid; see JAMENDO_CLIENT_ID"),
          code(6, Kind.QUOTA, "too many requests"),
          code(7, Kind.BAD_REQUEST, "there is no such method"),
          code(8, Kind.BAD_REQUEST, "a needed parameter is missing"),
          code(9, Kind.BAD_REQUEST, "there is no such format"),
          code(10, Kind.BAD_REQUEST, "there is no such entry point"),
          code(11, Kind.REFUSED, "the application is suspended; ask Jamendo why"),
          code(12, Kind.REFUSED, "the access token is not valid"),
          code(13, Kind.REFUSED, "the access token does not reach that far"));

  static JamendoCode of(long number) {
    return BY_NUMBER.getOrDefault(number, UNKNOWN);
  }

  private static Map.Entry<Long, JamendoCode> code(long number, Kind kind, String meaning) {
    return Map.entry(number, new JamendoCode(kind, meaning));
  }
}
