// Built for fuzzing by
//
//     swift build --product Fuzzing --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer \
//       -Xswiftc -DFUZZING -Xswiftc -parse-as-library --scratch-path .build-fuzz
//
// and run on a folder of TBX and TMX files; built as everything else is, it reads the files that it
// is given and prints how many concepts or units they hold.

import Interchange
import TextAnalysis

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

/// Reads a file as TMX, as far as it can be read, and writes it.
///
/// - Returns: The units, and the file that they give.
func readUnits(_ source: ByteSource) -> (units: [TMXUnit], written: [UInt8]) {
  var reader = TMXReader(source)
  var units: [TMXUnit] = []
  let header = (try? reader.readHeader()) ?? TMXHeader()
  var reduction = UnitReduction(header: header)
  while true {
    do {
      guard var unit = try reader.next() else { break }
      _ = reduction.units(of: unit)
      unit.location = SourceLocation(file: "")
      units.append(unit)
    } catch {
      guard case .markup(_, let problem) = error, problem.isConfinedToEntry else { break }
    }
  }
  let file = WrittenFile()
  var writer = TMXWriter(ByteSink { file.bytes += $0 }, header: header)
  for unit in units { try? writer.write(unit) }
  _ = try? writer.finish()
  return (units, file.bytes)
}

private final class WrittenFile { var bytes: [UInt8] = [] }

#if FUZZING
  /// Feeds one input to both readers of markup; what was read as TMX and written must be read again
  /// and give the same file.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzMarkup(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start else { return 0 }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    _ = countConcepts(ByteSource(bytes: bytes, name: "input.tbx"))
    let (units, written) = readUnits(ByteSource(bytes: bytes, name: "input.tmx"))
    let (again, writtenAgain) = readUnits(ByteSource(bytes: written, name: "written.tmx"))
    precondition(written == writtenAgain, "What was written is read as something else.")
    precondition(again.count <= units.count, "There are more units than there were.")
    return 0
  }
#else
  @main
  struct Main {
    static func main() throws {
      for path in CommandLine.arguments.dropFirst() {
        if case .units = try FileKind.detect(try ByteSource(path: path)) {
          print("\(path): \(readUnits(try ByteSource(path: path)).units.count) units")
        } else {
          print("\(path): \(countConcepts(try ByteSource(path: path))) concepts")
        }
      }
    }
  }
#endif
