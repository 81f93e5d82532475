import Kernel

/// What somebody gave for one key, before anything is made of it: the same from a file, a form, JSON or the terminal.
public enum Given: Sendable, Equatable {
    case nothing
    case text(String)
    case list([String])
    /// Something of the wrong shape, said in words: `a mapping`.
    case misshapen(String)
}

/// What somebody gave for one version of a record, key by key.
public struct RecordDraft: Sendable {
    public let kind: Kind
    /// One for each of `kind.keys`; nil where the key was not given at all.
    var slots: [Given?]
    /// Keys that are no keys of this kind.
    public private(set) var flaws: [Flaw] = []

    public init(_ kind: Kind) {
        self.kind = kind
        slots = Array(repeating: nil, count: kind.fields.count + CommonKey.allCases.count)
    }

    public init(_ kind: Kind, _ given: [String: Given]) {
        self.init(kind)
        for (key, given) in given.sorted(by: { $0.key < $1.key }) { give(key, given) }
    }

    public subscript(key: String) -> Given? { kind.slot(of: key).flatMap { slots[$0] } }
    public subscript(key: CommonKey) -> Given? { slots[kind.slot(of: key)] }

    /// - Returns: the position of the key among `kind.keys`; nil, with a flaw noted, when it is none of them.
    @discardableResult
    public mutating func give(_ key: String, _ given: Given) -> Int? {
        guard let slot = kind.slot(of: key) else {
            guard flaws.count < Problems.toldMax else { return nil }
            let isSuggesting = flaws.count < Problems.suggestedMax
            flaws.append(Nearest.unknown(key, of: kind.noun, known: kind.keys, isSuggesting: isSuggesting))
            return nil
        }
        slots[slot] = given
        return slot
    }
}
