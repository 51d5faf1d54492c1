import DecodingInvariants

/// Any text that begins as JSON does.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  Fuzzing.check(Fuzzing.text(Array(input), from: "{"))
  return 0
}
