import Glibc
import Rectification

/// `networks`: the private networks in which sources may be.
enum NetworkKeys {
  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> [AddressRange] {
    (root.list("networks", &log) ?? []).compactMap { path, node in
      guard let text = YAMLSection.scalar(node, name: path, &log) else { return nil }
      if let range = range(text.text) { return range }
      text.refuse(
        "不是网段", "is no network",
        Bilingual(
          zh: "请写成 10.20.0.0/16 或单个地址 10.20.3.4，斜线后的位数以外须为 0",
          en: "write 10.20.0.0/16, or one address; the bits behind the prefix are zero"), &log)
      return nil
    }
  }

  /// `10.20.0.0/16`, `fd00::/8`, or one address.
  static func range(_ text: String) -> AddressRange? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let bytes = address(String(parts[0])) else { return nil }
    guard parts.count == 2 else { return AddressRange(bytes, prefix: bytes.count * 8) }
    guard (1...3).contains(parts[1].count), parts[1].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(parts[1]).flatMap { AddressRange(bytes, prefix: $0) }
  }

  private static func address(_ text: String) -> [UInt8]? {
    let isVersion6 = text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
    return inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
  }
}
