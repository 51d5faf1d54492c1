import Rectification

/// What a field holds, once it has been found to be what its type says.
enum FieldValue {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case code(Code)
  case date(CivilDate)
  case moment(Moment)
  case week(Week)
  case record(Record)
  case list([FieldValue])
  /// An item of a list that is not what it should be; the walk has said why.
  case unread
}

/// The fields of one object that hold what they should.
struct Record {
  let place: Place
  var values: [String: FieldValue] = [:]
  /// Of all known fields that stand in the file, right or wrong.
  var places: [String: Place] = [:]

  func text(_ name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number)? = values[name] { number } else { nil }
  }

  func boolean(_ name: String) -> Bool? {
    if case .boolean(let value)? = values[name] { value } else { nil }
  }

  func code(_ name: String) -> Code? {
    if case .code(let code)? = values[name] { code } else { nil }
  }

  func date(_ name: String) -> CivilDate? {
    if case .date(let date)? = values[name] { date } else { nil }
  }

  func moment(_ name: String) -> Moment? {
    if case .moment(let moment)? = values[name] { moment } else { nil }
  }

  func week(_ name: String) -> Week? {
    if case .week(let week)? = values[name] { week } else { nil }
  }

  func record(_ name: String) -> Record? {
    if case .record(let record)? = values[name] { record } else { nil }
  }

  func list(_ name: String) -> [FieldValue] {
    if case .list(let items)? = values[name] { items } else { [] }
  }

  func records(_ name: String) -> [Record] {
    list(name).compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  func has(_ name: String) -> Bool { places[name] != nil }
}
