package app.moodify.music.catalogue;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import java.util.List;

/** Regions for tests. */
public final class Regions {
  /** Quiet and pleasant. */
  public static final MusicRegion PEACEFUL =
      new MusicRegion(
          "peaceful",
          new Affect(0.4, -0.65),
          List.of("calm", "relaxing"),
          List.of("Peaceful", "Tender"),
          List.of(Speed.VERY_LOW, Speed.LOW));

  private Regions() {}
}
