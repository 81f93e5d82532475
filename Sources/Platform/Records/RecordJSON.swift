internal import Foundation
public import Kernel

/// Records as JSON, with the keys of the files: what facts keep and programs are sent. The same records give the same
/// bytes.
///
///     {"kind":"post","id":"director","versions":[{"version":1,"name":"Director","from":"2006-12-07"}]}
public enum RecordJSON {
    /// One thing, all its versions. What a version does not say is left out.
    ///
    /// - Precondition: `versions` is not empty, and all are of one thing.
    public static func text(of versions: [Record]) -> String {
        var json = JSONText()
        json.put("{\"kind\":")
        json.string(versions[0].kind.name)
        json.put(",\"id\":")
        json.string(versions[0].id)
        json.put(",\"versions\":[")
        for (position, record) in versions.enumerated() {
            if position > 0 { json.put(",") }
            json.version(record)
        }
        json.put("]}")
        return json.text
    }

    /// Reads what `text(of:)` wrote, by whichever version of the service: keys that a kind no longer has are passed
    /// over, and so are values that its fields could no longer hold.
    ///
    /// - Returns: nil when it is not a thing of a kind that is known.
    public static func versions(in text: String, registry: Registry) -> [Record]? {
        guard let thing = try? JSONValue(reading: text),
            let kind = thing["kind"]?.string.flatMap(registry.kind(named:)),
            let id = thing["id"]?.string, case .array(let versions)? = thing["versions"]
        else { return nil }
        let records = versions.map { record($0, kind, id) }
        return records.isEmpty ? nil : records
    }

    private static func record(_ version: JSONValue, _ kind: Kind, _ id: String) -> Record {
        var seals: [Int: [UInt8]] = [:]
        let values = kind.fields.enumerated().map { position, field in
            if let sealed = version[field.name]?["sealed"]?.string, let data = Data(base64Encoded: sealed) {
                seals[position] = Array(data)
                return Value.withheld(.sealed)
            }
            return version[field.name].flatMap { try? field.value(of: $0.given) } ?? Value.none
        }
        func day(_ key: CommonKey) -> Day? { version[key.rawValue]?.string.flatMap { Day($0) } }
        return Record(
            kind, id: id, version: version["version"]?.integer ?? 1,
            period: Period(trusting: day(.from), until: day(.until), attested: day(.asAt)),
            provenance: version["provenance"]?.string.flatMap(Provenance.init(rawValue:)) ?? .stated,
            sources: (version["source"]?.strings ?? []).compactMap { Citation(reading: $0) },
            note: version["note"]?.string, values: values, place: nil, seals: seals)
    }
}

extension RecordDraft {
    /// What a JSON object gives for a new record, key by key as in a file; numbers and answers may stand without
    /// quotes.
    ///
    /// - Throws: `Refusal.invalid` when the text is not a JSON object.
    public init(_ kind: Kind, readingJSON text: String) throws(Refusal) {
        self.init(kind)
        try JSONKeys.mustBeDistinct(in: Array(text.utf8))
        guard let value = try? JSONValue(reading: text), case .object(let pairs) = value else {
            throw .invalid([
                Problem(
                    "", "The body is not a JSON object. Send an object with the keys of \(Nearest.article(kind.noun))")
            ])
        }
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) { give(key, value.given) }
    }
}

extension JSONText {
    fileprivate mutating func version(_ record: Record) {
        put("{\"version\":\(record.version)")
        for (position, field) in record.kind.fields.enumerated() {
            if let sealed = record.seals[position] {
                seal(field.name, sealed)
            } else {
                pair(field.name, record.values[position])
            }
        }
        pair(CommonKey.from.rawValue, record.period.from.map(Value.day) ?? .none)
        pair(CommonKey.until.rawValue, record.period.until.map(Value.day) ?? .none)
        pair(CommonKey.asAt.rawValue, record.period.attested.map(Value.day) ?? .none)
        pair(CommonKey.provenance.rawValue, .text(record.provenance.rawValue))
        pair(CommonKey.source.rawValue, record.sources.isEmpty ? .none : .list(record.sources.map(\.description)))
        pair(CommonKey.note.rawValue, record.note.map(Value.text) ?? .none)
        put("}")
    }

    private mutating func pair(_ key: String, _ value: Value) {
        if case .none = value { return }
        if case .withheld = value { return }
        put(",")
        string(key)
        put(":")
        self.value(value)
    }

    private mutating func seal(_ key: String, _ bytes: [UInt8]) {
        put(",")
        string(key)
        put(":{\"sealed\":")
        string(Data(bytes).base64EncodedString())
        put("}")
    }

    /// A value by itself.
    mutating func value(_ value: Value) {
        switch value {
        case .none, .withheld: put("null")
        case .text(let text): string(text)
        case .integer(let number): put(String(number))
        case .flag(let flag): put(flag ? "true" : "false")
        case .day(let day): string(day.description)
        case .list(let words):
            put("[")
            for (position, word) in words.enumerated() {
                if position > 0 { put(",") }
                string(word)
            }
            put("]")
        }
    }
}
