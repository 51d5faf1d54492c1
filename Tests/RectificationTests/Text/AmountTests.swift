import Rectification
import TestSupport
import Testing

struct AmountTests {
  @Test(arguments: [
    ("410.36", MoneyUnit.tenThousandYuan, Int64(410_360_000), "410.36"),
    ("7.132", .tenThousandYuan, 7_132_000, "7.132"),
    ("0.000001", .tenThousandYuan, 1, "0.000001"),
    ("1234567.89", .yuan, 123_456_789, "1234567.89"),
    ("12", .yuan, 1200, "12.00"),
    ("-3.5", .yuan, -350, "-3.50"),
  ])
  func isExactToAFen(_ text: String, _ unit: MoneyUnit, _ fen: Int64, _ printed: String) throws {
    let amount = try #require(Amount(text, unit: unit))
    #expect(amount.fen == fen)
    #expect(amount.text(in: unit) == printed)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1e3", "0.001", "1,000", "１２", "--1", "+1", "99999999999"])
  func refusesWhatIsNotAPlainDecimalOfYuan(_ text: String) {
    #expect(Amount(text, unit: .yuan) == nil)
  }

  @Test func neverResolvesALookAlikeToACode() {
    for text in ["BM\u{212A}1", "ＢＭ01", "BM01 ", " BM01", "BM01\u{0}", "BM01\u{200B}", "", "-A"] {
      #expect(Code(text) == nil)
    }
    #expect(Code("bm01") != Code("BM01"))
  }
}
