import Foundation

/// `docs/format/arrangements.schema.json`: one file of a description, as a JSON Schema (draft 2020-12).
///
/// What a schema cannot say (that references lead somewhere, that periods fit) is said by the reader.
public enum FormatSchema {
    public static func json(_ registry: Registry) throws -> String {
        var properties: [String: Any] = [
            "builds-on": ["oneOf": [text, ["type": "array", "items": text]]],
            "change": list(of: operation(requiring: ["id", "from", "set"])),
            "end": list(of: operation(requiring: ["id", "until"])),
            "correct": list(of: operation(requiring: ["id", "because"])),
        ]
        for kind in registry.kinds {
            properties[kind.plural] = list(of: ["$ref": "#/$defs/\(kind.name)"])
            if ["state", "scenario"].contains(kind.name) { properties[kind.name] = ["$ref": "#/$defs/\(kind.name)"] }
        }
        let schema: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A file of arrangements", "type": "object", "additionalProperties": false,
            "properties": properties,
            "$defs": Dictionary(uniqueKeysWithValues: registry.kinds.map { ($0.name, definition($0)) }),
        ]
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try JSONSerialization.data(withJSONObject: schema, options: options), as: UTF8.self)
            + "\n"
    }

    private static var text: [String: Any] { ["type": "string"] }
    private static var day: [String: Any] { ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] }
    private static var identifier: [String: Any] { ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,79}$"] }
    private static var source: [String: Any] { ["oneOf": [text, list(of: text)]] }

    private static func list(of items: [String: Any]) -> [String: Any] { ["type": "array", "items": items] }

    private static func operation(requiring keys: [String]) -> [String: Any] {
        [
            "type": "object", "required": keys,
            "properties": [
                "id": identifier, "from": day, "until": day, "set": ["type": "object"], "version": ["type": "integer"],
                "because": text, "source": source, "note": text, "provenance": text, "as-at": text,
            ],
            "additionalProperties": false,
        ]
    }

    private static func definition(_ kind: Kind) -> [String: Any] {
        var properties: [String: Any] = [
            "id": identifier, "from": day, "until": day, "as-at": ["oneOf": [day, ["const": "unknown"]]],
            "source": source, "note": text,
            "provenance": ["enum": ["stated", "figure", "absence", "unclear", "concern", "proposed", "assumption"]],
        ]
        for field in kind.fields {
            properties[field.name] = shape(of: field).merging(["description": field.about]) { $1 }
        }
        var later = properties
        later["id"] = nil
        properties["then"] = list(of: [
            "type": "object", "properties": later, "required": ["from"], "additionalProperties": false,
        ])
        return [
            "type": "object", "description": kind.about, "properties": properties, "additionalProperties": false,
            "required": ["id"] + kind.fields.filter(\.isRequired).map(\.name),
        ]
    }

    private static func shape(of field: Field) -> [String: Any] {
        switch field.type {
        case .text(let max), .prose(let max): ["type": ["string", "number"], "maxLength": max]
        case .integer(let range): ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
        case .flag: ["type": "boolean"]
        case .day: day
        case .choice(let choices): ["enum": choices.map(\.value)]
        case .choices(let choices): list(of: ["enum": choices.map(\.value)])
        case .reference: identifier
        case .references(_, let max): list(of: identifier).merging(["maxItems": max]) { $1 }
        }
    }
}
