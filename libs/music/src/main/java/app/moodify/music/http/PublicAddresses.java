package app.moodify.music.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Separates the addresses that the whole world can reach from those of this machine, its network,
 * or nobody: what a guard against server-side request forgery (SSRF) goes by. The ranges are those
 * of IANA's registries of special-purpose addresses (RFC 6890) that are not globally reachable, and
 * every IPv6 address that wraps an IPv4 address.
 */
public final class PublicAddresses {
  private static final List<Range> NOT_PUBLIC =
      List.of(
          // IPv4
          range("0.0.0.0", 8, "RFC 1122: this network"),
          range("10.0.0.0", 8, "RFC 1918: private"),
          range("100.64.0.0", 10, "RFC 6598: shared by a provider's customers"),
          range("127.0.0.0", 8, "RFC 1122: loopback"),
          range("169.254.0.0", 16, "RFC 3927: link-local, and clouds' metadata servers"),
          range("172.16.0.0", 12, "RFC 1918: private"),
          range("192.0.0.0", 24, "RFC 6890: protocol assignments"),
          range("192.0.2.0", 24, "RFC 5737: documentation"),
          range("192.88.99.0", 24, "RFC 7526: relays of 6to4, deprecated"),
          range("192.168.0.0", 16, "RFC 1918: private"),
          range("198.18.0.0", 15, "RFC 2544: benchmarks"),
          range("198.51.100.0", 24, "RFC 5737: documentation"),
          range("203.0.113.0", 24, "RFC 5737: documentation"),
          range("224.0.0.0", 4, "RFC 5771: multicast"),
          range("240.0.0.0", 4, "RFC 1112: reserved, and RFC 919: broadcast"),
          // IPv6, of what is global unicast
          range("2001::", 23, "RFC 2928: protocol assignments, such as RFC 4380: Teredo"),
          range("2001:db8::", 32, "RFC 3849: documentation"),
          range("2002::", 16, "RFC 3056: 6to4, which wraps an IPv4 address"),
          range("3fff::", 20, "RFC 9637: documentation"));

  /** RFC 4291 and 3587: all other IPv6 is of this machine or network, multicast, or reserved. */
  private static final Range GLOBAL_UNICAST = range("2000::", 3, "RFC 3587");

  private PublicAddresses() {}

  /** Returns whether the whole world can reach an address. */
  public static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isCandidate = bytes.length == 4 || (GLOBAL_UNICAST.contains(bytes) && !isIsatap(bytes));
    return isCandidate && NOT_PUBLIC.stream().noneMatch(range -> range.contains(bytes));
  }

  /** RFC 5214: the lower half is {@code [02]00:5efe} and an IPv4 address, under any prefix. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~0x02) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && bytes[11] == (byte) 0xfe;
  }

  private static Range range(String first, int bits, String source) {
    try {
      return new Range(InetAddress.getByName(first).getAddress(), bits, source);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(first + " is no address", e);
    }
  }

  /**
   * A range of addresses.
   *
   * @param first its first address, 4 or 16 bytes
   * @param bits how many of an address's leading bits all of the range share
   * @param source which document sets it apart, and what for
   */
  private record Range(byte[] first, int bits, String source) {
    boolean contains(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ first[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
