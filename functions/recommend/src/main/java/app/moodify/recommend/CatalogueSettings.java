package app.moodify.recommend;

import app.moodify.music.audius.AudiusCatalogue;
import app.moodify.music.audius.AudiusKeys;
import app.moodify.music.jamendo.JamendoCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** What the environment says about the catalogues. A variable that is empty counts as not set. */
final class CatalogueSettings {
  static final String JAMENDO_CLIENT_ID = "JAMENDO_CLIENT_ID";

  private static final String CATALOGUES = "MOODIFY_CATALOGUES";
  private static final Set<String> NAMES = Set.of("jamendo", "audius", "songs");
  private static final String NONE = "none";

  private final Map<String, String> environment;

  private CatalogueSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  static CatalogueSettings of(Map<String, String> environment) {
    return new CatalogueSettings(environment);
  }

  /**
   * Returns whether a catalogue may be asked: every one may, unless the variable names some.
   *
   * @throws IllegalStateException if the variable names one that does not exist
   */
  boolean isWanted(String name) {
    Optional<String> wanted = text(CATALOGUES);
    if (wanted.isEmpty()) {
      return true;
    }
    Set<String> names =
        split(wanted.get())
            .map(each -> each.toLowerCase(Locale.ROOT))
            .filter(each -> !each.equals(NONE))
            .collect(Collectors.toSet());
    if (!NAMES.containsAll(names)) {
      throw new IllegalStateException(
          CATALOGUES
              + " names no known catalogue: "
              + wanted.get()
              + ". Name some of jamendo,"
              + " audius, songs, with commas between them, or none.");
    }
    return names.contains(name);
  }

  /** Returns what Jamendo knows this application by; nothing if it is not to be asked. */
  Optional<String> jamendoClientId() {
    return text(JAMENDO_CLIENT_ID);
  }

  /** Returns Jamendo's API, or a stub server for it. */
  HttpUrl jamendoApi() {
    return text("MOODIFY_JAMENDO_URL")
        .map(address -> url("MOODIFY_JAMENDO_URL", address))
        .orElse(JamendoCatalogue.API);
  }

  /** Returns the hosts of Audius, or stub servers for them. */
  List<HttpUrl> audiusHosts() {
    return text("MOODIFY_AUDIUS_HOSTS")
        .map(list -> split(list).map(host -> url("MOODIFY_AUDIUS_HOSTS", host)).toList())
        .filter(hosts -> !hosts.isEmpty())
        .orElse(AudiusCatalogue.HOSTS);
  }

  /** Returns what Audius knows this application by, beside its name. */
  AudiusKeys audiusKeys() {
    return new AudiusKeys(text("AUDIUS_API_KEY"), text("AUDIUS_BEARER_TOKEN"));
  }

  /** Returns the hosts that are named here, and so may be private. */
  Set<String> hosts() {
    return Stream.concat(Stream.of(jamendoApi()), audiusHosts().stream())
        .map(HttpUrl::host)
        .collect(Collectors.toSet());
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Stream<String> split(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(each -> !each.isEmpty());
  }

  private static HttpUrl url(String variable, String address) {
    HttpUrl url = HttpUrl.parse(address.endsWith("/") ? address : address + "/");
    if (url == null) {
      throw new IllegalStateException(
          variable + " must be an address such as https://api.example.org, not " + address);
    }
    return url;
  }
}
