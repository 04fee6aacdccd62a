import Foundation

/// Where the store of a command line is, and whether it is to be made.
enum StoreLocation: Hashable, Sendable {
  /// Named by `--store` or `ZHENGMING_STORE`: opened, or made by an import.
  case explicit(path: String)
  /// `.zhengming/store.sqlite` in this folder or the nearest above.
  case found(path: String)
  /// To be made in the folder whose `Glossaries/` or `Memories/` it is to hold.
  case make(path: String, folder: String)
  /// The person's own, made on first use from the starters.
  case home(path: String)

  /// The database file.
  var path: String {
    switch self {
    case .explicit(let path), .found(let path), .make(let path, _), .home(let path): path
    }
  }

  /// Decides it from what `--store` was given, the environment (empty variables and a relative
  /// `XDG_DATA_HOME` count as unset), the absolute path of the current folder, and which files and
  /// folders there are.
  static func resolve(
    named: String?, environment: [String: String], currentFolder: String,
    fileExists: (String) -> Bool
  ) -> StoreLocation {
    if let named { return .explicit(path: named) }
    if let path = environment["ZHENGMING_STORE"], !path.isEmpty { return .explicit(path: path) }
    let folders = ancestors(of: currentFolder)
    for folder in folders {
      let path = join(folder, storeName)
      if fileExists(path) { return .found(path: path) }
    }
    for folder in folders
    where ["Glossaries", "Memories"].contains(where: { fileExists(join(folder, $0)) }) {
      return .make(path: join(folder, storeName), folder: folder)
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return .home(path: join(data, "zhengming/store.sqlite"))
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "/"
    return .home(path: join(home, ".local/share/zhengming/store.sqlite"))
  }

  private static let storeName = ".zhengming/store.sqlite"

  /// The folder, the one that holds it, and so on up to the root.
  private static func ancestors(of folder: String) -> [String] {
    var names = folder.split(separator: "/")
    var folders: [String] = []
    while !names.isEmpty {
      folders.append("/" + names.joined(separator: "/"))
      names.removeLast()
    }
    return folders + ["/"]
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
