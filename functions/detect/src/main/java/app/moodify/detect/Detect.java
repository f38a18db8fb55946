package app.moodify.detect;

import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;

/**
 * Reads the expression in an uploaded photo. Triggered by {@code
 * google.cloud.storage.object.v1.finalized} on {@code photos/{uid}/{moodId}}; other objects are
 * ignored. An exception makes the platform send the event again.
 */
public final class Detect implements CloudEventsFunction {
  private final Detection detection;

  Detect(Detection detection) {
    this.detection = detection;
  }

  @Override
  public void accept(CloudEvent event) {
    PhotoUpload.read(event).ifPresent(detection::handle);
  }
}
