internal import Doors
internal import Kernel
internal import Records

extension Fields {
    /// A record's fields as a form has them, before anybody has typed.
    init(_ record: Record) {
        self.init()
        for (field, value) in zip(record.kind.fields, record.values) { fill(field.name, value) }
    }

    /// A record's fields, with its period and its word, to be put right. Not its sources: those of a correction are
    /// added to them.
    init(putRight record: Record) {
        self.init(record)
        fill(CommonKey.from.rawValue, record.period.from)
        fill(CommonKey.until.rawValue, record.period.until)
        fill(CommonKey.asAt.rawValue, record.period.attested)
        append(CommonKey.provenance.rawValue, record.provenance.rawValue)
        if let note = record.note { append(CommonKey.note.rawValue, note) }
    }

    mutating func fill(_ name: String, _ value: Records.Value) {
        switch value {
        case .none, .withheld: break
        case .text(let text): append(name, text)
        case .integer(let number): append(name, String(number))
        case .flag(let flag): append(name, flag ? "true" : "false")
        case .day(let day): fill(name, day)
        case .list(let list): for item in list { append(name, item) }
        }
    }

    mutating func fill(_ name: String, _ day: Day?) {
        guard let day else { return }
        append(name + "-day", String(day.day))
        append(name + "-month", String(day.month))
        append(name + "-year", String(day.year))
    }

    /// What an address fills in beforehand: the fields of a kind, as `?post=director` or `?from=2009-12-31`.
    func prefill(of kind: Kind) -> Fields {
        var filled = Fields()
        let names = kind.fields.map(\.name) + [CommonKey.id, .from, .until, .source].map(\.rawValue)
        for name in names where name != "on" {
            for pair in pairs
            where pair.name == name || ["-day", "-month", "-year"].contains(where: { pair.name == name + $0 }) {
                filled.append(pair.name, pair.value)
            }
        }
        return filled
    }
}
