package app.moodify.music.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Guards against server-side request forgery (SSRF): keeps the client from being led into the
 * network it runs in. A response that redirects, or that names another host, is followed only to
 * {@link PublicAddresses}. Hosts from the settings may be anywhere, since whoever sets them is
 * inside already.
 *
 * <p>As the client's {@link Dns} it looks a name up once and refuses what is not public. As a
 * network interceptor it refuses redirects to bare addresses, which no DNS sees, before anything is
 * sent. What counts in the end is {@link #check}, at the moment of each connection: whatever way an
 * address was found, such as a bare one named by a catalogue, it is checked there.
 */
public final class PublicHosts implements Dns, Interceptor {
  private static final int REDIRECT = 3;

  private final Set<String> trusted;
  private final Dns dns;

  /** What the trusted names have been looked up as. */
  private final Set<InetAddress> trustedAddresses = ConcurrentHashMap.newKeySet();

  PublicHosts(Set<String> trusted, Dns dns) {
    this.trusted = Set.copyOf(trusted);
    this.dns = dns;
    trusted.stream()
        .filter(PublicHosts::isAddress)
        .map(PublicHosts::addressOf)
        .forEach(trustedAddresses::add);
  }

  /**
   * Lets a connection be made, or not.
   *
   * @throws ProtocolException if the address is not public, so that no other way to it is tried
   */
  void check(InetAddress address) throws ProtocolException {
    if (!trustedAddresses.contains(address) && !PublicAddresses.contains(address)) {
      throw new ProtocolException(
          address.getHostAddress() + " is refused: it is not a public address");
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = dns.lookup(host);
    if (trusted.contains(host)) {
      trustedAddresses.addAll(addresses);
    } else if (!addresses.stream().allMatch(PublicAddresses::contains)) {
      throw new UnknownHostException(host + " is refused: its address is not public");
    }
    return addresses;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String location = response.header("Location");
    if (response.code() / 100 == REDIRECT && location != null) {
      HttpUrl target = chain.request().url().resolve(location);
      if (target == null || !mayFollow(target)) {
        response.close();
        throw new RefusedRedirectException(chain.request().url().host());
      }
    }
    return response;
  }

  /** A name is left to {@link #lookup}, which comes next; here only addresses are looked at. */
  private boolean mayFollow(HttpUrl target) throws UnknownHostException {
    String host = target.host();
    return trusted.contains(host)
        || !isAddress(host)
        || PublicAddresses.contains(InetAddress.getByName(host));
  }

  private static InetAddress addressOf(String bare) {
    try {
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(bare + " is no address", e);
    }
  }

  /** As OkHttp distinguishes them: what looks like this it does not look up. */
  public static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  /** A {@link ProtocolException}, so that the client does not try another way to the same place. */
  private static final class RefusedRedirectException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    RefusedRedirectException(String from) {
      super(from + " redirects to an address that is not public, which is refused");
    }
  }
}
