import Rectification

/// Guesses which field a wrong name was meant to be.
enum NearestName {
  /// Nil when nothing is near enough to be of help.
  static func field(for name: String, among fields: [Field]) -> Field? {
    if let titled = fields.first(where: { $0.title.zh == name }) { return titled }
    let best = nearest(to: name, among: fields.map(\.name)).first
    return fields.first { $0.name == best }
  }
}
