import Rectification
import Testing

struct NearestNamesTests {
  @Test(arguments: [
    ("BM10", ["BM01"]), ("bm02", ["BM02", "BM01"]), ("ＢＭ０２", ["BM02", "BM01"]), ("JZ1", ["JZ01"]),
    ("区发改委", ["区发展和改革委员会"]), ("区建设管理委", ["区建设和管理委员会"]), ("", []), ("完全不同的名称", []),
  ])
  func findsTheNearest(_ name: String, _ expected: [String]) {
    let names = ["BM01", "BM02", "JZ01", "区发展和改革委员会", "区建设和管理委员会"]
    #expect(nearest(to: name, among: names) == expected)
  }

  @Test func givesThreeAtMostNearestFirst() {
    let names = (1...9).map { "C00\($0)" }
    #expect(nearest(to: "C009", among: names) == ["C009", "C001", "C002"])
  }
}
