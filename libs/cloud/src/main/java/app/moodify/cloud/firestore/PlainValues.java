package app.moodify.cloud.firestore;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Blob;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.GeoPoint;
import com.google.cloud.firestore.VectorValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Firestore's values in Java's own terms: see {@link app.moodify.core.person.PersonalDocuments}.
 */
final class PlainValues {
  private PlainValues() {}

  /** Returns a document's fields, or those of a map in it, in alphabetical order. */
  static Map<String, Object> of(Map<?, ?> fields) {
    Map<String, Object> plain = new LinkedHashMap<>();
    new TreeMap<>(fields).forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Timestamp time) {
      return Documents.instant(time);
    }
    if (value instanceof Map<?, ?> map) {
      return of(map);
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      list.forEach(each -> plain.add(plain(each)));
      return plain;
    }
    if (value instanceof Blob blob) {
      return blob.toBytes();
    }
    if (value instanceof GeoPoint point) {
      return Map.of("latitude", point.getLatitude(), "longitude", point.getLongitude());
    }
    if (value instanceof DocumentReference document) {
      return document.getPath();
    }
    if (value instanceof VectorValue vector) {
      List<Object> plain = new ArrayList<>();
      for (double each : vector.toArray()) {
        plain.add(each);
      }
      return plain;
    }
    return value;
  }
}
