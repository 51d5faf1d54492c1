import Rectification
import Testing

@testable import Intake

/// A number is what its cell shows.
///
/// The expected texts are those of spreadsheet programs in Chinese, and of the
/// examples of ECMA-376, part 1, 18.8.31.
struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", 60, "60"), ("General", 0.1, "0.1"), ("General", -3.5, "-3.5"),
      ("G/通用格式", 4_103_600, "4103600"), ("@", 12, "12"),
      // Codes.
      ("000", 1, "001"), ("\"M\"000", 1, "M001"), ("\"M\"000", 1234, "M1234"),
      ("0000\\-00", 1203, "0012-03"),
      ("\"第\"0\"条\"", 7, "第7条"), ("[$-804]00", 5, "05"), ("\\A0", 3, "A3"),
      // Amounts.
      ("0!.0000\"万元\"", 4_103_600, "410.3600万元"), ("0\\.0,\"万元\"", 4_103_600, "410.4万元"),
      ("#,##0.00", 4_103_600, "4,103,600.00"), ("#,##0", 999, "999"),
      ("0.00", 410.364999, "410.36"),
      ("0.00", 1.005, "1.01"), ("0.0", 0.25, "0.3"), ("¥#,##0.00", 12.5, "¥12.50"),
      ("[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00", -12.5, "-¥12.50"),
      ("0.00,", 4_103_600, "4103.60"),
      ("#,##0,,\"百万\"", 4_103_600, "4百万"), ("#.##", 5, "5."), ("#.##", 0.5, ".5"),
      ("0.??", 1.5, "1.5"),
      ("0.00_ ", 3, "3.00"), ("_ * #,##0.00_ ", 7, "7.00"), ("(0)", 4, "(4)"), ("0;(0)", -4, "(4)"),
      ("0;-0;\"零\"", 0, "零"), ("[<1]0.00%;0", 0.5, "50.00%"), ("[<1]0.00%;0", 5, "5"),
      ("0.00", 999.995, "1000.00"), ("0", 99.5, "100"), ("0", 0.4, "0"),
      // Shares.
      ("0%", 0.57, "57%"), ("0.0%", 0.6049, "60.5%"), ("0%", 1, "100%"), ("0\"%\"", 60, "60%"),
      // Fractions.
      ("# ?/?", 0.75, "3/4"), ("# ?/?", 2.5, "2 1/2"), ("?/?", 1.5, "3/2"),
      ("# ??/??", 0.8333, "5/6"),
      ("# ?/8", 0.5, "4/8"), ("# ?/?", 3, "3"), ("0.00E+00", 12_345, "1.23E+04"),
    ] as [(String, Double, String)])
  func aNumberIsShownByItsFormat(code: String, number: Double, shown: String) {
    #expect(NumberFormat(code).shown(number) == shown, "\(code)")
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "2024-01-05", true, false), ("yyyy\"年\"m\"月\"d\"日\"", "2024年1月5日", true, false),
    ("yyyy/m/d;@", "2024/1/5", true, false),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "星期五, January 05, 2024", true, false),
    ("yyyy\"年\"m\"月\"", "2024年1月", false, false), ("m\"月\"d\"日\"", "1月5日", false, false),
    ("m-d", "1-5", false, false),
    ("mmm\\-yy", "Jan-24", false, false), ("d", "5", false, false), ("aaaa", "星期五", false, false),
    ("yyyy", "2024", false, false),
    ("yy/mm/dd", "24/01/05", true, false), ("m/d/yy h:mm", "1/5/24 16:20", true, true),
    ("yyyy-mm-dd hh:mm:ss", "2024-01-05 16:20:09", true, true),
    ("e\"年\"m\"月\"d\"日\"", "2024年1月5日", true, false),
    ("yyyy/m/d h:mm AM/PM", "2024/1/5 4:20 下午", true, true),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "2024年1月5日", true, false),
  ])
  func aDayIsShownByItsFormat(code: String, shown: String, isWhole: Bool, hasTime: Bool) throws {
    let format = NumberFormat(code)
    let day = try #require(CivilDate("2024-01-05"))
    #expect(format.isDate && !format.isTime)
    #expect(format.shown(day, seconds: 16 * 3600 + 20 * 60 + 9) == shown)
    #expect(format.showsWholeDay == isWhole && format.showsTime == hasTime)
  }

  @Test(arguments: [
    ("h:mm", "16:20"), ("hh:mm:ss", "16:20:09"), ("上午/下午h\"时\"mm\"分\"", "下午4时20分"),
    ("mm:ss", "20:09"),
  ])
  func aTimeIsNoDay(code: String, shown: String) {
    let format = NumberFormat(code)
    #expect(!format.isDate && format.isTime)
    #expect(format.shown(CivilDate(dayNumber: 0), seconds: 16 * 3600 + 20 * 60 + 9) == shown)
  }

  @Test func aFormatMadeToHurtDoesNot() {
    #expect(NumberFormat(String(repeating: "0", count: 1_000_000)).shown(1) == nil)
    #expect(NumberFormat("?/?").shown(1e300) != nil && NumberFormat("# ?/0").shown(0.5) != nil)
    for code in [
      "[", "\"", "\\", "!", "_", "*", "[$", "[>", ";;;;", "", "0.0.0", ",,,", "%%%", "/",
    ] {
      _ = NumberFormat(code).shown(-1.5)
    }
  }

  /// 一百二十 is no longer the number that was typed, and what it says is not worked out here.
  @Test(arguments: ["[DBNum1]General", "[DBNum2][$-804]0", "[DBNum1][$-804]G/通用格式\"条\""])
  func whatIsWrittenOutInWordsIsNotFollowed(code: String) {
    #expect(NumberFormat(code).shown(120) == nil)
  }
}
