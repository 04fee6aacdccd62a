import TextAnalysis

/// The options that mean the same on every verb that has them.
struct CommonOptions: Sendable, Hashable {
  /// The path that `--store` names.
  var store: String?
  /// Whether the answer is wanted as JSON.
  var json = false
  /// The name that `--as` gives.
  var author: String?

  init(_ parsed: Parsed) {
    store = parsed.text(Option.store.name)
    json = parsed.flag(Option.json.name)
    author = parsed.text(Option.author.name)
  }
}

extension Option {
  static let store = value(
    "store", kind: .file, placeholder: Phrase("PATH", "路径"),
    Phrase(
      "The store; else $ZHENGMING_STORE, else .zhengming/store.sqlite here or above, else your own",
      "库文件；未给出时依次取 $ZHENGMING_STORE、当前或上级文件夹的 .zhengming/store.sqlite、个人库"))

  static let json = flag("json", Phrase("Answer in JSON", "以 JSON 输出"))

  static let author = value(
    "as", kind: .text, placeholder: Phrase("NAME", "姓名"),
    Phrase(
      "Who makes the change; else $ZHENGMING_USER, else git's user.name, else your login",
      "修改人；未给出时依次取 $ZHENGMING_USER、git 的 user.name、登录名"))

  /// What every verb that reads the store has.
  static let ofReaders: [Option] = [json, store]
  /// What every verb that changes the store has.
  static let ofWriters: [Option] = [author, json, store]
}
