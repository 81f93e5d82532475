internal import Doors
internal import Kernel
internal import Records

/// What a program sent about a record: an object whose keys are those of a file's entry.
struct RecordBody {
    let kind: Kind
    private let pairs: [(String, JSONTree)]

    static let changeKeys: [CommonKey] = [.from, .provenance, .source, .note]
    static let endKeys: [CommonKey] = [.until, .source, .note]
    static let correctionKeys: [CommonKey] = [.from, .until, .asAt, .provenance, .source, .note]

    /// - Throws: `Refusal.invalid` when the body is no object.
    init(_ request: Request, of kind: Kind) throws(Refusal) {
        self.kind = kind
        guard case .object(let pairs) = try JSONTree(reading: request.body) else {
            throw .invalid([Problem("", "The body must be a JSON object")])
        }
        self.pairs = pairs
    }

    subscript(key: String) -> JSONTree? { pairs.first { $0.0 == key }?.1 }

    /// A new record: its fields and the common keys side by side.
    func newDraft() throws(Refusal) -> RecordDraft {
        var draft = RecordDraft(kind)
        for (key, value) in pairs where key != CommonKey.then.rawValue { draft.give(key, given(key, value)) }
        if self[CommonKey.then.rawValue] != nil {
            throw .invalid([
                Problem(CommonKey.then.rawValue, "then is for files only. Post each later version to changes")
            ])
        }
        return draft
    }

    /// What `set` gives, with the common keys beside it.
    func draft(keys: [CommonKey]) throws(Refusal) -> RecordDraft {
        try refuseUnknown(keys)
        var draft = RecordDraft(kind)
        switch self["set"] {
        case nil: break
        case .object(let set)?: for (key, value) in set { try give(key, value, to: &draft) }
        default: throw .invalid([Problem("set", "set must be an object with the fields in it")])
        }
        for key in keys { if let value = self[key.rawValue] { draft.give(key.rawValue, value.given) } }
        return draft
    }

    /// `set` holds fields alone: `from` and the like stand beside it.
    private func give(_ key: String, _ value: JSONTree, to draft: inout RecordDraft) throws(Refusal) {
        if CommonKey(rawValue: key) != nil, kind.index(of: key) == nil {
            throw .invalid([Problem("set.\(key)", "\(key) is no field of \(kind.article). Give it beside set")])
        }
        draft.give(key, given(key, value))
    }

    private func given(_ key: String, _ value: JSONTree) -> Given {
        kind.index(of: key).map { value.given(for: kind.fields[$0]) } ?? value.given
    }

    /// The version to correct: the first, unless said.
    func version() throws(Refusal) -> Int {
        switch self["version"] {
        case nil: return 1
        case .integer(let number)? where number > 0: return number
        default: throw .invalid([Problem("version", "version must be a whole number from 1")])
        }
    }

    /// - Returns: nil when the key was not given, or as null, or says nothing.
    func text(_ key: String) throws(Refusal) -> String? {
        switch self[key] {
        case nil, .null?: return nil
        case .text(let text)?: return text.lines.isEmpty ? nil : text
        default: throw .invalid([Problem(key, "\(key) must be text")])
        }
    }

    private func refuseUnknown(_ keys: [CommonKey]) throws(Refusal) {
        var known = keys.map(\.rawValue) + ["seen"]
        if keys != Self.endKeys { known.append("set") }
        if keys != Self.changeKeys { known.append("because") }
        if keys == Self.correctionKeys { known.append("version") }
        let unknown = pairs.map(\.0).filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw .invalid(
                unknown.map { Problem($0, "There is no key \($0) here. There are \(known.joined(separator: ", "))") })
        }
    }
}
