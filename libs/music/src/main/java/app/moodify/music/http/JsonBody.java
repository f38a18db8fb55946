package app.moodify.music.http;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Reads the body of a response, which may be anything, and accepts only a JSON object. */
final class JsonBody {
  /**
   * The largest response that is read, decompressed: 200 tracks of Jamendo, with their wave forms,
   * take about one megabyte.
   */
  static final long MAX_BYTES = 4L * 1024 * 1024;

  private static final Gson GSON =
      new GsonBuilder().setStrictness(Strictness.LEGACY_STRICT).create();

  private JsonBody() {}

  static JsonFields read(ResponseBody body, String host) throws IOException {
    return new JsonFields(parse(text(body, host), host));
  }

  private static String text(ResponseBody body, String host) throws IOException {
    BufferedSource source = body.source();
    if (body.contentLength() > MAX_BYTES || source.request(MAX_BYTES + 1)) {
      throw new CatalogueException(
          Kind.MALFORMED, host + " answered with more than " + MAX_BYTES + " bytes");
    }
    byte[] bytes = source.readByteArray();
    Optional<String> text = decode(bytes, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      MediaType type = body.contentType();
      Charset named = type == null ? null : type.charset(null);
      text = named == null ? Optional.empty() : decode(bytes, named);
    }
    return text.orElseThrow(
        () -> new CatalogueException(Kind.MALFORMED, host + " answered with garbled text"));
  }

  /**
   * JSON is UTF-8 (RFC 8259), whatever the header says. Only if it cannot be, the header counts.
   */
  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException expected) {
      return Optional.empty();
    }
  }

  private static JsonObject parse(String text, String host) throws CatalogueException {
    try {
      if (GSON.fromJson(text, JsonElement.class) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParseException e) {
      // Without the parser's message, which may quote from the response.
      throw new CatalogueException(Kind.MALFORMED, host + " answered with no JSON");
    }
    throw new CatalogueException(Kind.MALFORMED, host + " answered with no JSON object");
  }
}
