import Foundation

/// The folder of a derived file: made where it is missing, for the user alone.
enum PrivateFolder {
  /// How the names of files end that are being written.
  static let partSuffix = ".part"
  /// The age in seconds from which a file that is being written counts as left behind by a
  /// process that was killed.
  private static let partLifetime = 86_400

  /// Makes the folder of a path and those above it, each with mode 0700; those that stand are left
  /// as they are.
  static func make(for path: String) throws(DerivedFileError) {
    let folder = self.folder(of: path)
    if unsafe mkdir(folder, S_IRWXU) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder != self.folder(of: folder) else {
      throw .unwritable(path: folder, code: errno)
    }
    try make(for: folder)
    guard unsafe mkdir(folder, S_IRWXU) == 0 || errno == EEXIST else {
      throw .unwritable(path: folder, code: errno)
    }
  }

  /// Removes what killed writers of the same file left beside it.
  static func removeOldParts(of path: String) {
    let folder = self.folder(of: path)
    let prefix = name(of: path) + "."
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(partSuffix) {
      let part = folder + "/" + name
      var status = stat()
      guard unsafe lstat(part, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      let age = Date().timeIntervalSince1970 - modificationTime(status)
      if age > Double(partLifetime) { unsafe unlink(part) }
    }
  }

  /// Has the system put the folder's entries on the disk, so that a replaced file stays replaced.
  static func synchronise(for path: String) {
    let descriptor = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func folder(of path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? ""
  }

  private static func modificationTime(_ status: stat) -> Double {
    #if canImport(Darwin)
      Double(status.st_mtimespec.tv_sec)
    #else
      Double(status.st_mtim.tv_sec)
    #endif
  }
}
