import Kernel
import Records

/// The fields of a measure as text, and back.
enum MeasureFields {
    static func texts(_ record: Record) -> [String: String] {
        var texts: [String: String] = [:]
        for (field, value) in zip(record.kind.fields, record.values) {
            switch value {
            case .text(let text): texts[field.name] = text
            case .integer(let number): texts[field.name] = String(number)
            default: break
            }
        }
        return texts
    }

    /// - Returns: the values in the order of the kind's fields. What cannot be one is left out.
    static func values(_ texts: [String: String]) -> [Value] {
        Measure.kind.fields.map { field in
            guard let text = texts[field.name] else { return .none }
            switch field.type {
            case .integer(let range):
                guard let number = Int(text), range.contains(number) else { return .none }
                return .integer(number)
            case .choice(let choices): return choices.contains { $0.value == text } ? .text(text) : .none
            case .reference: return IDText.isWellFormed(text) ? .text(text) : .none
            case .text(let most): return short(line(text), most)
            case .prose(let most): return short(prose(text), most)
            default: return .none
            }
        }
    }

    /// What the values say, as they would be held.
    static func held(_ texts: [String: String]) -> [String: String] {
        let record = Record(Measure.kind, id: "measure", period: .always, values: values(texts))
        return self.texts(record)
    }

    private static func short(_ text: String, _ most: Int) -> Value {
        if text.isEmpty { return .none }
        return .text(text.unicodeScalars.count <= most ? text : String(text.prefix(most - 1)) + "…")
    }

    /// One line, with single spaces.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Paragraphs, each one line, an empty line between.
    private static func prose(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { line(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }
}
