/// Files in other encodings, whole, cut or wrong from their last byte.
extension HostileDocument {
  static let encodings =
    ["UTF-16LE", "UTF-16BE", "GB18030"].flatMap { encoding in
      [
        HostileDocument(
          "\(encoding) JSON flood of unknown names", ["schema"],
          Filling(
            head: Filling.jsonHead + "40,\"progress\":\"完成\"", tail: "}]}", encoding: encoding
          ) {
            ",\"周\($0)\":0"
          }),
        HostileDocument(
          "\(encoding) JSON one long text", ["schema"],
          Filling(head: Filling.jsonHead + "40,\"progress\":\"", tail: "\"}]}", encoding: encoding)
          { _ in
            String(repeating: "持续推进𠮷", count: 20)
          }),
        HostileDocument(
          "\(encoding) XML flood of unknown elements", ["schema"],
          Filling(
            head: "<?xml version='1.0' encoding='\(encoding == "GB18030" ? "gbk" : "utf-16")'?>"
              + Filling.xmlHead
              + "<progress>完成</progress>",
            tail: "</entry></entries></weeklyReport>", encoding: encoding
          ) { _ in "<周/>" }),
      ]
    } + [
      HostileDocument(
        "UTF-8 text that ends within a character", ["wrong-encoding"],
        Filling(head: Filling.jsonHead + "\"", tail: "", ending: [0xE4, 0xB8]) { _ in "中" })
    ]
}
