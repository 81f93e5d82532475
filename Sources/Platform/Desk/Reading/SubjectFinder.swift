internal import Kernel
internal import Records

/// Tells which thing somebody means who types an identifier or a name.
struct SubjectFinder {
    /// What a text came to.
    enum Found: Equatable {
        case found(String)
        /// It names nothing, or several things; the sentence says which it might be.
        case unclear(String)
    }

    let shelf: RecordShelf

    private static let namedMax = 5

    func find(_ text: String, of kindNames: [String]) throws -> Found {
        if IDText.isWellFormed(text), try shelf.subject(text) != nil { return .found(text) }
        let kinds = kindNames.compactMap(shelf.registry.kind(named:))
        let named = try shelf.search(text, kinds: kinds.map(\.name), limit: RecordShelf.foundMax)
        let folded = Folding.folded(text), exact = named.filter { Folding.folded($0.name) == folded }
        if exact.count == 1 { return .found(exact[0].id) }
        let also = exact.isEmpty ? try shelf.called(text, kinds: kinds) : []
        if also.count == 1 { return .found(also[0].id) }
        let what = Sentence.either(kinds.map(\.nounInSentence))
        if exact.count > 1 {
            return .unclear("\(exact.count) are called \(text). Give the identifier of one: \(Self.listed(exact))")
        }
        if named.isEmpty {
            return .unclear(
                "No \(what) is called \(text). Give the identifier or the exact name of one, or add it first")
        }
        return .unclear("No \(what) is called exactly \(text). Did you mean \(Self.listed(named))?")
    }

    private static func listed(_ subjects: [Subject]) -> String {
        let shown = subjects.prefix(namedMax).map { "\($0.name) (\($0.id))" }
        return Sentence.either(shown) + (subjects.count > namedMax ? ", or another" : "")
    }
}
