import Kernel

extension Nearest {
    /// What is wrong with a key that nothing has, and which one was probably meant.
    /// - Parameter isSuggesting: whether it is still worth looking for what was meant.
    static func unknown(
        _ key: String, of what: String, known: @autoclosure () -> [String], isSuggesting: Bool = true
    ) -> Flaw {
        let message = "\(key.shown) is not a key of \(article(what))"
        guard isSuggesting else {
            return Flaw(key.shown, message, mend: "See docs/format/arrangements.md for the keys it may have")
        }
        let known = known()
        let mend = word(to: key, among: known).map { "Write \($0)" } ?? "It may have \(known.joined(separator: ", "))"
        return Flaw(key.shown, message, mend: mend)
    }

    /// `an organisation or a reporting line`.
    static func article(_ kinds: [String]) -> String {
        kinds.map { article($0.spaced) }.joined(separator: " or ")
    }
}
