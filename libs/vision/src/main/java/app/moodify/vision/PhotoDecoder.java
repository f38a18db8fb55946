package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
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
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns the bytes of a JPEG, PNG, WebP, GIF (first frame) or BMP file into upright pixels.
 *
 * <p>JPEG, PNG and WebP files are written anew first, as one still picture and nothing else, so
 * that neither animations nor what cameras and programs note reach native code. GIF is read by the
 * JDK, whose reader is memory-safe and forgives what browsers forgive; bitmaps of 16 or 32 bits a
 * pixel are read here, since their bits may be laid out in any way; the others are read by OpenCV.
 *
 * <p>The EXIF orientation is applied here. OpenCV is strict about truncated files: where data is
 * missing, be it two bytes, it returns nothing instead of a half-grey picture. Alpha is dropped.
 */
final class PhotoDecoder {
  /** Larger photos are decoded at a half, a quarter or an eighth, but not below this long side. */
  static final int ENOUGH_PIXELS = 1280;

  private static final int WHITE = 0xff;

  private PhotoDecoder() {}

  /**
   * Decodes a photo after its header was checked.
   *
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the photo itself is at fault
   */
  static Photo decode(byte[] bytes) throws UnreadablePhotoException {
    return decode(bytes, PhotoHeader.read(bytes));
  }

  /**
   * Decodes a photo.
   *
   * @param header of this photo
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the photo itself is at fault
   */
  static Photo decode(byte[] bytes, PhotoHeader header) throws UnreadablePhotoException {
    int reduction = reduction(header.longSide());
    Mat pixels =
        switch (header.format()) {
          case JPEG -> decode(JpegFile.still(bytes), header.format(), reduction);
          case PNG -> decode(PngFile.still(bytes), header.format(), reduction);
          case WEBP ->
              onCanvas(decode(WebpFile.still(bytes), header.format(), reduction), bytes, header);
          case GIF -> GifDecoder.decode(bytes, header, reduction);
          case BMP -> bitmap(bytes, header);
        };
    boolean isReduced = header.format() == PhotoFormat.JPEG || header.format() == PhotoFormat.GIF;
    requireSides(header, pixels, isReduced ? reduction : 1);
    if (!isReduced && reduction > 1) {
      pixels = shrink(pixels, reduction);
    }
    int orientation = orientation(bytes, header.format());
    pixels = Exif.upright(pixels, orientation);
    return Exif.isCrosswise(orientation)
        ? new Photo(pixels, header.height(), header.width())
        : new Photo(pixels, header.width(), header.height());
  }

  private static int orientation(byte[] bytes, PhotoFormat format) throws UnreadablePhotoException {
    return switch (format) {
      case JPEG -> JpegFile.orientation(bytes);
      case PNG -> PngFile.orientation(bytes);
      case WEBP -> WebpFile.orientation(bytes);
      case GIF, BMP -> Exif.UPRIGHT;
    };
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
      Mat pixels = imdecode(file, mode | IMREAD_IGNORE_ORIENTATION);
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

  /** Paints an animation's first picture, if it is not all of its canvas, onto a white one. */
  private static Mat onCanvas(Mat picture, byte[] webp, PhotoHeader header)
      throws UnreadablePhotoException {
    if (picture.cols() == header.width() && picture.rows() == header.height()) {
      return picture;
    }
    int left = WebpFile.left(webp);
    int top = WebpFile.top(webp);
    try (picture) {
      if (left + picture.cols() > header.width() || top + picture.rows() > header.height()) {
        throw damaged(header.format(), "the picture is larger than its canvas");
      }
      Mat canvas = new Mat(header.height(), header.width(), CV_8UC3, Scalar.all(WHITE));
      try (Rect place = new Rect(left, top, picture.cols(), picture.rows());
          Mat part = new Mat(canvas, place)) {
        picture.copyTo(part);
      }
      return canvas;
    }
  }

  private static void requireSides(PhotoHeader header, Mat pixels, int reduction)
      throws UnreadablePhotoException {
    int width = reduced(header.width(), reduction);
    int height = reduced(header.height(), reduction);
    if (pixels.cols() != width || pixels.rows() != height) {
      String sides = pixels.cols() + " x " + pixels.rows();
      pixels.close();
      throw damaged(header.format(), "decoded to " + sides + ", announced " + header);
    }
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
