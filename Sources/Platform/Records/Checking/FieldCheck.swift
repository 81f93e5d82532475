internal import Kernel

extension Field {
    /// What a value of this field must be, to say after "Give".
    public var wanted: String { type.wanted }

    /// - Throws: what is wrong with what was given. Whether a referenced record exists is asked elsewhere.
    public func value(of given: Given) throws(Flaw) -> Value {
        switch given {
        case .nothing: .none
        case .misshapen(let shape): throw Flaw(name, "\(name) is \(shape)", mend: "Give \(wanted)")
        case .text(let text): try value(of: text)
        case .list(let items): try value(of: items)
        }
    }

    private func value(of text: String) throws(Flaw) -> Value {
        let trimmed = TextCheck.trimmed(text)
        guard !trimmed.isEmpty else { return .none }
        switch type {
        case .text(let max):
            return .text(try TextCheck.line(String(trimmed), atMost: max, for: name))
        case .prose(let max):
            return .text(try TextCheck.prose(text, atMost: max, for: name))
        case .integer(let range):
            guard let number = TextCheck.integer(trimmed) else {
                throw Flaw(name, "\(trimmed.shown) is not a whole number", mend: "Give \(wanted)")
            }
            guard range.contains(number) else {
                throw Flaw(
                    name, "\(number) is not from \(range.lowerBound) to \(range.upperBound)", mend: "Give \(wanted)")
            }
            return .integer(number)
        case .flag:
            guard let flag = TextCheck.flags[String(trimmed)] else {
                throw Flaw(name, "\(trimmed.shown) is neither true nor false", mend: "Give \(wanted)")
            }
            return .flag(flag)
        case .day:
            return .day(try TextCheck.day(trimmed, for: name))
        case .choice(let choices):
            return .text(try word(String(trimmed), of: choices))
        case .reference:
            return .text(try TextCheck.identifier(String(trimmed), for: name))
        case .references, .choices:
            throw Flaw(
                name, "\(name) is one value where a list should stand",
                mend: "Give \(wanted), on a line of its own after a hyphen")
        }
    }

    private func value(of items: [String]) throws(Flaw) -> Value {
        var taken: [String] = []
        for item in items {
            let text = String(TextCheck.trimmed(item))
            switch type {
            case .references: taken.append(try TextCheck.identifier(text, for: name))
            case .choices(let choices): taken.append(try word(text, of: choices))
            default: throw Flaw(name, "\(name) is a list where one value should stand", mend: "Give \(wanted)")
            }
        }
        if case .references(_, let max) = type, taken.count > max {
            throw Flaw(name, "\(name) has \(taken.count) identifiers; \(max) is the most", mend: "Give at most \(max)")
        }
        var seen: Set<String> = []
        if let twice = taken.first(where: { !seen.insert($0).inserted }) {
            throw Flaw(name, "\(twice) is given twice in \(name)", mend: "Keep one of them")
        }
        return taken.isEmpty ? .none : .list(taken)
    }

    private func word(_ text: String, of choices: [Choice]) throws(Flaw) -> String {
        if choices.contains(where: { $0.value == text }) { return text }
        let words = choices.map(\.value)
        let mend =
            Nearest.word(to: text, among: words).map { "Write \($0)" } ?? "Give one of \(words.joined(separator: ", "))"
        throw Flaw(name, "\(text.shown) is not a word \(name) may be", mend: mend)
    }
}

extension FieldType {
    var wanted: String {
        switch self {
        case .text(let max): "one line of at most \(max) characters"
        case .prose(let max): "text of at most \(max) characters"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .day: "a day such as 2009-12-31"
        case .choice(let choices): "one of \(choices.map(\.value).joined(separator: ", "))"
        case .reference(let kinds): "the identifier of \(Nearest.article(kinds))"
        case .references(let kinds, let max):
            "a list of at most \(max), each the identifier of \(Nearest.article(kinds))"
        case .choices(let choices): "a list of \(choices.map(\.value).joined(separator: ", "))"
        }
    }
}
