package app.moodify.music.jamendo;

import app.moodify.music.catalogue.CatalogueException.Kind;

/** What Jamendo's {@code headers.code} says; the status of HTTP is 200 all the same. */
enum JamendoCode {
  EXCEPTION(1, Kind.UNREACHABLE, "it had an error of its own"),
  METHOD(2, Kind.BAD_REQUEST, "the HTTP method is wrong"),
  TYPE(3, Kind.BAD_REQUEST, "a parameter has a wrong type or is out of range"),
  MISSING(4, Kind.BAD_REQUEST, "a required parameter is missing"),
  CLIENT_ID(5, Kind.REFUSED, "the client id is not valid; see JAMENDO_CLIENT_ID"),
  RATE_LIMIT(6, Kind.QUOTA, "too many requests"),
  UNKNOWN_METHOD(7, Kind.BAD_REQUEST, "there is no such method"),
  NEEDED(8, Kind.BAD_REQUEST, "a needed parameter is missing"),
  FORMAT(9, Kind.BAD_REQUEST, "there is no such format"),
  ENTRY_POINT(10, Kind.BAD_REQUEST, "there is no such entry point"),
  SUSPENDED(11, Kind.REFUSED, "the application is suspended; ask Jamendo why"),
  TOKEN(12, Kind.REFUSED, "the access token is not valid"),
  SCOPE(13, Kind.REFUSED, "the access token does not reach that far"),
  OTHER(-1, Kind.MALFORMED, "nobody knows what that means");

  private final int code;
  private final Kind kind;
  private final String meaning;

  JamendoCode(int code, Kind kind, String meaning) {
    this.code = code;
    this.kind = kind;
    this.meaning = meaning;
  }

  static JamendoCode of(long code) {
    for (JamendoCode each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    return OTHER;
  }

  Kind kind() {
    return kind;
  }

  String meaning() {
    return meaning;
  }
}
