import DecodingInvariants

/// Any bytes at all, in any encoding or none.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzzing.check(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
