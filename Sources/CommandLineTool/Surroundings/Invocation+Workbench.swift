import Workbench

extension StorePlace {
  /// The place that a command line means.
  init(_ location: StoreLocation) {
    switch location {
    case .explicit(let path): self = .named(path)
    case .found(let path): self = .found(path)
    case .make(let path, let folder): self = .made(path, of: folder)
    case .home(let path): self = .own(path)
    }
  }
}

extension Invocation {
  /// What a verb is about to do with the store.
  enum Access: Sendable {
    case reading
    case writing
    /// Writing what files say, of which nobody need be reminded.
    case importing
  }

  /// Opens the store that the command line means, and says what a person should know of it, a line
  /// each.
  func open(_ common: CommonOptions, for access: Access) throws(WorkbenchError) -> Workbench {
    try Workbench.open(
      StorePlace(storeLocation(common)), writing: access != .reading, by: author(common),
      cacheFolder: cacheFolder
    ) { notice in
      if access == .importing, case .newer = notice { return }
      diagnostics.say(notice.message(in: language), prefix: "")
    }
  }

  /// Where derived files are kept; nothing where nobody has a home.
  private var cacheFolder: String? {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return cache + "/zhengming"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/zhengming"
  }
}
