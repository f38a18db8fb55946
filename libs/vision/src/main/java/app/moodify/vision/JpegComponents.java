package app.moodify.vision;

import app.moodify.core.photo.UnreadablePhotoException;

/**
 * The components of a JPEG frame, such as luminance and two of colour.
 *
 * @param ids by which scans name them
 * @param samplesPerPixel of each, such as 1 and a quarter
 */
record JpegComponents(int[] ids, double[] samplesPerPixel) {

  /**
   * Reads them from a frame header.
   *
   * @param at where it says how many there are
   */
  static JpegComponents read(ByteReader file, int at) throws UnreadablePhotoException {
    int count = file.unsigned8(at);
    int[] ids = new int[count];
    double[] samples = new double[count];
    int across = 1;
    int down = 1;
    for (int i = 0; i < count; i++) {
      ids[i] = file.unsigned8(at + 1 + 3 * i);
      int factors = file.unsigned8(at + 2 + 3 * i);
      samples[i] = (factors >> 4) * (factors & 15);
      across = Math.max(across, factors >> 4);
      down = Math.max(down, factors & 15);
    }
    for (int i = 0; i < count; i++) {
      samples[i] /= across * down;
    }
    return new JpegComponents(ids, samples);
  }

  /**
   * Returns how many samples a scan has for each pixel of the picture.
   *
   * @param at where the scan's header says how many components it has
   */
  double samplesPerPixel(ByteReader file, int at) throws UnreadablePhotoException {
    double sum = 0;
    for (int i = file.unsigned8(at); i > 0; i--) {
      int id = file.unsigned8(at + 2 * i - 1);
      for (int component = 0; component < ids.length; component++) {
        sum += ids[component] == id ? samplesPerPixel[component] : 0;
      }
    }
    return sum;
  }
}
