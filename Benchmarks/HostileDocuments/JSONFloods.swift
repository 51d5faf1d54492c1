/// As many mistakes as a JSON file can hold.
extension HostileDocument {
  static let jsonFloods = [
    HostileDocument("JSON flood of unknown names", ["schema"], .jsonEntry { ",\"u\($0)\":0" }),
    HostileDocument(
      "JSON flood of names nearly right", ["schema"], .jsonEntry { _ in ",\"extensionReqest\":0" }),
    HostileDocument(
      "JSON flood of names with slashes", ["schema"], .jsonEntry { _ in ",\"~/~/~/\":0" }),
    HostileDocument(
      "JSON flood of one doubled field", ["schema"], .jsonEntry { _ in ",\"plan\":\"\"" }),
    HostileDocument("JSON flood of empty entries", ["schema"], .jsonEntries { _ in ",{}" }),
    HostileDocument(
      "JSON flood of entries of another kind", ["schema"], .jsonEntries { _ in ",0" }),
    HostileDocument(
      "JSON flood of bad values", ["bad-date", "schema"], .jsonEntries { _ in badEntry }),
    HostileDocument(
      "JSON flood of bad units", ["schema"],
      Filling(
        head: Filling.jsonHead + """
          40,"progress":"完成"}],"coordinationRequests":[{"subject":"a","request":"b","unitsWanted":[
          """, tail: "\"\"]}]}"
      ) { _ in "\"\"," }),
    HostileDocument(
      "JSON flood of bad outcomes", ["bad-amount", "schema"],
      Filling(head: Filling.jsonHead + "40,\"progress\":\"完成\"}],\"outcomes\":[{}", tail: "]}") {
        _ in ",{}"
      }),
  ]

  private static let badEntry = """
    ,{"measure":"中 文","status":"已完成","percent":1e400,"progress":" ",\
    "delay":{"reason":"","expectedDate":"2024-02-30"}}
    """
}
