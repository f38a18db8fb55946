package app.moodify.music.catalogue;

import app.moodify.music.catalogue.CatalogueException.Kind;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Asks catalogues on the network for JSON. One is enough for all of them. Thread-safe. */
public final class CatalogueHttp {
  /**
   * The largest answer that is read, unpacked: 200 tracks of Jamendo, with their wave forms, take
   * about one megabyte.
   */
  static final long MAX_BYTES = 4L * 1024 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(4);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final Gson GSON =
      new GsonBuilder().setStrictness(Strictness.LEGACY_STRICT).create();

  private final OkHttpClient client;

  /**
   * Makes the client.
   *
   * @param trustedHosts the hosts named by the settings: only they may have a private address
   */
  public CatalogueHttp(Set<String> trustedHosts) {
    this(trustedHosts, Dns.SYSTEM);
  }

  CatalogueHttp(Set<String> trustedHosts, Dns dns) {
    PublicHosts hosts = new PublicHosts(trustedHosts, dns);
    client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .followSslRedirects(false)
            .dns(hosts)
            .addNetworkInterceptor(hosts)
            .build();
  }

  /**
   * Returns the JSON object that a request is answered with.
   *
   * @param limit how long it may take in all, with redirects and until the last byte
   * @throws CatalogueException for every other answer, and for none
   */
  public JsonFields get(Request request, Duration limit) throws CatalogueException {
    String host = request.url().host();
    Call call = client.newCall(request);
    call.timeout().timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      requireSuccess(response, host);
      return new JsonFields(parse(text(response.body(), host), host));
    } catch (CatalogueException e) {
      throw e;
    } catch (ProtocolException e) {
      throw new CatalogueException(Kind.MALFORMED, host + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CatalogueException(
          Kind.UNREACHABLE, host + " cannot be asked: " + e.getMessage(), e);
    }
  }

  private static void requireSuccess(Response response, String host) throws CatalogueException {
    int code = response.code();
    if (response.isSuccessful()) {
      return;
    }
    String message = host + " answered " + code;
    if (code == TOO_MANY_REQUESTS) {
      throw CatalogueException.quota(message, retryAfter(response));
    }
    throw new CatalogueException(kind(code), message);
  }

  private static Kind kind(int code) {
    return switch (code) {
      case 401, 403 -> Kind.REFUSED;
      case REQUEST_TIMEOUT -> Kind.UNREACHABLE;
      default -> code >= 500 ? Kind.UNREACHABLE : code >= 400 ? Kind.BAD_REQUEST : Kind.MALFORMED;
    };
  }

  /** The other form of Retry-After, a date, is left out: no catalogue is known to send it. */
  private static Optional<Duration> retryAfter(Response response) {
    String value = response.header("Retry-After", "");
    return value.matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
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
   * JSON is UTF-8 (RFC 8259), whatever the header says; only if it cannot be is the header heard.
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
      // Without the parser's message, which may quote from the answer.
      throw new CatalogueException(Kind.MALFORMED, host + " answered with no JSON");
    }
    throw new CatalogueException(Kind.MALFORMED, host + " answered with no JSON object");
  }
}
