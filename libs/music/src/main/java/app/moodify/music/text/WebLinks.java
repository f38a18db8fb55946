package app.moodify.music.text;

import app.moodify.music.http.PublicAddresses;
import app.moodify.music.http.PublicHosts;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Addresses of strangers, made fit to be given to a browser: of the web, encrypted, without a
 * user's name, and not of the network that somebody's browser stands in.
 */
public final class WebLinks {
  private final Set<String> trustedHosts;

  /**
   * Takes the hosts named by the settings; only links to them may be unencrypted or private, as
   * they are when a stub server on this machine stands for a catalogue.
   */
  public WebLinks(Set<String> trustedHosts) {
    this.trustedHosts = Set.copyOf(trustedHosts);
  }

  /** Returns an address as it may be used, with https for http, or nothing if it may not. */
  public Optional<URI> of(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return Optional.empty();
    }
    if (trustedHosts.contains(url.host())) {
      return Optional.of(url.uri());
    }
    if (!isPublicName(url.host())) {
      return Optional.empty();
    }
    return Optional.of(url.isHttps() ? url.uri() : encrypted(url).uri());
  }

  private static HttpUrl encrypted(HttpUrl url) {
    HttpUrl.Builder builder = url.newBuilder().scheme("https");
    return (url.port() == HttpUrl.defaultPort("http") ? builder.port(443) : builder).build();
  }

  /** Names are not looked up: that is for the browser to do. */
  private static boolean isPublicName(String host) {
    if (!PublicHosts.isAddress(host)) {
      return host.contains(".") && !host.endsWith(".local") && !host.endsWith(".internal");
    }
    try {
      return PublicAddresses.contains(InetAddress.getByName(host));
    } catch (UnknownHostException expected) {
      return false;
    }
  }
}
