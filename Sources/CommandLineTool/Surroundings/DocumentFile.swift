import Interchange
import TextAnalysis

/// A document whose segments are to be translated.
struct DocumentFile {
  let name: String
  let text: String
  let format: DocumentFormat

  /// Reads a file, `-` being standard input; its ending tells Markdown from plain text.
  static func read(_ path: String) throws(InterchangeError) -> DocumentFile {
    let name = path.lowercased()
    let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
    return DocumentFile(
      name: path, text: try PlainText.read(try ByteSource(path: path)),
      format: isMarkdown ? .markdown : .plain)
  }
}
