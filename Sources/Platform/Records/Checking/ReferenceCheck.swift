internal import Kernel

/// Asks whether what a record points at is there, and is of the right kind.
struct ReferenceCheck {
    /// The kind's name of whatever has this identifier.
    let kindName: (String) -> String?
    /// Identifiers of a kind, for finding what was meant. Only asked when something is wrong.
    let identifiers: (String) -> [String]

    /// - Parameter isSuggesting: whether it is still worth looking for what was meant.
    func flaws(of record: Record, isSuggesting: Bool = true) -> [Flaw] {
        var flaws: [Flaw] = []
        for (field, value) in zip(record.kind.fields, record.values) {
            let targets = field.targets
            guard !targets.isEmpty else { continue }
            switch value {
            case .text(let id): flaw(id, field, targets, isSuggesting).map { flaws.append($0) }
            case .list(let ids): flaws += ids.compactMap { flaw($0, field, targets, isSuggesting) }
            default: break
            }
        }
        return flaws
    }

    private func flaw(_ id: String, _ field: Field, _ targets: [String], _ isSuggesting: Bool) -> Flaw? {
        let held = kindName(id)
        if let held, targets.contains(held) { return nil }
        let wanted = Nearest.article(targets)
        if let held {
            return Flaw(
                field.name, "\(id) is \(Nearest.article(held.spaced)), not \(wanted)",
                mend: "Give the identifier of \(wanted)")
        }
        let kinds = targets.map { $0.spaced }.joined(separator: " or ")
        let near = isSuggesting ? Nearest.word(to: id, among: targets.flatMap(identifiers)) : nil
        return Flaw(
            field.name, "\(id) is not \(wanted): no \(kinds) with that identifier is known",
            mend: near.map { "Write \($0), or add \(id)" } ?? "Add \(id), or give the identifier of one that is known")
    }
}

extension String {
    /// A kind's name in a sentence.
    var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
