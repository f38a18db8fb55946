package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns the bytes of a JPEG, PNG, WebP, GIF (first frame) or BMP file into upright pixels.
 *
 * <p>What can be animated is written anew as one still picture first. GIF is read by the JDK, whose
 * reader is memory-safe and forgives what browsers forgive; bitmaps of 16 or 32 bits a pixel are
 * read here, since their bits may be laid out in any way; the others are read by OpenCV.
 *
 * <p>OpenCV applies the EXIF orientation and is strict about truncated files: where data is
 * missing, be it two bytes, it returns nothing instead of a half-grey picture. Alpha is dropped.
 */
final class PhotoDecoder {
  /** Larger photos are decoded at a half, a quarter or an eighth, but not below this long side. */
  static final int ENOUGH_PIXELS = 1280;

  private PhotoDecoder() {}

  /**
   * Decodes a photo after its header was checked.
   *
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the photo itself is at fault
   */
  static Photo decode(byte[] bytes) throws UnreadablePhotoException {
    PhotoHeader header = PhotoHeader.read(bytes);
    int reduction = reduction(header.longSide());
    Mat pixels =
        switch (header.format()) {
          case PNG -> decode(PngFile.still(bytes), header.format(), reduction);
          case GIF -> GifDecoder.decode(bytes, header, reduction);
          case BMP -> bitmap(bytes, header);
          case JPEG, WEBP -> decode(bytes, header.format(), reduction);
        };
    boolean isReduced = header.format() == PhotoFormat.JPEG || header.format() == PhotoFormat.GIF;
    boolean turned = isTurned(header, pixels, isReduced ? reduction : 1);
    if (!isReduced && reduction > 1) {
      pixels = shrink(pixels, reduction);
    }
    return turned
        ? new Photo(pixels, header.height(), header.width())
        : new Photo(pixels, header.width(), header.height());
  }

  /** Returns by how much, 1, 2, 4 or 8, a long side may be divided and still be enough. */
  static int reduction(int longSide) {
    int reduction = 1;
    while (reduction < 8 && longSide / (reduction * 2) >= ENOUGH_PIXELS) {
      reduction *= 2;
    }
    return reduction;
  }

  /** Returns how long a side is of which every so many pixels one is left. */
  static int reduced(int side, int reduction) {
    return (side + reduction - 1) / reduction;
  }

  private static Mat bitmap(byte[] bytes, PhotoHeader header) throws UnreadablePhotoException {
    Optional<BmpFile.Fields> fields = BmpFile.fields(new ByteReader(bytes), header);
    return fields.isPresent()
        ? BmpDecoder.decode(bytes, header, fields.get())
        : decode(bytes, header.format(), 1);
  }

  private static Mat decode(byte[] bytes, PhotoFormat format, int reduction)
      throws UnreadablePhotoException {
    int mode =
        switch (format == PhotoFormat.JPEG ? reduction : 1) {
          case 2 -> IMREAD_REDUCED_COLOR_2;
          case 4 -> IMREAD_REDUCED_COLOR_4;
          case 8 -> IMREAD_REDUCED_COLOR_8;
          default -> IMREAD_COLOR;
        };
    try (BytePointer data = new BytePointer(bytes);
        Mat file = new Mat(1, bytes.length, CV_8UC1, data)) {
      Mat pixels = imdecode(file, mode);
      if (pixels.empty()) {
        pixels.close();
        throw damaged(format, "the decoder refused it");
      }
      return pixels;
    } catch (RuntimeException failure) { // what JavaCPP makes of a C++ exception
      throw damaged(format, "the decoder failed: " + failure.getMessage());
    }
  }

  private static UnreadablePhotoException damaged(PhotoFormat format, String detail) {
    return new UnreadablePhotoException(PhotoFault.DAMAGED, format + ": " + detail);
  }

  /** Returns whether EXIF swapped the sides: the decoded sides fit the header's only crosswise. */
  private static boolean isTurned(PhotoHeader header, Mat pixels, int reduction)
      throws UnreadablePhotoException {
    int width = reduced(header.width(), reduction);
    int height = reduced(header.height(), reduction);
    if (pixels.cols() == width && pixels.rows() == height) {
      return false;
    }
    if (pixels.cols() == height && pixels.rows() == width) {
      return true;
    }
    String sides = pixels.cols() + " x " + pixels.rows();
    pixels.close();
    throw damaged(header.format(), "decoded to " + sides + ", announced " + header);
  }

  private static Mat shrink(Mat pixels, int reduction) {
    Mat small = new Mat();
    try (pixels;
        Size size =
            new Size(
                Math.max(1, pixels.cols() / reduction), Math.max(1, pixels.rows() / reduction))) {
      resize(pixels, small, size, 0, 0, INTER_AREA);
      return small;
    }
  }
}
