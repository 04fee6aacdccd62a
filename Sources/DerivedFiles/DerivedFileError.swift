import Foundation

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

extension DerivedFileError: CustomStringConvertible {
  /// The error in one English sentence and what to do.
  package var description: String {
    switch self {
    case .unreadable(let path, let code):
      "\(path): the system cannot read it (\(Self.reason(code))); a derived file must be readable."
        + " Delete it, and it is made again."
    case .unwritable(let path, let code):
      "\(path): the system cannot write it (\(Self.reason(code))); search files need a folder"
        + " that can be written. Free space there, or set XDG_CACHE_HOME to another folder."
    case .notRegular(let path):
      "\(path): this is not a regular file; a derived file must be one. Move it away."
    case .foreignOwner(let path):
      "\(path): it belongs to another user; a derived file must be one's own. Delete it, or set"
        + " XDG_CACHE_HOME to a folder of your own."
    case .truncated(let path, let found, let required):
      "\(path): it has \(found) bytes; its header requires \(required). Delete it, and it is made"
        + " again."
    case .unknownMark(let path, let required):
      "\(path): it does not begin with '\(required)'; a derived file of this kind does. Move it"
        + " away."
    case .damaged(let path, let part):
      "\(path): the \(Self.name(part)) does not match its checksum; each part of a derived file"
        + " must. Delete it, and it is made again."
    }
  }

  private static func name(_ part: Part) -> String {
    switch part {
    case .header: "header"
    case .sectionTable: "section table"
    case .body: "body"
    }
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
