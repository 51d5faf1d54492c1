/// 变动记录: one change of the register or of the unit list in the course of the drive.
///
/// register.csv and units.csv say what holds today; with the changes undone they say what held before.
package struct RegisterChange: Hashable, Codable, Sendable {
  package let code: Code
  /// 生效日期: the first day on which it holds.
  package let effective: CivilDate
  package let kind: Kind
  /// 依据, the document it rests on.
  package let basis: String
  /// 理由; may be empty.
  package let reason: String
  /// The row of changes.csv, for the trace.
  package let line: Int

  package enum Kind: Hashable, Codable, Sendable {
    /// 增列.
    case added(Code)
    /// 拆分自: part of another measure that has become one of its own, and begins afresh.
    case split(Code, from: Code)
    /// 改写: the text of the measure.
    case reworded(Code, from: String, to: String)
    /// 移交: to another lead unit.
    case moved(Code, from: Code, to: Code)
    /// 配合单位.
    case supporters(Code, from: [Code], to: [Code])
    /// 牵头领导: the lead leader, by post.
    case leader(Code, from: String, to: String)
    /// 更正: a cell that was written wrong; a deadline that is put off is a decision.
    case corrected(Code, Correction)
    /// 撤销.
    case withdrawn(Code)
    /// 并入: the other measure covers it from then on, and keeps its own state.
    case merged(Code, into: Code)
    /// 单位更名.
    case renamed(unit: Code, from: String, to: String)
    /// 单位并入: whatever the unit leads or supports is the other's from then on.
    case absorbed(unit: Code, into: Code)
  }

  /// What a cell of register.csv said, and what it says.
  package enum Correction: Hashable, Codable, Sendable {
    case deadline(from: Deadline, to: Deadline)
    case start(from: CivilDate, to: CivilDate)
    case requirement(from: String, to: String)
  }

  package init(
    code: Code, effective: CivilDate, kind: Kind, basis: String, reason: String, line: Int
  ) {
    self.code = code
    self.effective = effective
    self.kind = kind
    self.basis = basis
    self.reason = reason
    self.line = line
  }

  /// What it is a change of: a measure, or a unit where the kind says so.
  package var subject: Code {
    switch kind {
    case .added(let code), .split(let code, _), .reworded(let code, _, _), .moved(let code, _, _),
      .supporters(let code, _, _), .leader(let code, _, _), .corrected(let code, _),
      .withdrawn(let code),
      .merged(let code, _), .renamed(let code, _, _), .absorbed(let code, _):
      code
    }
  }

  package var isAboutUnit: Bool {
    switch kind {
    case .renamed, .absorbed: true
    default: false
    }
  }

  /// Whether a measure is there from this change on that was not there before.
  package var adds: Bool {
    switch kind {
    case .added, .split: true
    default: false
    }
  }

  /// Whether a measure is out of the totals from this change on.
  package var withdraws: Bool {
    switch kind {
    case .withdrawn, .merged: true
    default: false
    }
  }

  /// What it was and what it became, as the file has it; empty where there is nothing to say.
  package var values: (before: String, after: String) {
    switch kind {
    case .added, .withdrawn: ("", "")
    case .split(_, let from): (from.text, "")
    case .reworded(_, let from, let to), .leader(_, let from, let to),
      .renamed(_, let from, let to):
      (from, to)
    case .moved(_, let from, let to): (from.text, to.text)
    case .supporters(_, let from, let to): (Self.list(from), Self.list(to))
    case .corrected(_, .deadline(let from, let to)): (from.inWords, to.inWords)
    case .corrected(_, .start(let from, let to)): (from.description, to.description)
    case .corrected(_, .requirement(let from, let to)): (from, to)
    case .merged(_, let into), .absorbed(_, let into): ("", into.text)
    }
  }

  private static func list(_ units: [Code]) -> String {
    units.map(\.text).joined(separator: "；")
  }

  /// As it stands in the column 变动.
  package var word: Word {
    switch kind {
    case .added: .added
    case .split: .split
    case .reworded: .reworded
    case .moved: .moved
    case .supporters: .supporters
    case .leader: .leader
    case .corrected(_, .deadline): .correctedDeadline
    case .corrected(_, .start): .correctedStart
    case .corrected(_, .requirement): .correctedRequirement
    case .withdrawn: .withdrawn
    case .merged: .merged
    case .renamed: .renamed
    case .absorbed: .absorbed
    }
  }

  package enum Word: String, CaseIterable, Sendable {
    case added = "增列"
    case split = "拆分自"
    case reworded = "改写"
    case moved = "移交"
    case supporters = "配合单位"
    case leader = "牵头领导"
    case correctedDeadline = "更正时限"
    case correctedStart = "更正开始日期"
    case correctedRequirement = "更正要求"
    case withdrawn = "撤销"
    case merged = "并入"
    case renamed = "单位更名"
    case absorbed = "单位并入"

    package var name: Bilingual { Bilingual(zh: rawValue, en: english) }

    /// As the formats write it too.
    package var english: String {
      switch self {
      case .added: "added"
      case .split: "split off"
      case .reworded: "reworded"
      case .moved: "moved"
      case .supporters: "supporting units"
      case .leader: "lead leader"
      case .correctedDeadline: "deadline corrected"
      case .correctedStart: "start corrected"
      case .correctedRequirement: "requirement corrected"
      case .withdrawn: "withdrawn"
      case .merged: "merged"
      case .renamed: "unit renamed"
      case .absorbed: "unit absorbed"
      }
    }
  }
}
