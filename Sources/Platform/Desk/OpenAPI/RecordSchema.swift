internal import Kernel
internal import Records

/// The shapes in which the API takes and gives the records of one kind.
struct RecordSchema {
    let kind: Kind

    /// By name, as the document's components have them.
    var all: [(String, JSONTree)] {
        [
            (name("version"), version), (kind.name, thing), (name("row"), row), (name("list"), list),
            (name("new"), new),
            (name("change"), change), (name("correction"), correction), (name("known"), known),
        ]
    }

    func name(_ part: String) -> String { "\(kind.name).\(part)" }

    static func reference(_ name: String) -> JSONTree { ["$ref": .text("#/components/schemas/\(name)")] }
    private func own(_ part: String) -> JSONTree { Self.reference(name(part)) }

    static func object(
        _ properties: [(String, JSONTree)], required: [String], about: String? = nil, isOpen: Bool = false
    ) -> JSONTree {
        var pairs: [(String, JSONTree)] = about.map { [("description", .text($0))] } ?? []
        pairs.append(("type", "object"))
        pairs.append(("properties", .object(properties)))
        if !required.isEmpty { pairs.append(("required", .list(required.map(JSONTree.text)))) }
        if !isOpen { pairs.append(("additionalProperties", false)) }
        return .object(pairs)
    }

    // MARK: Given back

    private var version: JSONTree {
        let common: [(String, JSONTree)] = [
            ("version", ["type": "integer", "minimum": 1]), ("from", Self.from),
            ("until", Self.until),
            ("as-at", Self.asAt), ("provenance", Self.provenance), ("source", Self.source), ("note", Self.note),
        ]
        return Self.object(
            kind.fields.map { ($0.name, FieldSchema.of($0)) } + common,
            required: ["version", "provenance"] + kind.fields.filter(\.isRequired).map(\.name),
            about: kind.about)
    }

    private var thing: JSONTree {
        Self.object(
            head + [
                (
                    "shown",
                    FieldSchema.described(
                        ["type": "integer", "minimum": 1], "The version that held on the day, or the nearest.")
                ),
                (
                    "seen",
                    FieldSchema.described(
                        ["type": "string"], "Send it with a change, to be told when somebody else made one first.")
                ),
                ("versions", ["type": "array", "items": own("version"), "minItems": 1]),
            ],
            required: ["kind", "id", "name", "state", "shown", "seen", "versions"],
            about: "\(kind.title), with all its versions.")
    }

    private var row: JSONTree {
        Self.object(head + [("record", own("version"))], required: ["kind", "id", "name", "state", "record"])
    }

    private var head: [(String, JSONTree)] {
        [
            ("kind", ["const": .text(kind.name)]), ("id", FieldSchema.identifier), ("name", ["type": "string"]),
            ("state", ["type": "string", "enum": .list(Standing.allCases.map { .text($0.rawValue) })]),
        ]
    }

    private var list: JSONTree {
        Self.object(
            [
                ("on", FieldSchema.day),
                ("items", ["type": "array", "items": own("row"), "maxItems": .integer(RecordAPI.limitMax)]),
                (
                    "next",
                    FieldSchema.described(
                        ["type": ["string", "null"]], "What to give as after for the next part; null at the end.")
                ),
            ], required: ["on", "items", "next"])
    }

    private var known: JSONTree {
        Self.object(
            [
                ("at", ["type": "string", "format": "date-time"]),
                ("versions", ["type": "array", "items": own("version")]),
            ],
            required: ["at", "versions"])
    }

    // MARK: Sent

    private var new: JSONTree {
        Self.object(
            kind.fields.map { ($0.name, FieldSchema.sent($0)) }
                + [
                    ("id", FieldSchema.identifier), ("from", nullable(Self.from)), ("until", nullable(Self.until)),
                    ("as-at", Self.asAtSent),
                ]
                + word,
            required: kind.fields.filter(\.isRequired).map(\.name), about: kind.about)
    }

    private var change: JSONTree {
        Self.object(
            [("from", Self.from), ("set", set), ("seen", Self.seen)] + word, required: ["from"],
            about: "What is so from a day on; what it said until then is kept.")
    }

    private var correction: JSONTree {
        Self.object(
            [
                (
                    "version",
                    FieldSchema.described(
                        ["type": "integer", "minimum": 1], "Which version was never so; the first unless said.")
                ),
                ("set", set), ("from", nullable(Self.from)), ("until", nullable(Self.until)), ("as-at", Self.asAtSent),
                ("because", Self.because), ("seen", Self.seen),
            ] + word, required: ["because"], about: "What was never so, and why that is known now.")
    }

    private var set: JSONTree { Self.object(kind.fields.map { ($0.name, FieldSchema.sent($0)) }, required: []) }
    private var word: [(String, JSONTree)] {
        [("provenance", Self.provenance), ("source", Self.sourceSent), ("note", nullable(Self.note))]
    }
    private func nullable(_ schema: JSONTree) -> JSONTree { FieldSchema.nullable(schema) }
}

/// The keys that every record has, whatever its kind.
extension RecordSchema {
    static let from = FieldSchema.described(FieldSchema.day, "The first day on which it holds.")
    static let until = FieldSchema.described(FieldSchema.day, "The first day on which it no longer holds.")
    static let asAt = FieldSchema.described(
        FieldSchema.day, "A day on which a source says that it held, when its start is not known.")
    static let asAtSent: JSONTree = ["oneOf": [FieldSchema.day, ["const": .text(Kind.unknownStart)], ["type": "null"]]]
    static let provenance: JSONTree = [
        "description": "How the source gives it.", "type": "string",
        "enum": .list(Provenance.allCases.map { .text($0.rawValue) }),
    ]
    static let citation: JSONTree = [
        "description": "A document, a space and a paragraph.", "type": "string", "maxLength": 300,
        "examples": ["P10 3.1.6"],
    ]
    static let source: JSONTree = ["type": "array", "items": citation, "maxItems": 50]
    static let sourceSent: JSONTree = ["oneOf": [citation, source, ["type": "null"]]]
    static let note: JSONTree = ["type": "string", "maxLength": 4_000]
    static let because: JSONTree = [
        "description": "Why; kept in the history.", "type": "string", "minLength": 1, "maxLength": 1_000,
    ]
    static let seen: JSONTree = ["description": "The state of the record that this was made from.", "type": "string"]

    static let ending = object(
        [
            ("until", until), ("because", because), ("source", sourceSent), ("note", FieldSchema.nullable(note)),
            ("seen", seen),
        ], required: ["until"], about: "The first day on which it no longer holds, and why.")
}
