import CLibXML2

/// What libxml2 keeps for the whole process.
enum XMLLibrary {
  /// Sets the library up once, from whichever thread comes first.
  static func prepare() {
    _ = isReady
  }

  private static let isReady: Bool = {
    xmlInitParser()
    // Refuses every external entity; NO_XXE came only with libxml2 2.13.
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()
}
