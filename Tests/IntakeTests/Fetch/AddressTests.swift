import Rectification
import TestSupport
import Testing

@testable import Intake

/// Which addresses may be connected to.
struct AddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "127.0.0.1", "127.255.0.1",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1",
    "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1",
  ])
  func knowsPrivateAddresses(_ text: String) throws {
    #expect(IPAddress.isPrivate(try #require(NetworkKeys.range(text)).bytes))
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
    "172.32.0.0", "192.167.255.255", "223.255.255.255", "2400:3200::1", "::ffff:1.1.1.1",
  ])
  func knowsOpenOnes(_ text: String) throws {
    #expect(!IPAddress.isPrivate(try #require(NetworkKeys.range(text)).bytes))
  }

  @Test func connectsToNoPrivateAddressThatIsNotListed() throws {
    try MisbehavingServer.with { _, _ in
      [.answer("200 OK", "<weeklyReport/>")]
    } _: { server in
      var sample = FetchSample()
      sample.limits.networks = []
      // By number, by name, and by numbers written otherwise.
      for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1"] {
        let url = server.url().replacing("127.0.0.1", with: host)
        let result = try sample.fetch(url)
        #expect(result.outcome == .failed(.privateAddress), "\(host): \(result.attempts)")
        #expect(result.attempts.count == 1)
      }
      #expect(server.requests.isEmpty)
      sample.limits.networks = [try #require(NetworkKeys.range("127.0.0.1"))]
      let result1 = try sample.fetch(server.url())
      #expect(result1.bodyText == "<weeklyReport/>")
    }
  }

  @Test(arguments: ["10.0.0.0/8", "10.20.0.0/16", "fd00::/8", "192.168.1.7", "0.0.0.0/0", "::1"])
  func readsNetworks(_ text: String) {
    #expect(NetworkKeys.range(text) != nil)
  }

  @Test(arguments: [
    "10.0.0.1/8", "10.0.0.0/33", "10.0.0/8", "", "/8", "fd00::/129", "a/8", "10.0.0.0/+8",
  ])
  func refusesOtherWriting(_ text: String) {
    #expect(NetworkKeys.range(text) == nil)
  }

  @Test func aNetworkEndsAtItsPrefix() throws {
    let network = try #require(AddressRange([172, 16, 0, 0], prefix: 12))
    #expect(network.contains([172, 31, 255, 255]) && !network.contains([172, 32, 0, 0]))
    #expect(!network.contains([UInt8](repeating: 172, count: 16)))
    #expect(network.description == "172.16.0.0/12")
  }
}
