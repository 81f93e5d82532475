internal import Kernel

extension ImportPlan {
    /// A line a thing and under it a line for each difference, then how many of each: what a dry run prints.
    public func text(linesMax: Int = 400) -> String {
        var lines: [String] = [], told = 0
        for step in steps where lines.count < linesMax {
            lines.append(
                "\(step.what.rawValue.padded(to: 8)) \(step.subject.kind) \(step.subject.id): \(step.subject.name)")
            lines += step.differences.map { "         " + $0 }
            told += 1
        }
        if told < steps.count { lines.append("… and \(steps.count - told) more") }
        lines.append(summary)
        return lines.joined(separator: "\n")
    }

    /// `12 added, 1 changed, 0 ended, 340 unchanged`
    public var summary: String {
        let counts = Step.What.allCases.map { "\(count(of: $0)) \($0.rawValue)" }
        return (counts + ["\(unchanged) unchanged"]).joined(separator: ", ")
    }
}

extension ImportPlan.Step {
    /// What would be different from what is held, a line each: `version 2: name: Old → New`. None for what is new.
    public var differences: [String] {
        guard !held.isEmpty else { return [] }
        return versions.enumerated().flatMap { position, record -> [String] in
            let label = versions.count > 1 ? "version \(record.version): " : ""
            guard let before = counterpart(of: record) else { return [added(record, at: position)] }
            return differences(of: record, from: before).map { label + $0 }
        } + (left.isEmpty ? [] : ["still pointing at it: \(LeftStanding.words(left))"])
    }

    /// The version that is held of the same start, or the first where its start becomes known.
    private func counterpart(of record: Record) -> Record? {
        if let same = held.first(where: { $0.period.from == record.period.from }) { return same }
        guard record.version == 1, let first = held.first,
            !versions.contains(where: { $0.period.from == first.period.from })
        else { return nil }
        return first
    }

    private func added(_ record: Record, at position: Int) -> String {
        let since = record.period.from.map { "from \($0)" } ?? record.period.attested.map { "as at \($0)" } ?? ""
        let said = position > 0 ? fields(of: record, from: versions[position - 1]) : []
        let what = said.isEmpty ? "" : ": " + said.joined(separator: "; ")
        return "version \(record.version) added, \(since)\(what)"
    }

    private func differences(of record: Record, from before: Record) -> [String] {
        var lines = fields(of: record, from: before)
        func day(_ key: String, _ old: Day?, _ new: Day?) {
            if old != new {
                lines.append("\(key): \(old?.description ?? "nothing") → \(new?.description ?? "nothing")")
            }
        }
        day("from", before.period.from, record.period.from)
        day("as-at", before.period.attested, record.period.attested)
        if before.period.until == nil, let until = record.period.until, record.version == versions.count {
            lines.append("ended from \(until)")
        } else {
            day("until", before.period.until, record.period.until)
        }
        if before.provenance != record.provenance {
            lines.append("provenance: \(before.provenance.rawValue) → \(record.provenance.rawValue)")
        }
        let sources = record.sources.filter { !before.sources.contains($0) }.map(\.description)
        if !sources.isEmpty { lines.append("source added: \(sources.joined(separator: ", "))") }
        if before.note != record.note { lines.append(noteLine(before.note, record.note)) }
        return lines
    }

    private func noteLine(_ old: String?, _ new: String?) -> String {
        if let old, let new, new.hasPrefix(old + "\n") { return "note added: \(new.dropFirst(old.count + 1).shown)" }
        return "note: \(old?.shown ?? "nothing") → \(new?.shown ?? "nothing")"
    }

    private func fields(of record: Record, from before: Record) -> [String] {
        zip(record.kind.fields, zip(before.values, record.values)).compactMap { field, values in
            if values.0 == values.1 { return nil }
            // A dry run is printed for whoever brings a file, and its result is kept by nobody who was asked why.
            if field.sealing != nil { return "\(field.name): otherwise, and sealed" }
            return "\(field.name): \(values.0.shown) → \(values.1.shown)"
        }
    }
}

extension Value {
    /// Short enough for a line of a dry run.
    fileprivate var shown: String {
        switch self {
        case .none: "nothing"
        case .withheld: "something sealed"
        case .text(let text): text.replacing("\n", with: " ").shown
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        case .list(let list): list.joined(separator: ", ").shown
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
