package app.moodify.music.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  /** The first and the last address of each range, and the neighbours outside it. */
  @ParameterizedTest
  @CsvSource({
    "RFC 1122 this network, 0.0.0.0, 0.255.255.255, , 1.0.0.0",
    "RFC 1918 private, 10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
    "RFC 6598 shared, 100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
    "RFC 1122 loopback, 127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
    "RFC 3927 link-local, 169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
    "RFC 1918 private, 172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
    "RFC 6890 protocols, 192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
    "RFC 5737 TEST-NET-1, 192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
    "RFC 7526 6to4 relays, 192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
    "RFC 1918 private, 192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
    "RFC 2544 benchmarks, 198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
    "RFC 5737 TEST-NET-2, 198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
    "RFC 5737 TEST-NET-3, 203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
    "RFC 5771 multicast, 224.0.0.0, 239.255.255.255, 223.255.255.255, ",
    "RFC 1112 reserved, 240.0.0.0, 255.255.255.255, , ",
    "RFC 3587 not global, ::, 1fff:ffff::1, , 2000::1",
    "RFC 3587 not global, 4000::, ffff:ffff::1, 3ffe:ffff::1, ",
    "RFC 2928 protocols, 2001::, 2001:1ff:ffff::1, 2000:ffff::1, 2001:200::1",
    "RFC 3849 documentation, 2001:db8::, 2001:db8:ffff::1, 2001:db7::1, 2001:db9::1",
    "RFC 3056 6to4, 2002::, 2002:ffff:ffff::1, 2001:ffff::1, 2003::1",
    "RFC 9637 documentation, 3fff::, 3fff:fff:ffff::1, 3ffe::1, 3fff:1000::1",
  })
  void aRangeEndsWhereItsDocumentSays(
      String range, String first, String last, String before, String after) throws Exception {
    assertThat(isPublic(first)).as(range).isFalse();
    assertThat(isPublic(last)).as(range).isFalse();
    if (before != null) {
      assertThat(isPublic(before)).as("before " + range).isTrue();
    }
    if (after != null) {
      assertThat(isPublic(after)).as("after " + range).isTrue();
    }
  }

  /** A private or link-local IPv4 address in whatever IPv6 wraps one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::a9fe:a9fe",
        "2002:a00:1::1",
        "2002:a9fe:a9fe::1",
        "2001:0:a00:1::1",
        "2607:f8b0::5efe:10.0.0.1",
        "2607:f8b0::200:5efe:169.254.169.254",
        "fe80::5efe:192.168.0.1",
        "fd00:ec2::254",
      })
  void aWrappedPrivateAddressIsNotPublic(String address) throws Exception {
    assertThat(isPublic(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "104.16.1.1", "2607:f8b0::1", "2a00:1450:4001::200e"})
  void serversOfTheWorldArePublic(String address) throws Exception {
    assertThat(isPublic(address)).isTrue();
  }

  private static boolean isPublic(String address) throws Exception {
    return PublicAddresses.contains(InetAddress.getByName(address));
  }
}
