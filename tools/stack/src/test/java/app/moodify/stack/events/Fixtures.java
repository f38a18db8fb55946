package app.moodify.stack.events;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Events as the emulators sent them, see the resources' README. */
final class Fixtures {

  private Fixtures() {}

  static byte[] storage() {
    return bytes("storage-finalized.json");
  }

  static byte[] firestoreBase64() {
    return new String(bytes("firestore-written.base64"), StandardCharsets.US_ASCII)
        .strip()
        .getBytes(StandardCharsets.US_ASCII);
  }

  static Map<String, String> firestoreHeaders() {
    return new Gson()
        .fromJson(
            new String(bytes("firestore-written.headers.json"), StandardCharsets.UTF_8),
            new TypeToken<Map<String, String>>() {}.getType());
  }

  static byte[] pubSub() {
    return bytes("pubsub-push.json");
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
