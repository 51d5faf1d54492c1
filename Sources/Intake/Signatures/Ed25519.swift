import CLibCrypto
import Files

/// Ed25519 and the digests that signatures are made over, by libcrypto.
///
/// libcrypto and not swift-crypto: it is in the process already for SHA-256 and libcurl, has
/// BLAKE2b-512, which swift-crypto has not, and adds nothing to build.
enum Ed25519 {
  /// False for a signature that does not fit, and for one that is no signature at all.
  static func fits(_ signature: [UInt8], to message: [UInt8], by key: [UInt8])
    throws(DigestingError)
    -> Bool
  {
    guard key.count == 32, signature.count == 64 else { return false }
    guard let context = EVP_MD_CTX_new() else { throw DigestingError() }
    defer { EVP_MD_CTX_free(context) }
    // Nil also when this OpenSSL has no Ed25519; every signature would then seem forged.
    guard let loaded = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, key, key.count) else {
      throw DigestingError()
    }
    defer { EVP_PKEY_free(loaded) }
    guard EVP_DigestVerifyInit(context, nil, nil, nil, loaded) == 1 else { throw DigestingError() }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// The digests that the two formats know.
  enum Hash: String {
    case sha256, sha512, blake2b512

    func digest(of bytes: [UInt8]) throws(DigestingError) -> [UInt8] {
      let function =
        switch self {
        case .sha256: EVP_sha256()
        case .sha512: EVP_sha512()
        case .blake2b512: EVP_blake2b512()
        }
      var sum = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
      var length: UInt32 = 0
      guard EVP_Digest(bytes, bytes.count, &sum, &length, function, nil) == 1 else {
        throw DigestingError()
      }
      return Array(sum.prefix(Int(length)))
    }
  }
}
