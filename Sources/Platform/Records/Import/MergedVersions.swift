internal import Kernel

/// What is held of one thing and what comes in about it, as one history.
///
/// Versions are matched by their start. What comes in replaces what a version says; what it does not mention stays; an end
/// that it does not give neither ends nor reopens anything (issue of the format: "a fact missing from an import ends nothing").
enum MergedVersions {
    /// - Precondition: both are of one thing and in order; `incoming` is not empty.
    static func of(_ incoming: [Record], over held: [Record]) -> [Record] {
        var merged = held
        for record in incoming {
            if let position = merged.firstIndex(where: { startsAlike($0, record) }) {
                merged[position] = joined(record, over: merged[position])
            } else {
                merged.append(record)
            }
        }
        merged.sort { start(of: $0) < start(of: $1) }
        return settled(merged)
    }

    private static func startsAlike(_ one: Record, _ other: Record) -> Bool {
        one.period.from == other.period.from
            && (one.period.from != nil || one.version == 1 || one.period.attested == other.period.attested)
    }

    private static func joined(_ incoming: Record, over held: Record) -> Record {
        incoming.with(
            period: Period(
                trusting: incoming.period.from, until: incoming.period.until ?? held.period.until,
                attested: earliest(incoming.period.attested, held.period.attested)))
    }

    /// A thing that two sources attest was there from the earlier day on.
    private static func earliest(_ one: Day?, _ other: Day?) -> Day? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }

    private static func start(of record: Record) -> Day {
        record.period.from ?? record.period.attested ?? Day(number: Int.min / 2)
    }

    /// Each version ends where the next begins, at the latest; versions are numbered from 1.
    private static func settled(_ records: [Record]) -> [Record] {
        records.enumerated().map { position, record in
            guard position + 1 < records.count, let next = records[position + 1].period.from else {
                return record.with(version: position + 1)
            }
            let until = record.period.until.map { min($0, next) } ?? next
            return record.with(
                version: position + 1,
                period: Period(trusting: record.period.from, until: until, attested: record.period.attested))
        }
    }
}
