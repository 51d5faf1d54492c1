/// One record of a CSV file, headings or row.
struct CSVRecord {
  let fields: [CSVField]

  var spot: Spot { fields.first?.spot ?? .start }

  /// Nothing but commas and spaces, as spreadsheets leave below the last row.
  var isBlank: Bool { fields.allSatisfy(\.text.isEmpty) }
}

/// One field with the place it starts at; a quoted field starts at its opening quote.
struct CSVField {
  /// Without white space around it.
  let text: String
  let spot: Spot
}
