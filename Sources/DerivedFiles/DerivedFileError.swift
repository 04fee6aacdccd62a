import Foundation
package import TextAnalysis

/// Why a derived file could not be read or written. None of them is a loss: the file can be made
/// again from the store.
package enum DerivedFileError: Error, Hashable, Sendable {
  /// The system refused to open, read or map the file; the number is `errno`.
  case unreadable(path: String, code: Int32)
  /// The system refused to write the file or its folder; the number is `errno`.
  case unwritable(path: String, code: Int32)
  /// The path names a folder, a device or a pipe.
  case notRegular(path: String)
  /// The file belongs to another user, who could change it while it is read.
  case foreignOwner(path: String)
  /// The file is shorter than its header says; both in bytes.
  case truncated(path: String, found: Int, required: Int)
  /// The file does not begin with the mark of its kind.
  case unknownMark(path: String, required: String)
  /// A part of the file does not add up.
  case damaged(path: String, part: Part)

  /// What does not add up in a damaged file.
  package enum Part: String, Hashable, Sendable {
    /// The first 128 bytes.
    case header
    /// The list of sections.
    case sectionTable
    /// What the sections hold; judged by ``DerivedFile/verify()`` only.
    case body
  }
}

extension DerivedFileError: Worded {
  /// What was found, what is required, and what to do, in one sentence or two.
  package func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .unreadable(let path, let code):
      Phrase(
        "\(path): the system cannot read it (\(Self.reason(code))); a derived file must be readable."
          + " Delete it, and it is made again.",
        "\(path)：系统无法读取（\(Self.reason(code))）；派生文件须可读取。请将其删除，程序会重新生成。")
    case .unwritable(let path, let code):
      Phrase(
        "\(path): the system cannot write it (\(Self.reason(code))); search files need a folder"
          + " that can be written. Free space there, or set XDG_CACHE_HOME to another folder.",
        "\(path)：系统无法写入（\(Self.reason(code))）；检索文件须放在可写入的文件夹。"
          + "请在那里腾出空间，或将 XDG_CACHE_HOME 设为其他文件夹。")
    case .notRegular(let path):
      Phrase(
        "\(path): this is not a regular file; a derived file must be one. Move it away.",
        "\(path)：这不是普通文件；派生文件须为普通文件。请将其移走。")
    case .foreignOwner(let path):
      Phrase(
        "\(path): it belongs to another user; a derived file must be one's own. Delete it, or set"
          + " XDG_CACHE_HOME to a folder of your own.",
        "\(path)：属于另一用户；派生文件须属于本人。请将其删除，或将 XDG_CACHE_HOME 设为自己的文件夹。")
    case .truncated(let path, let found, let required):
      Phrase(
        "\(path): it has \(found) bytes; its header requires \(required). Delete it, and it is made"
          + " again.",
        "\(path)：文件有 \(found) 字节；其文件头要求 \(required) 字节。请将其删除，程序会重新生成。")
    case .unknownMark(let path, let required):
      Phrase(
        "\(path): it does not begin with '\(required)'; a derived file of this kind does. Move it"
          + " away.",
        "\(path)：开头不是“\(required)”；此类派生文件须以此开头。请将其移走。")
    case .damaged(let path, let part):
      Phrase(
        "\(path): the \(Self.name(part).english) does not match its checksum; each part of a"
          + " derived file must. Delete it, and it is made again.",
        "\(path)：\(Self.name(part).chinese)与校验和不符；派生文件的各部分都须相符。"
          + "请将其删除，程序会重新生成。")
    }
  }

  private static func name(_ part: Part) -> Phrase {
    switch part {
    case .header: Phrase("header", "文件头")
    case .sectionTable: Phrase("section table", "节表")
    case .body: Phrase("body", "正文")
    }
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
