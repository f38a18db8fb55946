package app.moodify.core.mood;

/**
 * One generation of one object in a bucket: replacing an object gives it a new, larger generation.
 *
 * @param bucket the bucket's name
 * @param path the object's name, {@code photos/{uid}/{moodId}} or {@code kept/{uid}/{moodId}}
 * @param generation which content of the object is meant
 * @param size bytes
 * @param contentType what the uploader called it, may be empty; not to be trusted
 */
public record PhotoReference(
    String bucket, String path, long generation, long size, String contentType) {

  /** Returns the same content under another name. */
  public PhotoReference movedTo(String path) {
    return new PhotoReference(bucket, path, generation, size, contentType);
  }
}
