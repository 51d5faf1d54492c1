import Foundation
import Rectification
import Testing

@testable import Publishing

struct BulletinTests {
  @Test func followsTheOrderOfTheNotice() throws {
    let text = bulletin(try SampleWeek().summary())
    let order = [
      "30项", "27项", "3项", "108条", "104条", "立案8件", "处分9人", "诫勉谈话8人", "组织处理14人",
      "410.36万元", "新建制度15项", "修订完善制度4项",
    ]
    var rest = text[...]
    for part in order {
      let range = try #require(rest.range(of: part), "\(part) in its turn")
      rest = rest[range.upperBound...]
    }
  }

  @Test func printsNoughtsAndKindsThatWereAddedByConfiguration() throws {
    #expect(bulletin(try SampleWeek().summary()).contains("移送司法机关0人"))
  }
}
