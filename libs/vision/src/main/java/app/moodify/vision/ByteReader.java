package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.charset.StandardCharsets;

/** Reads numbers out of a file's bytes; reading past the end is {@link PhotoFault#DAMAGED}. */
final class ByteReader {
  private final byte[] bytes;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  /** Returns where this byte is next, from a place on; the file's length if it is not there. */
  int indexOf(byte value, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != value) {
      at++;
    }
    return Math.min(at, bytes.length);
  }

  int unsigned8(int at) throws UnreadablePhotoException {
    require(at, 1);
    return bytes[at] & 0xff;
  }

  int bigEndian16(int at) throws UnreadablePhotoException {
    return unsigned8(at) << 8 | unsigned8(at + 1);
  }

  long bigEndian32(int at) throws UnreadablePhotoException {
    return (long) bigEndian16(at) << 16 | bigEndian16(at + 2);
  }

  int littleEndian16(int at) throws UnreadablePhotoException {
    return unsigned8(at + 1) << 8 | unsigned8(at);
  }

  int littleEndian24(int at) throws UnreadablePhotoException {
    return unsigned8(at + 2) << 16 | littleEndian16(at);
  }

  long littleEndian32(int at) throws UnreadablePhotoException {
    return (long) littleEndian16(at + 2) << 16 | littleEndian16(at);
  }

  /** Returns whether these ASCII characters stand at this place. */
  boolean hasAscii(int at, String text) {
    return has(at, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns whether these bytes stand at this place. */
  boolean has(int at, byte... expected) {
    if (at < 0 || expected.length > bytes.length - at) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns up to {@code count} bytes from a place on as text, one character a byte. */
  String ascii(int at, int count) {
    int from = Math.min(at, bytes.length);
    int until = Math.min(bytes.length, from + count);
    return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
  }

  /** Fails unless {@code count} bytes stand at this place. */
  void require(long at, long count) throws UnreadablePhotoException {
    if (at < 0 || at + count > bytes.length) {
      throw new UnreadablePhotoException(
          PhotoFault.DAMAGED,
          "the file ends at byte " + bytes.length + ", before byte " + (at + count));
    }
  }
}
