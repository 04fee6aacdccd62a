// Built for fuzzing by
//
//     swift build --product Fuzzing --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer \
//       -Xswiftc -DFUZZING -Xswiftc -parse-as-library --scratch-path .build-fuzz
//
// and run on a folder of TBX files; built as everything else is, it reads the files that it is
// given and prints how many concepts they hold.

import Interchange

/// Reads a file as TBX, as far as it can be read.
///
/// - Returns: How many concepts there were.
func countConcepts(_ source: ByteSource) -> Int {
  let reader = TBXReader(source)
  var count = 0
  while true {
    do {
      guard try reader.next() != nil else { return count }
      count += 1
    } catch {
      guard case .markup(_, let problem) = error, problem.isConfinedToEntry else { return count }
    }
  }
}

#if FUZZING
  /// Feeds one input to the TBX reader, and with it to the XML reader.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzTBX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start else { return 0 }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    _ = countConcepts(ByteSource(bytes: bytes, name: "input.tbx"))
    return 0
  }
#else
  @main
  struct Main {
    static func main() throws {
      for path in CommandLine.arguments.dropFirst() {
        print("\(path): \(countConcepts(try ByteSource(path: path))) concepts")
      }
    }
  }
#endif
