package app.moodify.api;

import app.moodify.core.person.ProfileStore;
import app.moodify.http.Problem;
import com.google.cloud.functions.HttpRequest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request about consent: {@code {"given": true, "version": 2}}.
 *
 * @param given whether it is given, or else withdrawn
 * @param version of the notice that it is about
 */
record ConsentRequest(boolean given, int version) {
  private static final int MAX_BYTES = 1000;

  /**
   * Reads a request's body.
   *
   * @throws Problem 400 if it is not of this form, 409 if there is another notice by now; an
   *     earlier one can still be withdrawn
   */
  static ConsentRequest read(HttpRequest request) throws IOException, Problem {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw malformed();
    }
    ConsentRequest read = parse(new String(body, StandardCharsets.UTF_8));
    if (!read.isOfNotice()) {
      throw new Problem(
          409,
          "other_notice",
          "The notice about photos is version %d. Read it on the page, then agree to that one."
              .formatted(ProfileStore.NOTICE));
    }
    return read;
  }

  private boolean isOfNotice() {
    return given ? version == ProfileStore.NOTICE : version >= 1 && version <= ProfileStore.NOTICE;
  }

  private static ConsentRequest parse(String body) throws Problem {
    try {
      JsonElement json = JsonParser.parseString(body);
      if (json instanceof JsonObject fields
          && isPrimitive(fields.get("given"))
          && fields.get("given").getAsJsonPrimitive().isBoolean()
          && isPrimitive(fields.get("version"))
          && fields.get("version").getAsJsonPrimitive().isNumber()) {
        return new ConsentRequest(
            fields.get("given").getAsBoolean(), fields.get("version").getAsInt());
      }
    } catch (JsonParseException | NumberFormatException e) {
      Problem problem = malformed();
      problem.initCause(e);
      throw problem;
    }
    throw malformed();
  }

  private static boolean isPrimitive(JsonElement value) {
    return value != null && value.isJsonPrimitive();
  }

  private static Problem malformed() {
    return new Problem(
        400,
        "malformed_consent",
        "The body is to be JSON such as {\"given\": true, \"version\": %d}."
            .formatted(ProfileStore.NOTICE));
  }
}
