import Kernel

extension Nearest {
    /// What is wrong with a key that nothing has, and which one was probably meant.
    static func unknown(_ key: String, of what: String, known: [String]) -> Flaw {
        let mend = word(to: key, among: known).map { "Write \($0)" } ?? "It may have \(known.joined(separator: ", "))"
        return Flaw(key.shown, "\(key.shown) is not a key of \(article(what))", mend: mend)
    }
}
