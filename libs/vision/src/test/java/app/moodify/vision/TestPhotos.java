package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Photos for tests, from resources or made on the spot. */
final class TestPhotos {
  private TestPhotos() {}

  static Path models() {
    return Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "../../models"));
  }

  /** Returns a file from the folder {@code photos}. */
  static byte[] resource(String name) {
    try (InputStream file = TestPhotos.class.getResourceAsStream("/photos/" + name)) {
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Mat astronaut() {
    return imdecode(new Mat(new BytePointer(SamplePhotos.astronaut())), IMREAD_COLOR);
  }

  /** Where in the astronaut's photo the resources' face was cut out. */
  static Rect face() {
    return new Rect(128, 32, 192, 192);
  }

  static Mat grey(Mat photo) {
    Mat grey = new Mat();
    cvtColor(photo, grey, COLOR_BGR2GRAY);
    Mat three = new Mat();
    cvtColor(grey, three, COLOR_GRAY2BGR);
    return three;
  }

  static Mat resized(Mat photo, int width, int height) {
    Mat resized = new Mat();
    boolean smaller = width < photo.cols();
    resize(photo, resized, new Size(width, height), 0, 0, smaller ? INTER_AREA : INTER_CUBIC);
    return resized;
  }

  /** A sky with a sun, two hills and a meadow, grained like a photo. */
  static Mat landscape() {
    int width = 1280;
    int height = 960;
    byte[] values = new byte[width * height * 3];
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double hill = 520 + 90 * Math.sin(x / 210.0) + 40 * Math.sin(x / 77.0 + 1);
        boolean sun = Math.hypot(x - 950, y - 190) < 60;
        int[] colour =
            sun
                ? new int[] {180, 240, 255}
                : y < hill
                    ? new int[] {235, 190 - y / 12, 130 - y / 12}
                    : new int[] {60, 110 + (int) (hill - y) / 9 + 30, 70};
        for (int c = 0; c < 3; c++) {
          double value = colour[c] + random.nextGaussian() * 6;
          values[(y * width + x) * 3 + c] = (byte) Math.max(0, Math.min(255, value));
        }
      }
    }
    Mat photo = new Mat(height, width, CV_8UC3);
    ((ByteBuffer) photo.createBuffer()).put(values);
    return photo;
  }

  /** Encodes by an extension such as {@code .png}. */
  static byte[] encode(String extension, Mat photo) {
    try (BytePointer file = new BytePointer()) {
      imencode(extension, photo, file);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }

  /** Returns the pixels as a camera stores them that notes this EXIF orientation, 1 to 8. */
  static Mat stored(Mat upright, int orientation) {
    Mat stored = new Mat();
    switch (orientation) {
      case 2 -> flip(upright, stored, 1);
      case 3 -> rotate(upright, stored, ROTATE_180);
      case 4 -> flip(upright, stored, 0);
      case 5 -> transpose(upright, stored);
      case 6 -> rotate(upright, stored, ROTATE_90_COUNTERCLOCKWISE);
      case 7 -> {
        Mat transposed = new Mat();
        transpose(upright, transposed);
        rotate(transposed, stored, ROTATE_180);
      }
      case 8 -> rotate(upright, stored, ROTATE_90_CLOCKWISE);
      default -> upright.copyTo(stored);
    }
    return stored;
  }

  static byte[] jpegWithExif(byte[] jpeg, int orientation, ByteOrder order) {
    byte[] tiff = tiff(orientation, order);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + tiff.length);
    file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] pngWithExif(byte[] png, int orientation) {
    byte[] tiff = tiff(orientation, ByteOrder.BIG_ENDIAN);
    int afterHeader = 33;
    ByteBuffer file = ByteBuffer.allocate(png.length + 12 + tiff.length);
    file.put(png, 0, afterHeader).put(pngChunk("eXIf", tiff));
    return file.put(png, afterHeader, png.length - afterHeader).array();
  }

  /** Wraps a lossy WebP file of these sides into an extended one with EXIF. */
  static byte[] webpWithExif(byte[] webp, int width, int height, int orientation) {
    byte[] tiff = tiff(orientation, ByteOrder.LITTLE_ENDIAN);
    int picture = webp.length - 12;
    ByteBuffer file = ByteBuffer.allocate(12 + 18 + picture + 8 + tiff.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(webp, 0, 4).putInt(file.capacity() - 8).put(webp, 8, 4);
    file.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(8);
    for (int side : new int[] {width - 1, height - 1}) {
      file.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
    }
    file.put(webp, 12, picture);
    return file.put("EXIF".getBytes(StandardCharsets.US_ASCII))
        .putInt(tiff.length)
        .put(tiff)
        .array();
  }

  /** Returns a progressive JPEG file whose last scan is there so many times more. */
  static byte[] jpegWithScans(int more) {
    byte[] jpeg = resource("progressive.jpg");
    int scan = jpeg.length - 2;
    while (jpeg[scan] != (byte) 0xff || jpeg[scan + 1] != (byte) 0xda) {
      scan--;
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, scan);
    for (int i = 0; i <= more; i++) {
      file.write(jpeg, scan, jpeg.length - 2 - scan);
    }
    file.write(jpeg, jpeg.length - 2, 2);
    return file.toByteArray();
  }

  /** Returns a PNG file that announces these sides and holds next to nothing. */
  static byte[] pngHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    file.writeBytes(pngChunk("IHDR", header.array()));
    file.writeBytes(pngChunk("IDAT", new byte[] {0x78, 0x01, 0x03, 0, 0, 0, 0, 1}));
    file.writeBytes(pngChunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  static byte[] pngChunk(String type, byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    return chunk.putInt((int) sum.getValue()).array();
  }

  /** A TIFF header with one directory of one entry: tag 0x112, a short. 26 bytes. */
  private static byte[] tiff(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x112).putShort((short) 3).putInt(1);
    return tiff.putShort((short) orientation).putShort((short) 0).putInt(0).array();
  }
}
