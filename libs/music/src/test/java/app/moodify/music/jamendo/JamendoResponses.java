package app.moodify.music.jamendo;

import app.moodify.music.http.JsonFixture;

/** Responses in the shape that Jamendo documents, with invented music. */
final class JamendoResponses {
  static final JsonFixture TRACK =
      JsonFixture.of(
          """
          {"id":"900001","name":"Test Tide","duration":201,"artist_id":"7001",
           "artist_name":"Fixture Band","artist_idstr":"Fixture_Band","album_name":"","album_id":"",
           "license_ccurl":"http:\\/\\/creativecommons.org\\/licenses\\/by-nc-sa\\/3.0\\/",
           "position":1,"releasedate":"2024-02-03","album_image":"",
           "audio":"https:\\/\\/prod-1.storage.jamendo.com\\/?trackid=900001&format=mp32&from=app-secret-id",
           "audiodownload":"","prourl":"","shorturl":"https://jamen.do/t/900001",
           "shareurl":"http:\\/\\/www.jamendo.com\\/track\\/900001","waveform":"{\\"peaks\\":[0,3]}",
           "image":"https:\\/\\/usercontent.jamendo.com?type=album&id=1&width=300",
           "musicinfo":{"vocalinstrumental":"instrumental","lang":"","gender":"",
             "acousticelectric":"electric","speed":"low",
             "tags":{"genres":["ambient","lounge"],"instruments":[],"vartags":["Relaxing","dream"]}},
           "stats":{"rate_listened_total":1200,"likes":3},
           "audiodownload_allowed":false,"content_id_free":true}
          """);

  private static final JsonFixture RESPONSE =
      JsonFixture.of(
          """
          {"headers":{"status":"success","code":0,"error_message":"","warnings":"",
            "results_count":1},"results":[]}
          """);

  private JamendoResponses() {}

  static String of(JsonFixture... tracks) {
    return RESPONSE.with("results", tracks).toString();
  }

  static String warning(String warnings) {
    return RESPONSE.with("results", TRACK).with("headers.warnings", quoted(warnings)).toString();
  }

  static String failure(int code, String message) {
    return RESPONSE
        .with("headers.status", "\"failed\"")
        .with("headers.code", String.valueOf(code))
        .with("headers.error_message", quoted(message))
        .toString();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
