import Foundation
import Rectification

/// The timers of the campaigns, where systemd runs; on other machines nothing is said of them.
func timers(of campaigns: [Campaign]) -> [Diagnosis] {
  // sd_booted(3): this folder is there when systemd is the init system.
  guard FileManager.default.fileExists(atPath: "/run/systemd/system") else { return [] }
  return campaigns.map { campaign in
    let timer = "zhouhui@\(campaign.settings.code).timer"
    guard let state = systemctl(["show", "--property=ActiveState", "--value", timer]) else {
      return .ill(
        .timer, timer, Bilingual(zh: "问不到 systemctl", en: "systemctl does not answer"),
        remedy: Bilingual(zh: "systemctl status \(timer)", en: "systemctl status \(timer)"))
    }
    guard state != "active" else { return .well(.timer, timer) }
    return .ill(
      .timer, timer,
      Bilingual(zh: "没有启用（\(state)），不会自动运行", en: "is \(state): nothing runs by itself"),
      remedy: Bilingual(
        zh: "sudo systemctl enable --now \(timer)", en: "sudo systemctl enable --now \(timer)"))
  }
}

/// The first line that systemctl prints; nil when it cannot be run or fails.
func systemctl(_ arguments: [String]) -> String? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["systemctl", "--no-pager"] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil,
    let bytes = try? output.fileHandleForReading.readToEnd()
  else { return nil }
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { return nil }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
}

/// Whether the hosts of the sources take a connection; nothing is asked of them.
func sources(of campaigns: [Campaign]) -> [Diagnosis] {
  var known: Set<String> = []
  return campaigns.flatMap { campaign in
    campaign.settings.sources.compactMap { source -> Diagnosis? in
      let unit = source.units.first?.text ?? "x"
      let url = source.url.replacing("{unit}", with: unit).replacing("{week}", with: "2024-W01")
      guard let parts = URLComponents(string: url), let host = parts.host else { return nil }
      let port = parts.port ?? (parts.scheme == "http" ? 80 : 443)
      let place = "\(host):\(port)"
      guard known.insert(place).inserted else { return nil }
      return reach(host, port: port, as: "\(source.code) \(place)", .source)
    }
  }
}

/// Whether a host takes a connection, which is closed again.
func reach(
  _ host: String, port: Int, as subject: String, _ check: Diagnosis.Check
) -> Diagnosis {
  let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
  guard let fault = Connection.fault(to: bare, port: port, within: 3_000) else {
    return .well(check, subject)
  }
  return .ill(
    check, subject, Bilingual(zh: "连不上：\(fault)", en: "cannot be reached: \(fault)"),
    remedy: Bilingual(
      zh: "请查域名、网络和防火墙：curl -v 该网址；只经代理可达的可以不理",
      en: "check name, network and firewall with curl -v; never mind if only a proxy reaches it"))
}

/// A TCP connection that is made, and closed again.
enum Connection {
  /// Nil when one of the host's addresses takes a connection in time; milliseconds for each.
  static func fault(to host: String, port: Int, within timeout: Int32) -> String? {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &hints, &list)
    guard status == 0 else { return String(cString: gai_strerror(status)) }
    defer { freeaddrinfo(list) }
    var fault = "no address"
    var next = list
    while let address = next?.pointee {
      guard let reason = self.fault(to: address, within: timeout) else { return nil }
      fault = String(cString: strerror(reason))
      next = address.ai_next
    }
    return fault
  }

  private static func fault(to address: addrinfo, within timeout: Int32) -> Int32? {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.ai_family, kind, 0)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return nil }
    guard errno == EINPROGRESS else { return errno }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let ready = poll(&waiting, 1, timeout)
    guard ready > 0 else { return ready == 0 ? ETIMEDOUT : errno }
    var (reason, size) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &reason, &size) == 0 else { return errno }
    return reason == 0 ? nil : reason
  }
}
