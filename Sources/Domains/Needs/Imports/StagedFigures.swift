import Kernel
import Store

/// Puts a batch of figures beside those that are held, unseen until their import is taken, and says of each whether it
/// is new, changed, the same, or contradicted within its own file.
struct StagedFigures: Sendable {
    /// What a batch came to.
    struct Outcome: Sendable {
        var added = 0
        var changed = 0
        var unchanged = 0
        var refused = 0
        var remarks: [(remark: Remark, line: Int)] = []
        var keys = Keys()
    }

    /// The numbers of series and times, as far as they are known. Bounded: forgotten when they grow past the limit.
    struct Keys: Sendable {
        var series: [Series: Int] = [:]
        var spans: [Span: Int] = [:]
        static let countMax = 200_000

        mutating func trim() {
            if series.count > Self.countMax { series = [:] }
            if spans.count > Self.countMax { spans = [:] }
        }
    }

    /// The import, and the digest of the file that it reads.
    let source: Int
    let digest: String

    func keep(_ drafts: [Draft], knowing known: Keys, in tx: Transaction) throws -> Outcome {
        try tx.mustBeReading(source, digest)
        var outcome = Outcome()
        outcome.keys = known
        let isNew = try tx.number(Set(drafts.map(\.series)), in: &outcome.keys)
        try tx.number(Set(drafts.map(\.span)), in: &outcome.keys)
        var held = try tx.held(drafts, outcome.keys, in: source, leavingOut: isNew)
        var fresh: [Held.Key: Draft] = [:], order: [Held.Key] = []
        for draft in drafts {
            guard let series = outcome.keys.series[draft.series], let span = outcome.keys.spans[draft.span] else {
                continue
            }
            let key = Held.Key(series: series, span: span)
            if let other = fresh[key] {
                try take(draft, beside: other.content, at: key, &outcome, &held, isWritten: false, in: tx)
                if held.contradicted.contains(key) { fresh[key] = nil }
            } else if held.contradicted.contains(key) {
                refuse(draft, &outcome)
            } else if let other = held.own[key] {
                try take(draft, beside: other, at: key, &outcome, &held, isWritten: true, in: tx)
            } else {
                // One that is held already is remembered too: another row may say something else of it.
                if held.taken[key] == draft.content {
                    outcome.unchanged += 1
                } else if let before = held.taken[key] {
                    outcome.changed += 1
                    outcome.remarks.append((changed(draft, from: before), draft.line))
                } else {
                    outcome.added += 1
                }
                fresh[key] = draft
                order.append(key)
            }
        }
        let rows = order.compactMap { key in fresh[key].map { (key, $0, held.taken[key] == $0.content) } }
        try write(rows, in: tx)
        outcome.keys.trim()
        return outcome
    }

    /// Says the same twice, or says two things: then neither is taken (rule NE-09).
    private func take(
        _ draft: Draft, beside other: Held.Content, at key: Held.Key, _ outcome: inout Outcome, _ held: inout Held,
        isWritten: Bool, in tx: Transaction
    ) throws {
        guard other != draft.content else { return outcome.unchanged += 1 }
        refuse(draft, &outcome)
        // The other had been counted as taken, or as held already.
        outcome.refused += 1
        switch held.taken[key] {
        case nil: outcome.added -= 1
        case other: outcome.unchanged -= 1
        default: outcome.changed -= 1
        }
        held.contradicted.insert(key)
        held.own[key] = nil
        if isWritten {
            try tx.run(
                """
                DELETE FROM needs_observation
                WHERE series = \(key.series) AND period = \(key.span) AND source = \(source)
                """
            )
        }
        try tx.run(
            """
            INSERT INTO needs_observation (series, period, source, label, mark, meaning)
            VALUES (\(key.series), \(key.span), \(source), '', '', 'contradicted')
            """)
    }

    private func refuse(_ draft: Draft, _ outcome: inout Outcome) {
        outcome.refused += 1
        let words =
            "The file says \(draft.value.published.quoted) of \(draft.series.measure), \(draft.series.place), "
            + "\(draft.label), and something else in another row: neither is taken"
        outcome.remarks.append((Remark(outcome: .refused, heading: draft.heading, words: words), draft.line))
    }

    private func changed(_ draft: Draft, from before: Held.Content) -> Remark {
        var words = "\(draft.series.measure), \(draft.series.place), \(draft.label): "
        words +=
            before.value == draft.value
            ? "what is said beside \(draft.value.published) is revised"
            : "\(before.value.published) becomes \(draft.value.published)"
        return Remark(outcome: .changed, heading: draft.heading, words: words)
    }

    private static let columns: [RowColumn] = [
        .integer("series"), .integer("period"), .integer("source"), .text("label"), .integer("mantissa"),
        .integer("decimals"), .text("mark"), .text("meaning"), .integer("numerator"), .integer("denominator"),
    ]

    /// Of a figure that is held as it is, only that the file says it too.
    private func write(_ rows: [(key: Held.Key, draft: Draft, isHeld: Bool)], in tx: Transaction) throws {
        let written: [[SQLBinding]] = rows.map { key, draft, isHeld in
            let place = [key.series.bound, key.span.bound, source.bound]
            let nothing = SQLBinding.null
            if isHeld {
                return place + ["".bound, nothing, nothing, "".bound, "unchanged".bound, nothing, nothing]
            }
            let (amount, mark) = (draft.value.amount, draft.value.mark)
            return place + [
                draft.label.bound, amount.map(\.mantissa).bound, amount.map(\.decimals).bound, mark.map(\.text).bound,
                mark.map(\.meaning.rawValue).bound, draft.numerator.bound, draft.denominator.bound,
            ]
        }
        try tx.add(to: "needs_observation", Self.columns, written)
    }
}

extension Published {
    /// The mark; nil where there is a figure.
    var mark: Mark? { if case .marked(let mark) = self { mark } else { nil } }

    /// As it was published, whether a figure or a mark.
    var published: String {
        switch self {
        case .amount(let amount): amount.description
        case .marked(let mark): mark.text.isEmpty ? "an empty cell" : mark.text
        }
    }
}
