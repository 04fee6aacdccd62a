import Testing

@testable import Interchange

struct XMLWriterTests {
  @Test func `elements are indented, text and attributes escaped`() throws {
    var text = ""
    try write(to: &text) { (xml) throws(InterchangeError) in
      try xml.declare(root: "a", systemIdentifier: "a.dtd")
      try xml.start("a", [("z", "\"<&>'\t\n"), ("b", "中")])
      try xml.element("c", text: "1 < 2 & ]]> \"\r\n")
      try xml.start("d")
      try xml.element("e", [("f", "")])
      try xml.end()
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE a SYSTEM "a.dtd">
        <a z="&quot;&lt;&amp;&gt;'&#9;&#10;" b="中">
          <c>1 &lt; 2 &amp; ]]&gt; "&#13;
        </c>
          <d>
            <e f=""/>
          </d>
        </a>

        """)
  }

  @Test func `characters that XML cannot hold are left out and counted`() throws {
    var text = ""
    let count = try write(to: &text) { (xml) throws(InterchangeError) in
      try xml.element("a", [("b", "\u{1F}x")], text: "\u{0}a\u{B}\u{FFFE}b\u{7F}\u{FFFD}")
    }
    #expect(text == "<a b=\"x\">ab\u{7F}\u{FFFD}</a>\n")
    #expect(count == 4)
  }

  @discardableResult
  private func write(
    to text: inout String, _ body: (inout XMLWriter) throws(InterchangeError) -> Void
  ) throws -> Int {
    let output = Output()
    var xml = XMLWriter(ByteSink { output.bytes += $0 })
    try body(&xml)
    try xml.finish()
    text = String(decoding: output.bytes, as: UTF8.self)
    return xml.illegalCharacterCount
  }

  private final class Output { var bytes: [UInt8] = [] }
}
