import Foundation
import Testing

@testable import CommandLineTool

/// What people hand the command by mistake, what it says, and that the store keeps what it had.
struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var message: String
    var name = "terms.csv"

    init(_ testDescription: String, _ text: String, _ message: String, name: String = "terms.csv") {
      self.init(testDescription, bytes: Array(text.utf8), message, name: name)
    }

    init(
      _ testDescription: String, bytes: [UInt8], _ message: String, name: String = "terms.csv"
    ) {
      (self.testDescription, self.bytes, self.message, self.name) =
        (testDescription, bytes, message, name)
    }
  }

  private static let head = "id,kind,language,term,status\n"

  @Test(arguments: [
    Case("an empty file", "", "terms.csv: the file is empty; at least a header is required."),
    Case(
      "a table in GBK",
      bytes: Array((head + "term.a,technical,zh,").utf8)
        + [0xCA, 0xD0, 0xB3, 0xA1, 0xBC, 0xE0, 0xB9, 0xDC] + Array(",preferred\n".utf8),
      "terms.csv:2:4: these bytes are not UTF-8; they look like GB18030 (GBK). Say --encoding "
        + "gb18030, or save the file as UTF-8."),
    Case(
      "UTF-16 without a byte-order mark", bytes: (head + "term.a").utf8.flatMap { [$0, 0] },
      "terms.csv:1:1: a NUL byte; the file looks like UTF-16 without a byte-order mark. Say "
        + "--encoding utf16, or save the file as UTF-8."),
    Case(
      "a NUL byte", head + "term.a,technical,en,al\0pha,preferred\n",
      "terms.csv:2:4: a NUL byte; text has none. This is no table, or it is damaged."),
    Case(
      "an identifier twice",
      head + "term.a,technical,en,a,preferred\nterm.b,technical,en,b,preferred\n"
        + "term.a,technical,en,c,preferred\n",
      "terms.csv:4:1: 'term.a' stands in line 2 already; the rows of a concept stand together, and "
        + "each concept has an id of its own."),
    Case(
      "a day that the calendar does not have",
      "id,kind,language,term,status,since\nterm.a,technical,en,a,preferred,2021-02-30\n",
      "terms.csv:2:6: since '2021-02-30' is not in the calendar; a day that exists is required."),
    Case(
      "a table cut short", head + "term.a,technical,en,alp",
      "terms.csv:2:4: the file ends inside this row: it has 4 columns, the header has 5. Get the "
        + "file whole, or end it with a line end."),
    Case(
      "a quote that is never closed", head + "term.a,technical,en,\"alpha,preferred\n",
      "terms.csv:2:4: the quote opened here is never closed; RFC 4180 requires it. Close it, and "
        + "double every quote inside."),
    Case(
      "ten megabytes in a cell",
      bytes: Array((head + "term.a,technical,en,\"").utf8)
        + [UInt8](repeating: 0x78, count: 10_000_000) + Array("\",preferred\n".utf8),
      "terms.csv:2:4: the cell is longer than 1 MiB, the most that a cell may have. Perhaps its "
        + "quote is never closed."),
    Case(
      "an unknown column", "id,kind,langauge,term\nterm.a,technical,en,a\n",
      "terms.csv:1:3: there is no column 'langauge'"),
    Case(
      "TBX cut short", "<tbx type=\"TBX-Basic\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><tbxHeader>",
      "terms.tbx:1:69: the file ends within <tbxHeader>; every element must end.",
      name: "terms.tbx"),
  ])
  func `a file that is wrong is refused in one sentence`(sample: Case) async throws {
    try await withStore { zhengming in
      try Data(sample.bytes).write(to: zhengming.folder.appending(path: sample.name))
      let outcome = try await zhengming.run(["import", sample.name])
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("zhengming: " + sample.message))
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(try await zhengming.run("lookup SAMR").status == 0)
    }
  }

  @Test(arguments: [
    ("import nothing.csv", "nothing.csv: there is no such file. Check the name."),
    (
      "import empty",
      "empty: the folder has no file that ends in .csv, .tsv, .txt, .tbx, .xml, .tmx."
    ),
    ("lookup --file nothing.txt", "nothing.txt: there is no such file. Check the name."),
    ("lookup --file empty", "empty: this is a folder; a file is required."),
    ("export -o empty", "empty: this is a folder; a file is required."),
    ("export -o nowhere/x.csv", "nowhere/x.csv: the system refuses: No such file or directory."),
    ("export -o /dev/full", "/dev/full: the system refuses: No space left on device."),
    ("info --store empty", "empty: this is a folder; a store is one file. Name the file in it."),
    (
      "info --store nothing.sqlite",
      "nothing.sqlite: there is no such store. Check the name, or import into it."
    ),
  ])
  func `what is not there, or no file, is named`(line: String, message: String) async throws {
    try await withStore { zhengming in
      try FileManager.default.createDirectory(
        at: zhengming.folder.appending(path: "empty"), withIntermediateDirectories: false)
      let outcome = try await zhengming.run(line)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("zhengming: " + message), "\(outcome.errors)")
    }
  }

  @Test func `encodings that are named are read, and UTF-16 by its mark`() async throws {
    try await withZhengming { zhengming in
      let made = try await zhengming.shell(
        """
        printf 'id,kind,language,term,status\\nterm.a,technical,zh,市场监管,preferred\\n' > utf8.csv
        iconv -f utf-8 -t gb18030 utf8.csv > gb.csv
        (printf '\\xff\\xfe'; iconv -f utf-8 -t utf-16le utf8.csv) > u16.csv
        """)
      #expect(made.errors == "")
      for line in ["import gb.csv --encoding gb18030", "import u16.csv", "import utf8.csv"] {
        let outcome = try await zhengming.run(line + " --store s.sqlite")
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      #expect(try await zhengming.run("lookup 市场监管 --store s.sqlite").status == 0)
    }
  }

  @Test func `a relation to nothing is taken and pointed out`() async throws {
    try await withStore { zhengming in
      try zhengming.write(
        "id,kind,relations,language,term,status\n"
          + "term.a,technical,partOf term.none,en,alpha,preferred\n", to: "terms.csv")
      let outcome = try await zhengming.run("import terms.csv")
      #expect(outcome.status == 0)
      #expect(
        outcome.output.contains("terms.csv:2: 'term.none', which term.a names, does not exist yet.")
      )
      let judged = try await zhengming.run("validate")
      #expect(judged.status == 1)
      #expect(judged.output.contains("term.a: partOf 'term.none', which does not exist"))
      #expect(judged.output.contains(": 2 faults.\n"))
    }
  }

  @Test func `what is no store of this version is refused`() async throws {
    try await withStore { zhengming in
      let store = zhengming.folder.appending(path: ".zhengming/store.sqlite")
      let bytes = try Data(contentsOf: store)
      func file(_ name: String, _ change: (inout Data) -> Void) throws {
        var copy = bytes
        change(&copy)
        try copy.write(to: zhengming.folder.appending(path: name))
      }
      try zhengming.write(String(repeating: "no database ", count: 200), to: "text.sqlite")
      // The header of SQLite's file format: user_version at 60, application_id at 68.
      try file("newer.sqlite") { $0[63] = 99 }
      try file("other.sqlite") { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) }
      try file("cut.sqlite") { $0.removeLast($0.count * 2 / 3) }
      let cases = [
        ("text", "this is not a database; a store of Zhengming is required. Check the name."),
        ("newer", "the store has layout 99; this program knows those up to"),
        ("other", "this is a database of another program; a store of Zhengming is required."),
        ("cut", "the file is damaged or cut short. Put a backup in its place"),
      ]
      for (name, message) in cases {
        let before = try Data(contentsOf: zhengming.folder.appending(path: name + ".sqlite"))
        let outcome = try await zhengming.run("lookup SAMR --store \(name).sqlite")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("zhengming: \(name).sqlite: \(message)"))
        let after = try Data(contentsOf: zhengming.folder.appending(path: name + ".sqlite"))
        #expect(before == after, "\(name)")
      }
    }
  }

  @Test func `a store that is being made, or whose maker was killed, is made`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write("en\tzh\nScope\t范围\n", to: "pairs.tsv")
      try zhengming.write("", to: "s.sqlite")
      let lookup = try await zhengming.run("lookup SAMR --store s.sqlite")
      #expect(lookup.status == 2 && lookup.errors.contains("there is no such store"))
      let taken = try await zhengming.run("import pairs.tsv --memory m --store s.sqlite")
      #expect(taken.output.contains("1 added"), "\(taken.errors)")
      let both = try await zhengming.shell(
        """
        for name in one two three; do
          zhengming import pairs.tsv --memory $name --store new.sqlite >/dev/null &
        done
        wait
        """)
      #expect(!both.errors.contains("zhengming:"), "\(both.errors)")
      let info = try await zhengming.run("info --store new.sqlite")
      #expect(info.output.contains("units     3 (3 reviewed)"))
      let made = zhengming.folder.appending(path: "Glossaries")
      try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
      try zhengming.write(SampleStore.csv, to: "Glossaries/agencies.csv")
      try FileManager.default.createDirectory(
        at: zhengming.folder.appending(path: ".zhengming"), withIntermediateDirectories: true)
      try zhengming.write("", to: ".zhengming/store.sqlite")
      let first = try await zhengming.run("lookup SAMR")
      #expect(first.status == 0, "\(first.errors)")
    }
  }

  @Test func `a file that vanishes while it is read is no crash`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.shell(
        "mkfifo pipe.csv; (printf 'id,kind,lang' > pipe.csv; rm pipe.csv) & "
          + "timeout 20 zhengming import pipe.csv; echo $? ; wait")
      #expect(outcome.output == "2\n")
      #expect(outcome.errors.hasPrefix("zhengming: pipe.csv"))
    }
  }

  @Test func `what comes through a pipe is read once`() async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.shell(
        "timeout 20 zhengming import --glossary house --store s.sqlite "
          + "<(printf '\(Self.head)term.a,technical,en,alpha,preferred\\n')")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("1 added"))
    }
  }

  @Test func `a store in a folder that cannot be written is read, and not written`() async throws {
    try await withStore { zhengming in
      // Permissions bind nobody who is root; a read-only bind mount would need more than that.
      guard geteuid() != 0 else {
        print("skipped: root may write everywhere")
        return
      }
      let folder = zhengming.folder.appending(path: ".zhengming").path
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
      let answer = try await zhengming.run("lookup SAMR")
      let refused = try await zhengming.run("retire agency.samr")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      #expect(answer.status == 0)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("may not be written"))
    }
  }

  @Test func `a full disk ends an import without a trace`() async throws {
    try await withZhengming { zhengming in
      let lines = (1...4000).map { "term.n\($0),technical,en,number \($0) of many,preferred\n" }
      try zhengming.write(Self.head + lines.joined(), to: "many.csv")
      try zhengming.write(Self.head + "term.a,technical,en,alpha,preferred\n", to: "one.csv")
      // A disk of a megabyte, in a name space of its own; not every system lets us have one.
      let outcome = try await zhengming.shell(
        """
        unshare --user --map-root-user --mount bash -c '
          mkdir disk && mount -t tmpfs -o size=600k tmpfs disk || exit 77
          zhengming import one.csv --store disk/s.sqlite || exit 78
          zhengming import many.csv --store disk/s.sqlite; echo "status $?"
          zhengming lookup alpha --store disk/s.sqlite >/dev/null; echo "lookup $?"' || echo "no disk"
        """)
      guard !outcome.output.contains("no disk") else {
        print("skipped: no disk of one's own")
        return
      }
      #expect(outcome.output.contains("status 2"))
      #expect(outcome.errors.contains("the disk is full; nothing was changed."))
      #expect(outcome.output.contains("lookup 0"))
    }
  }
}
