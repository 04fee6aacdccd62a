import CSQLite
import Foundation

/// The place of a store in the file system: whose it is, what disk it is on, whether it can be
/// written.
struct StoreLocation {
  let path: String

  /// The folder that holds the file.
  var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  var exists: Bool { unsafe access(path, F_OK) == 0 }

  var isFolder: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether SQLite can put its log beside the file.
  var isWritable: Bool {
    unsafe access(folder, W_OK) == 0 && (!exists || access(path, W_OK) == 0)
  }

  /// Whether somebody left a log that holds what the file does not.
  var hasLog: Bool {
    var status = stat()
    return unsafe stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Refuses what must not be opened.
  func check(owner: OwnerPolicy) throws(StoreError) {
    if isFolder { throw .isFolder(path) }
    if owner == .oneself {
      for place in [folder, path] {
        var status = stat()
        guard unsafe stat(place, &status) == 0 else { continue }
        if !Self.isTrusted(owner: status.st_uid, user: geteuid()) {
          throw .foreignOwner(place, user: Int(status.st_uid))
        }
      }
    }
    if let kind = networkKind { throw .networkFileSystem(path, kind: kind) }
  }

  /// Makes the folder, for nobody but its owner, where it is missing.
  func makeFolder() throws(StoreError) {
    guard unsafe access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .database(path, .cannotOpen("the folder cannot be made"))
    }
  }

  /// Whether files of one user are trusted by another: one's own, and the system's.
  static func isTrusted(owner: UInt32, user: UInt32) -> Bool { owner == user || owner == 0 }

  /// The kind of network share that the folder lies on, or nothing where the disk is local.
  private var networkKind: String? {
    Self.networkKind(magic: unsafe zm_file_system_magic(folder))
  }

  /// The name of a network file system by the number that Linux gives it (`statfs(2)`), or nothing
  /// for any other. FUSE and 9P are not among them: containers mount local folders by both.
  static func networkKind(magic: UInt32) -> String? {
    switch magic {
    case 0x6969: "NFS"
    case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
    case 0x5346_414F, 0x6B41_4653: "AFS"
    case 0x564C: "NCP"
    case 0x7375_7245: "Coda"
    case 0x00C3_6400: "Ceph"
    case 0x0BD0_0BD0: "Lustre"
    default: nil
    }
  }
}

/// Whose files are trusted.
public enum OwnerPolicy: Sendable {
  /// One's own and the system's.
  case oneself
  /// Anybody's: for who has said so.
  case anybody
}
