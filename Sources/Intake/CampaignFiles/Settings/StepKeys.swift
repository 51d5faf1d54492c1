import Rectification
import Yams

/// `steps`: 工作步骤, in the order of their days.
enum StepKeys {
  private static let keys = ["step", "title", "start", "end", "done", "basis"]

  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> [WorkStep] {
    var steps: [WorkStep] = []
    for (path, node) in root.list("steps", &log) ?? [] {
      guard let section = YAMLSection(node, path: path, keys: keys, &log),
        let step = step(section, &log)
      else { continue }
      if steps.contains(where: { $0.code == step.code }) {
        section.text("step", &log)?.refuse(
          "重复", "is there twice", Bilingual(zh: "请另编代码", en: "give it another code"), &log)
      }
      if let last = steps.last, step.start < last.start {
        section.text("start", &log)?.refuse(
          "早于前一步的 \(last.start)", "is before the \(last.start) of the step before",
          Bilingual(zh: "请按开始日期的先后排列", en: "order the steps by their first days"), &log)
      }
      steps.append(step)
    }
    return steps
  }

  private static func step(_ section: YAMLSection, _ log: inout ProblemLog) -> WorkStep? {
    let code = section.text("step", &log)?.code(&log)
    let title = section.text("title", &log)
    let start = section.text("start", &log)?.date(near: nil, &log)
    let endText = section.text("end", &log)
    let end = endText?.date(near: start, &log)
    if let start, let end, end < start {
      endText?.refuse(
        "早于 start \(start)", "is before start, \(start)",
        Bilingual(zh: "请改正其中一个", en: "correct one of them"), &log)
    }
    let done = done(section, from: start, &log)
    let basis = section.optionalText("basis", &log)?.text ?? ""
    guard let code, let title, let start, let end else { return nil }
    return WorkStep(
      code: code, title: title.text, start: start, end: end, done: done, basis: basis)
  }

  private static func done(
    _ section: YAMLSection, from start: CivilDate?, _ log: inout ProblemLog
  ) -> CivilDate? {
    let text = section.optionalText("done", &log)
    let done = text?.date(near: start, &log)
    if let start, let done, done < start {
      text?.refuse(
        "早于 start \(start)", "is before start, \(start)",
        Bilingual(zh: "请改正其中一个", en: "correct one of them"), &log)
    }
    return done
  }
}
