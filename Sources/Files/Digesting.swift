import CLibCrypto
import Rectification

/// SHA-256 of bytes that arrive piece by piece, by libcrypto.
package final class Digesting {
  private let context: OpaquePointer

  package init() throws(DigestingError) {
    guard let context = EVP_MD_CTX_new() else { throw DigestingError() }
    self.context = context
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw DigestingError() }
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  package func update(_ bytes: UnsafeRawBufferPointer) throws(DigestingError) {
    guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      throw DigestingError()
    }
  }

  /// The digest of everything so far; call it once, at the end.
  package func finish() throws(DigestingError) -> Digest {
    var sum = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &sum, nil) == 1, let digest = Digest(Self.hexadecimal(sum))
    else { throw DigestingError() }
    return digest
  }

  /// The digest of bytes that are all at hand.
  package static func digest(of bytes: [UInt8]) throws(DigestingError) -> Digest {
    let digesting = try Digesting()
    do {
      try bytes.withUnsafeBytes { try digesting.update($0) }
    } catch {
      throw DigestingError()
    }
    return try digesting.finish()
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// libcrypto could not compute a SHA-256: out of memory, or a provider without it (FIPS set-up).
package struct DigestingError: Error, CustomStringConvertible {
  package init() {}

  package var description: String { message.en }

  package var message: Bilingual {
    Bilingual(
      zh: "libcrypto 算不出 SHA-256：请检查本机的 OpenSSL 配置",
      en: "libcrypto: cannot compute SHA-256; check the OpenSSL configuration of this machine")
  }
}
