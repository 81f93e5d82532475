internal import Kernel

/// Asks whether what a record points at is there, and is of the right kind.
struct ReferenceCheck {
    /// The kind's name of whatever has this identifier.
    let kindName: (String) -> String?
    /// Identifiers of a kind, for finding what was meant. Only asked when something is wrong.
    let identifiers: (String) -> [String]

    func flaws(of record: Record) -> [Flaw] {
        var flaws: [Flaw] = []
        for (field, value) in zip(record.kind.fields, record.values) {
            let targets = field.targets
            guard !targets.isEmpty else { continue }
            switch value {
            case .text(let id): flaw(id, field, targets).map { flaws.append($0) }
            case .list(let ids): flaws += ids.compactMap { flaw($0, field, targets) }
            default: break
            }
        }
        return flaws
    }

    private func flaw(_ id: String, _ field: Field, _ targets: [String]) -> Flaw? {
        let held = kindName(id)
        if let held, targets.contains(held) { return nil }
        let wanted = targets.map { $0.spaced }.joined(separator: " or ")
        if let held {
            return Flaw(
                field.name, "\(id) is \(Nearest.article(held.spaced)), not \(Nearest.article(wanted))",
                mend: "Give the identifier of \(Nearest.article(wanted))")
        }
        let near = Nearest.word(to: id, among: targets.flatMap(identifiers))
        return Flaw(
            field.name, "\(id) is not \(Nearest.article(wanted)): no \(wanted) with that identifier is known",
            mend: near.map { "Write \($0), or add \(id)" } ?? "Add \(id), or give the identifier of one that is known")
    }
}

extension String {
    /// A kind's name in a sentence.
    var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
