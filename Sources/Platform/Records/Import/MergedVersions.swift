internal import Kernel

/// What is held of one thing and what comes in about it, as one history.
///
/// Versions are matched by their start. What comes in replaces what a version says; what it does not mention stays:
/// an end, a later version, a source or a remark that it does not give is neither taken away nor reopened.
enum MergedVersions {
    /// - Precondition: both are of one thing and in order; `incoming` is not empty.
    static func of(_ incoming: [Record], over held: [Record]) -> [Record] {
        var merged = held
        for record in incoming {
            if let position = position(of: record, in: merged) {
                merged[position] = joined(record, over: merged[position])
            } else {
                merged.append(within(record, held))
            }
        }
        merged.sort { start(of: $0) < start(of: $1) }
        return settled(merged)
    }

    /// The version that an incoming one speaks of: the one with its start, or the one of which either knows the start.
    private static func position(of record: Record, in held: [Record]) -> Int? {
        if let same = held.firstIndex(where: { startsAlike($0, record) }) { return same }
        guard record.version == 1, let first = held.first else { return nil }
        guard let from = record.period.from else {
            // A later source has said since when what an earlier one only met; it is still the same version.
            guard let day = record.period.attested else { return 0 }
            return held.firstIndex { $0.period.holds(on: day) }
        }
        guard first.period.from == nil else { return nil }
        let known = first.period.attested ?? first.period.until ?? from
        return from <= known ? 0 : nil
    }

    private static func startsAlike(_ one: Record, _ other: Record) -> Bool {
        one.period.from == other.period.from
            && (one.period.from != nil || one.version == 1 || one.period.attested == other.period.attested)
    }

    private static func joined(_ incoming: Record, over held: Record) -> Record {
        let from = incoming.period.from ?? held.period.from
        // Beside a start, a day on which it was met says nothing unless it was given with it.
        let attested =
            incoming.period.from == held.period.from
            ? earliest(incoming.period.attested, held.period.attested)
            : incoming.period.from == nil ? held.period.attested : incoming.period.attested
        return incoming.with(
            period: Period(trusting: from, until: incoming.period.until ?? held.period.until, attested: attested),
            sources: held.sources.adding(incoming.sources), note: note(incoming.note, over: held.note))
    }

    /// An end or a later paper may have added lines to a note, and the note they were added to does not take them away.
    private static func note(_ incoming: String?, over held: String?) -> String? {
        guard let incoming else { return held }
        return held.map { $0.hasPrefix(incoming + "\n") } == true ? held : incoming
    }

    /// A version that starts within one that is held ends where that ended, unless it says otherwise.
    private static func within(_ record: Record, _ held: [Record]) -> Record {
        guard record.period.until == nil, let from = record.period.from,
            let around = held.last(where: { start(of: $0) < from }), let until = around.period.until, from < until
        else { return record }
        return record.with(period: Period(trusting: from, until: until, attested: record.period.attested))
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
