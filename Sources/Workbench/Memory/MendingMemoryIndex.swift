import DerivedFiles
import Storage
import Synchronization
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Up to this size, in bytes, an index is compared with its checksum whenever it is opened, which
  /// takes a few milliseconds; a bigger one where somebody has written to the file since it was
  /// made, and by ``validate()``.
  static let alwaysVerifiedByteCount = 16 << 20

  /// Reads the index of the translation memory whole and makes it again where it is damaged.
  ///
  /// - Returns: What was damaged and is mended, a sentence each.
  func mendMemoryIndex() throws -> [Phrase] {
    guard let cacheFolder else { return [] }
    do throws(DerivedFileError) {
      try MemoryIndex.verify(in: cacheFolder, storeID: store.id)
      return []
    } catch {
      MemoryIndex.discard(in: cacheFolder, storeID: store.id)
      memory.withLock { $0 = nil }
      keepUpMemoryIndex()
      // Where the folder cannot be written the damage is still there, and nothing was mended.
      try MemoryIndex.verify(in: cacheFolder, storeID: store.id)
      return [error.wasMended]
    }
  }

  /// Whether what an index holds can be relied on, as far as that is quickly told; one that cannot is
  /// taken away with those that follow it.
  func isSound(_ index: MemoryIndex, in folder: String) -> Bool {
    if index.byteCount > alwaysVerified, index.isAsWritten { return true }
    do throws(DerivedFileError) {
      try index.verify()
      if !index.isAsWritten { index.markAsWritten() }
      return true
    } catch {
      MemoryIndex.discard(in: folder, storeID: store.id)
      return false
    }
  }
}

extension DerivedFileError {
  /// That the index was damaged, how, and that it is no more.
  fileprivate var wasMended: Phrase {
    let (path, found) =
      switch self {
      case .unreadable(let path, _): (path, Phrase("it could not be read", "无法读取"))
      case .unwritable(let path, _): (path, Phrase("it could not be written", "无法写入"))
      case .notRegular(let path): (path, Phrase("it was no regular file", "不是普通文件"))
      case .foreignOwner(let path): (path, Phrase("it was another user's", "属于另一用户"))
      case .truncated(let path, _, _): (path, Phrase("it was cut short", "被截短"))
      case .unknownMark(let path, _): (path, Phrase("it was another kind of file", "是另一类文件"))
      case .damaged(let path, _): (path, Phrase("it was damaged", "已损坏"))
      }
    return Phrase(
      "\(path): the index of the translation memory was made again, for \(found.english).",
      "\(path)：翻译记忆库索引\(found.chinese)，已重新生成。")
  }
}
