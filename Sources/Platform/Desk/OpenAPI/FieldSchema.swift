internal import Kernel
internal import Records

/// What a field's value looks like in JSON, as a JSON Schema (draft 2020-12).
enum FieldSchema {
    static let identifier: JSONTree = [
        "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": .integer(IDText.lengthMax),
    ]
    static let day: JSONTree = ["type": "string", "format": "date", "examples": ["2009-12-31"]]

    /// As it is sent back: always there when the record says it.
    static func of(_ field: Field) -> JSONTree { described(schema(of: field.type), field.about) }

    /// As it may be sent: one that need not be there may be taken away with null.
    static func sent(_ field: Field) -> JSONTree {
        let schema = schema(of: field.type)
        guard field.isRequired else { return described(nullable(schema), field.about) }
        if case .text = field.type { return described(saying(schema), field.about) }
        if case .prose = field.type { return described(saying(schema), field.about) }
        return described(schema, field.about)
    }

    /// That there must be something to read in it.
    private static func saying(_ schema: JSONTree) -> JSONTree {
        guard case .object(let pairs) = schema else { return schema }
        return .object(pairs + [("pattern", #"\S"#)])
    }

    static func described(_ schema: JSONTree, _ words: String) -> JSONTree {
        guard case .object(let pairs) = schema else { return schema }
        return .object([("description", .text(words))] + pairs)
    }

    static func nullable(_ schema: JSONTree) -> JSONTree {
        guard case .object(let pairs) = schema else { return schema }
        return .object(
            pairs.map { key, value in
                switch (key, value) {
                case ("type", .text(let type)): (key, [.text(type), "null"])
                case ("enum", .list(let words)): (key, .list(words + [.null]))
                default: (key, value)
                }
            })
    }

    private static func schema(of type: FieldType) -> JSONTree {
        switch type {
        case .text(let max), .prose(let max): ["type": "string", "maxLength": .integer(max)]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .day: day
        case .choice(let choices): word(choices)
        case .reference: identifier
        case .references(_, let max):
            ["type": "array", "items": identifier, "maxItems": .integer(max), "uniqueItems": true]
        case .choices(let choices): ["type": "array", "items": word(choices), "uniqueItems": true]
        }
    }

    private static func word(_ choices: [Records.Choice]) -> JSONTree {
        ["type": "string", "enum": .list(choices.map { .text($0.value) })]
    }
}
