internal import Doors
internal import Kernel
internal import Records
internal import Web

/// One thing: its versions, and how it stands on a day.
struct Thing: Sendable {
    let kind: Kind
    /// First to last; never empty.
    let versions: [Record]
    /// The version that held on the day, or the nearest.
    let shown: Record
    let name: String
    let standing: Standing
    /// Which state of the record this is, to be sent back with a change to it.
    let seen: String

    var json: String {
        var json = JSONWriter()
        json.thing(self)
        return json.string
    }
}

extension JSONWriter {
    /// A thing in full.
    mutating func thing(_ thing: Thing) {
        object { json in
            json.field("kind", thing.kind.name)
            json.field("id", thing.shown.id)
            json.field("name", thing.name)
            json.field("state", thing.standing.rawValue)
            json.field("shown", thing.shown.version)
            json.field("seen", thing.seen)
            json.key("versions")
            json.versions(thing.versions)
        }
    }

    /// A thing as a list has it: the version that held on the day, or the nearest.
    mutating func row(_ row: Listing.Row) {
        object { json in
            json.field("kind", row.record.kind.name)
            json.field("id", row.record.id)
            json.field("name", row.name)
            json.field("state", row.standing.rawValue)
            json.key("record")
            json.version(row.record)
        }
    }

    /// One version, with the keys of a file's entry, as `RecordJSON` has it. What it does not say is left out.
    mutating func version(_ record: Record) {
        object { json in
            json.field("version", record.version)
            for (field, value) in zip(record.kind.fields, record.values) { json.value(of: field.name, value) }
            json.value(of: CommonKey.from.rawValue, record.period.from.map(Value.day) ?? .none)
            json.value(of: CommonKey.until.rawValue, record.period.until.map(Value.day) ?? .none)
            json.value(of: CommonKey.asAt.rawValue, record.period.attested.map(Value.day) ?? .none)
            json.field(CommonKey.provenance.rawValue, record.provenance.rawValue)
            json.value(
                of: CommonKey.source.rawValue, record.sources.isEmpty ? .none : .list(record.sources.map(\.description))
            )
            if let note = record.note { json.field(CommonKey.note.rawValue, note) }
        }
    }

    private mutating func value(of key: String, _ value: Value) {
        switch value {
        case .none: break
        case .text(let text): field(key, text)
        case .integer(let number): field(key, number)
        case .flag(let flag): field(key, flag)
        case .day(let day): field(key, day.description)
        case .list(let list): array(key, list) { json, item in json.value(item) }
        }
    }

    mutating func versions(_ versions: [Record]) { array(versions) { json, record in json.version(record) } }

    mutating func history(_ history: RecordHistory) {
        object { json in
            json.array("entries", history.rows) { json, row in
                json.object { json in
                    json.field("number", row.entry.number)
                    json.field("at", Moment.iso(row.entry.at))
                    if let by = row.by { json.field("caller", by) }
                    json.field("name", row.entry.name)
                    json.field("sentence", row.entry.sentence)
                    json.field("because", row.entry.purpose)
                    json.array("changes", row.changes) { json, change in
                        json.object { json in
                            json.field("key", change.key)
                            json.field("before", change.old)
                            json.field("after", change.new)
                        }
                    }
                }
            }
            json.field("before", history.before)
        }
    }

    mutating func results(_ results: SearchResults) {
        object { json in
            json.array("items", results.groups.flatMap(\.subjects)) { json, subject in
                json.object { json in
                    json.field("kind", subject.kind)
                    json.field("id", subject.id)
                    json.field("name", subject.name)
                }
            }
            json.field("more", results.hasMore)
        }
    }
}
