package app.moodify.vision;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Damages files as transfers, programs and attackers do; the same way for the same seed. */
final class PhotoMutator {
  private final Random random;

  PhotoMutator(long seed) {
    this.random = new Random(seed);
  }

  /** Changes bytes, mostly near the start where the headers are; cuts, doubles or drops a part. */
  byte[] mutate(byte[] original) {
    byte[] mutated = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int reach = random.nextInt(3) == 0 ? mutated.length : Math.min(80, mutated.length);
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) 0xff;
        case 2 -> mutated[at] = 0;
        default -> mutated[at] = (byte) random.nextInt(256);
      }
    }
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(mutated, random.nextInt(mutated.length));
      case 1 -> {
        int from = random.nextInt(mutated.length);
        int length = random.nextInt(Math.min(64, mutated.length - from));
        byte[] shorter = Arrays.copyOf(mutated, mutated.length - length);
        System.arraycopy(mutated, from + length, shorter, from, mutated.length - from - length);
        yield shorter;
      }
      default -> mutated;
    };
  }

  /**
   * Swaps, doubles or drops whole chunks or segments, changes one's content, and makes lengths and
   * checksums fit again, so that the damage comes past what is checked first. Files without chunks
   * are changed as by {@link #mutate}.
   */
  byte[] mutateChunks(byte[] original) {
    List<byte[]> parts = parts(original);
    if (parts.size() < 3) {
      return mutate(original);
    }
    int one = 1 + random.nextInt(parts.size() - 1);
    int other = 1 + random.nextInt(parts.size() - 1);
    switch (random.nextInt(4)) {
      case 0 -> Collections.swap(parts, one, other);
      case 1 -> parts.add(one, parts.get(other));
      case 2 -> parts.remove(one);
      default -> parts.set(one, changed(parts.get(one), original));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    parts.forEach(file::writeBytes);
    byte[] mutated = file.toByteArray();
    if (original[0] == 'R') {
      ByteBuffer.wrap(mutated).order(ByteOrder.LITTLE_ENDIAN).putInt(4, mutated.length - 8);
    }
    return mutated;
  }

  private byte[] changed(byte[] part, byte[] file) {
    byte[] changed = part.clone();
    int content = isPng(file) ? 8 : file[0] == 'R' ? 8 : 4;
    int end = isPng(file) ? changed.length - 4 : changed.length;
    for (int i = 1 + random.nextInt(3); i > 0 && end > content; i--) {
      changed[content + random.nextInt(end - content)] = (byte) random.nextInt(256);
    }
    if (isPng(file)) {
      CRC32 checksum = new CRC32();
      checksum.update(changed, 4, end - 4);
      ByteBuffer.wrap(changed).putInt(end, (int) checksum.getValue());
    }
    return changed;
  }

  private static boolean isPng(byte[] file) {
    return file[1] == 'P';
  }

  /** Returns what comes before the first chunk, then each chunk; the rest is the last one. */
  private static List<byte[]> parts(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    bytes.order(file[0] == 'R' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean isJpeg = file[0] == (byte) 0xff;
    boolean hasChunks = isJpeg || isPng(file) || file[0] == 'R';
    List<byte[]> parts = new ArrayList<>();
    int at = hasChunks ? isJpeg ? 2 : isPng(file) ? 8 : 12 : file.length;
    parts.add(Arrays.copyOf(file, at));
    while (at + 12 < file.length) {
      int length =
          isJpeg
              ? file[at + 1] == (byte) 0xda ? file.length : 2 + bytes.getShort(at + 2)
              : isPng(file)
                  ? 12 + bytes.getInt(at)
                  : 8 + bytes.getInt(at + 4) + bytes.getInt(at + 4) % 2;
      int end = (int) Math.min(file.length, (long) at + Math.max(2, length));
      parts.add(Arrays.copyOfRange(file, at, end));
      at = end;
    }
    parts.add(Arrays.copyOfRange(file, at, file.length));
    return parts;
  }
}
