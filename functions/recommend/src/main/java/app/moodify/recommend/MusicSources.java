package app.moodify.recommend;

import app.moodify.cloud.Cloud;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.CatalogueCache;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.audius.AudiusCatalogue;
import app.moodify.music.catalogue.CachedCatalogue;
import app.moodify.music.http.CatalogueHttp;
import app.moodify.music.jamendo.JamendoCatalogue;
import app.moodify.music.songs.SongCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/**
 * The catalogues that the settings name.
 *
 * @param catalogues the built-in one among them, which always responds
 * @param warmUp opens connections and discovers hosts, before somebody waits for it
 */
record MusicSources(List<Catalogue> catalogues, Runnable warmUp) {
  private static final Logger LOG = Logger.getLogger(MusicSources.class.getName());

  static MusicSources of(CatalogueSettings settings, Cloud cloud, Clock clock) {
    CatalogueHttp http = new CatalogueHttp(settings.hosts());
    CatalogueCache cache = cloud.catalogueCache();
    List<Catalogue> catalogues = new ArrayList<>();
    Runnable warmUp = () -> {};
    if (settings.isWanted("jamendo")) {
      if (settings.jamendoClientId().isPresent()) {
        JamendoCatalogue jamendo =
            new JamendoCatalogue(http, settings.jamendoApi(), settings.jamendoClientId().get());
        catalogues.add(new CachedCatalogue(jamendo, cache, clock));
      } else {
        LOG.info(
            "Jamendo is not asked: there is no client id in "
                + CatalogueSettings.JAMENDO_CLIENT_ID);
      }
    }
    if (settings.isWanted("audius")) {
      AudiusCatalogue audius =
          new AudiusCatalogue(http, settings.audiusHosts(), settings.audiusKeys(), clock);
      catalogues.add(new CachedCatalogue(audius, cache, clock));
      warmUp = audius::discover;
    }
    if (settings.isWanted("songs")) {
      catalogues.add(new SongCatalogue(cloud.songs()));
    }
    catalogues.add(new BuiltInCatalogue());
    return new MusicSources(List.copyOf(catalogues), warmUp);
  }
}
