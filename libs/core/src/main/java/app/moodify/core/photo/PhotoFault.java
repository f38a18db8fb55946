package app.moodify.core.photo;

import app.moodify.core.mood.MoodError;
import java.util.Locale;

/** What can be wrong with a photo, with a sentence for the person that names the way out. */
public enum PhotoFault {
  EMPTY("The file is empty. Please choose another photo."),
  NOT_AN_IMAGE("This file is not a photo. Please choose a JPEG, PNG, WebP, GIF or BMP image."),
  HEIC_UNSUPPORTED(
      "HEIC photos cannot be read here. Please save the photo as JPEG and try again; on an iPhone,"
          + " Settings, Camera, Formats, Most Compatible does that for new photos."),
  AVIF_UNSUPPORTED("AVIF images cannot be read here. Please save the photo as JPEG and try again."),
  JPEG_XL_UNSUPPORTED(
      "JPEG XL images cannot be read here. Please save the photo as JPEG and try again."),
  JPEG_2000_UNSUPPORTED(
      "JPEG 2000 images cannot be read here. Please save the photo as JPEG and try again."),
  TIFF_UNSUPPORTED("TIFF images cannot be read here. Please save the photo as JPEG and try again."),
  ICON_UNSUPPORTED("ICO icons and cursors cannot be read here. Please choose a JPEG or PNG photo."),
  SVG_UNSUPPORTED("SVG drawings cannot be read here. Please choose a JPEG or PNG photo."),
  PDF_UNSUPPORTED("This is a PDF document. Please choose a photo, or save the page as JPEG."),
  VIDEO_UNSUPPORTED("This is a video. Please choose a photo."),
  FORMAT_UNSUPPORTED(
      "Images of this format cannot be read here. Please save the photo as JPEG and try again."),
  TOO_MANY_BYTES("The file is larger than 10 MB. Please choose a smaller photo."),
  TOO_MANY_PIXELS("The picture has too many pixels. Please choose one below 50 megapixels."),
  TOO_COSTLY(
      "This file takes too long to read. Please save the photo as a plain JPEG and try again."),
  DAMAGED("The file is damaged or incomplete. Please choose another photo, or save it anew.");

  private final String message;

  PhotoFault(String message) {
    this.message = message;
  }

  /** Returns the code used in Firestore and in JSON, such as {@code too_many_pixels}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns a sentence for the person. */
  public String message() {
    return message;
  }

  /** Returns what a mood entry says whose photo has this fault. */
  public MoodError error() {
    return new MoodError(code(), message);
  }
}
