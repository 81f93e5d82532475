internal import Kernel
public import YAML

/// Records as entries of a file: what an export writes, and an import reads back to the same records.
public enum RecordNode {
    /// One thing: its first version, and the later ones under `then`, each with what changed.
    ///
    /// - Precondition: `versions` is not empty, and in order.
    public static func entry(of versions: [Record]) -> YAMLNode {
        let first = versions[0]
        var pairs = [YAMLPair("id", .word(first.id))]
        for (field, value) in zip(first.kind.fields, first.values) {
            if let node = node(of: value, as: field) { pairs.append(YAMLPair(field.name, node)) }
        }
        pairs += period(of: first, isLast: versions.count == 1, isFirst: true)
        pairs += authority(of: first)
        let later = zip(versions.dropFirst(), versions).enumerated().map { number, pair in
            YAMLNode.mapping(changes(to: pair.0, from: pair.1, isLast: number == versions.count - 2))
        }
        if !later.isEmpty { pairs.append(YAMLPair(CommonKey.then.rawValue, .list(later))) }
        return .mapping(pairs)
    }

    private static func changes(to record: Record, from earlier: Record, isLast: Bool) -> [YAMLPair] {
        var pairs = period(of: record, isLast: isLast, isFirst: false)
        for (position, field) in record.kind.fields.enumerated()
        where record.values[position] != earlier.values[position] {
            pairs.append(YAMLPair(field.name, node(of: record.values[position], as: field) ?? .word("")))
        }
        return pairs + authority(of: record)
    }

    /// Only the last version says when it ends, unless a gap follows: any other lasts until the next one's start.
    private static func period(of record: Record, isLast: Bool, isFirst: Bool) -> [YAMLPair] {
        var pairs: [YAMLPair] = []
        if let from = record.period.from { pairs.append(YAMLPair("from", .word(from.description))) }
        if isLast, let until = record.period.until { pairs.append(YAMLPair("until", .word(until.description))) }
        if let attested = record.period.attested {
            pairs.append(YAMLPair("as-at", .word(attested.description)))
        } else if record.period.from == nil, isFirst {
            pairs.append(YAMLPair("as-at", .word(Kind.unknownStart)))
        }
        return pairs
    }

    private static func authority(of record: Record) -> [YAMLPair] {
        var pairs: [YAMLPair] = []
        if record.provenance != .stated { pairs.append(YAMLPair("provenance", .word(record.provenance.rawValue))) }
        switch record.sources.count {
        case 0: break
        case 1: pairs.append(YAMLPair("source", .text(record.sources[0].description)))
        default: pairs.append(YAMLPair("source", .list(record.sources.map { .text($0.description) })))
        }
        if let note = record.note { pairs.append(YAMLPair("note", .text(note))) }
        return pairs
    }

    /// Nil when there is nothing to write.
    private static func node(of value: Value, as field: Field) -> YAMLNode? {
        switch value {
        case .none, .withheld: nil
        case .text(let text):
            switch field.type {
            case .choice, .reference: .word(text)
            default: .text(text)
            }
        case .integer(let number): .word(String(number))
        case .flag(let flag): .word(flag ? "true" : "false")
        case .day(let day): .word(day.description)
        case .list(let list): .list(list.map { .word($0) })
        }
    }
}
