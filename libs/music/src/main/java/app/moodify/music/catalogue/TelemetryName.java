package app.moodify.music.catalogue;

import java.util.Locale;

/** What a catalogue is called in telemetry: {@code your_songs}. */
final class TelemetryName {
  private TelemetryName() {}

  static String of(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
