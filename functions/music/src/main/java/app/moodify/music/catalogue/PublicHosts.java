package app.moodify.music.catalogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the client from being led into the network it runs in: an answer that redirects, or that
 * names another host, is followed only to public addresses. Hosts from the settings may be
 * anywhere, since whoever sets them is inside already.
 *
 * <p>As the client's {@link Dns} it looks a name up once and refuses what is not public, so that
 * the address that was checked is the address that is connected to. As a network interceptor it
 * refuses redirects to bare addresses, which no DNS sees.
 */
final class PublicHosts implements Dns, Interceptor {
  private static final int REDIRECT = 3;

  private final Set<String> trusted;
  private final Dns dns;

  PublicHosts(Set<String> trusted, Dns dns) {
    this.trusted = Set.copyOf(trusted);
    this.dns = dns;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = dns.lookup(host);
    if (!trusted.contains(host) && !addresses.stream().allMatch(PublicHosts::isPublic)) {
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
    return trusted.contains(host) || !isAddress(host) || isPublic(InetAddress.getByName(host));
  }

  /** As OkHttp tells them apart: what looks like this it does not look up. */
  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  /**
   * Returns whether an address is one that the whole world can reach: none of this machine or link,
   * none of RFC 1918 (private), 6598 (shared), 4193 (unique local), 5771 (multicast) or 6890.
   */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean thisNetwork = first == 0;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean reserved = first >= 240;
    return !(thisNetwork || shared || protocols || benchmarks || reserved);
  }

  /** Only global unicast, 2000::/3, without the ways to wrap an IPv4 address in it. */
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    return global && !sixToFour && !teredo;
  }

  /** A {@link ProtocolException}, so that the client does not try another way to the same place. */
  private static final class RefusedRedirectException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    RefusedRedirectException(String from) {
      super(from + " redirects to an address that is not public, which is refused");
    }
  }
}
