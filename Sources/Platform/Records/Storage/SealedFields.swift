internal import Kernel
internal import Sealing
public import Store

extension Record {
    /// Whose key a sealed field is sealed with; nil where the record does not say.
    func subject(of position: Int) -> SealedFor? {
        switch kind.fields[position].sealing {
        case nil: nil
        case .itself: SealedFor(kind.name, id)
        case .field(let name):
            kind.index(of: name).flatMap { field in
                text(name).flatMap { id in kind.fields[field].targets.first.map { SealedFor($0, id) } }
            }
        }
    }

    /// Where a field is sealed: what is sealed there opens in no other record and no other field.
    private func place(of position: Int) -> SealedPlace {
        SealedPlace(kind.table, kind.fields[position].name, of: id)
    }

    /// The same, with what is sealed not to be read.
    var withoutSealed: Record {
        if kind.sealed.isEmpty { return self }
        var values = values
        for position in kind.sealed { values[position] = .none }
        return with(values: values, seals: [:])
    }

    /// The same, without what is shown only to those who may change it.
    public var withoutPrivate: Record {
        if kind.privates.isEmpty { return self }
        var values = values
        for position in kind.privates { values[position] = .none }
        return with(values: values, seals: seals)
    }

    /// The same, with what is sealed as it can be read.
    func opened(by opener: Opener) throws -> Record {
        if seals.isEmpty { return self }
        var values = values
        for (position, bytes) in seals { values[position] = try value(bytes, at: position, by: opener) }
        return with(values: values, seals: seals)
    }

    private func value(_ bytes: [UInt8], at position: Int, by opener: Opener) throws -> Value {
        guard let subject = subject(of: position) else { return .withheld(.lost) }
        switch try opener.open(bytes, for: subject, at: place(of: position)) {
        case .erased(let erasure): return .withheld(.erased(erasure.words))
        case .lost: return .withheld(.lost)
        case .open(let text):
            let json = try? JSONValue(reading: String(decoding: text, as: UTF8.self))
            return json.flatMap { try? kind.fields[position].value(of: $0.given) } ?? .none
        }
    }

    /// The bytes to keep for a sealed field: those held where it says what it said, else sealed now.
    fileprivate func seal(of position: Int, over held: [Record], in tx: Transaction) throws -> [UInt8]? {
        let value = values[position], field = kind.fields[position]
        if case .none = value { return nil }
        guard let subject = subject(of: position) else {
            throw Refusal.invalid([Problem(field.name, "Nothing says whose \(field.label.lowercased()) this is")])
        }
        let same = held.filter {
            $0.values[position] == value && $0.seals[position] != nil && $0.subject(of: position) == subject
        }
        if let kept = (same.first { $0.version == version } ?? same.last)?.seals[position] { return kept }
        if case .withheld = value {
            // Nobody can read it, so that it is kept as it is.
            if let own = seals[position] { return own }
            throw Refusal.invalid([
                Problem(field.name, "What it says cannot be read, and so cannot be kept for another")
            ])
        }
        var json = JSONText()
        json.value(value)
        return try tx.seal(Array(json.text.utf8), for: subject, at: place(of: position))
    }
}

extension RecordShelf {
    /// The versions as their table and the ledger are to hold them.
    func sealed(_ versions: [Record], over held: [Record]) throws -> [Record] {
        guard let kind = versions.first?.kind, !kind.sealed.isEmpty else { return versions }
        return try versions.map { record in
            var seals: [Int: [UInt8]] = [:]
            for position in kind.sealed { seals[position] = try record.seal(of: position, over: held, in: tx) }
            return record.with(values: record.values, seals: seals)
        }
    }
}

extension [Record] {
    /// What the ledger said, with what is sealed in it opened.
    public func opened(in tx: Transaction) throws -> [Record] {
        let opener = Opener(tx)
        return try map { try $0.opened(by: opener) }
    }
}
