package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP files of which a decoder gets the first picture, and nothing that a program notes. */
class StillWebpTest {
  private static final int PICTURE = 12;

  @Test
  void notesAndAlphaAndFurtherFramesDoNotReachTheDecoder() throws Exception {
    byte[] lossy = TestPhotos.resource("lossy.webp");
    byte[] file =
        extended(
            160,
            160,
            chunk("ICCP", new byte[9]),
            chunk("ANIM", new byte[6]),
            frame(0, 0, chunk("ALPH", new byte[3]), picture(lossy)),
            frame(0, 0, picture(TestPhotos.resource("lossless.webp"))),
            chunk("XMP ", new byte[5]));

    assertThat(WebpFile.still(file)).isEqualTo(lossy);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 160, 160", "0, 0, 200, 180", "40, 20, 200, 180"})
  void aFirstFrameIsPaintedOntoItsCanvas(int left, int top, int width, int height)
      throws Exception {
    byte[] file =
        extended(width, height, frame(left, top, picture(TestPhotos.resource("lossy.webp"))));

    try (Photo photo = PhotoDecoder.decode(file);
        Mat one = new Mat();
        Mat expected = canvas(left, top, width, height)) {
      assertThat(photo.fullWidth()).isEqualTo(width);
      resize(photo.pixels(), one, new Size(1, 1), 0, 0, INTER_AREA);
      assertThat(one.ptr(0).get() & 0xff).isEqualTo(expected.ptr(0).get() & 0xff);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 159, 160", "2, 0, 160, 160", "33554430, 0, 160, 160"})
  void aPictureBeyondItsCanvasIsDamaged(int left, int top, int width, int height) {
    byte[] file =
        extended(width, height, frame(left, top, picture(TestPhotos.resource("lossy.webp"))));

    assertThat(faultOf(file)).isEqualTo(PhotoFault.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8X", "ANMF", "ALPH", "XXXX"})
  void withoutAPictureItIsDamaged(String type) {
    assertThat(faultOf(extended(160, 160, chunk(type, new byte[40]))))
        .isEqualTo(PhotoFault.DAMAGED);
  }

  @Test
  void chunksByTheThousandAreRefused() {
    byte[][] chunks = new byte[10_001][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = chunk("XMP ", new byte[0]);
    }

    assertThat(faultOf(extended(160, 160, chunks))).isEqualTo(PhotoFault.TOO_COSTLY);
  }

  /** Returns the mean of what is to be seen, as one pixel. */
  private static Mat canvas(int left, int top, int width, int height) throws Exception {
    try (Photo photo = PhotoDecoder.decode(TestPhotos.resource("lossy.webp"));
        Mat canvas = new Mat(height, width, photo.pixels().type(), Scalar.all(255))) {
      Mat part = new Mat(canvas, new Rect(left, top, 160, 160));
      photo.pixels().copyTo(part);
      Mat one = new Mat();
      resize(canvas, one, new Size(1, 1), 0, 0, INTER_AREA);
      return one;
    }
  }

  /** Returns the one chunk of a simple file. */
  private static byte[] picture(byte[] webp) {
    byte[] chunk = new byte[webp.length - PICTURE];
    System.arraycopy(webp, PICTURE, chunk, 0, chunk.length);
    return chunk;
  }

  private static byte[] extended(int width, int height, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(2).putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(chunk("VP8X", header.array()));
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    return chunk("RIFF", file.toByteArray());
  }

  private static byte[] frame(int left, int top, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(left / 2).position(3);
    header.putInt(top / 2).position(16);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(header.array());
    for (byte[] chunk : chunks) {
      frame.writeBytes(chunk);
    }
    return chunk("ANMF", frame.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + data.length + data.length % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    return chunk.array();
  }

  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }
}
