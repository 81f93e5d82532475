internal import Kernel
internal import Records
internal import Web

/// Says what a field holds: a choice by its label, a reference by its name.
struct ValueWords: Sendable {
    /// What is pointed at, by identifier. What is not here is said by its identifier.
    let subjects: [String: Subject]
    /// Where a thing's page is.
    let path: @Sendable (Subject) -> String

    func html(_ value: Value, of field: Field) -> HTML {
        switch (value, field.type) {
        case (.none, _): "<span class=\"tc-quiet\">Not said</span>"
        case (.withheld(let why), _): "<span class=\"tc-quiet\">\(why.words)</span>"
        case (.text(let text), .prose): prose(text)
        case (.text(let id), .reference): link(id)
        case (.list(let ids), .references): list(ids.map(link))
        case (.list(let words), .choices(let choices)): list(words.map { HTML(text: choices.label(of: $0)) })
        default: HTML(text: text(value, of: field))
        }
    }

    /// In one line, without links.
    func text(_ value: Value, of field: Field) -> String {
        switch (value, field.type) {
        case (.none, _): ""
        case (.withheld(let why), _): why.words
        case (.text(let word), .choice(let choices)): choices.label(of: word)
        case (.text(let id), .reference): name(id)
        case (.list(let ids), .references): ids.map(name).joined(separator: "; ")
        case (.list(let words), .choices(let choices)): words.map { choices.label(of: $0) }.joined(separator: "; ")
        case (.text(let text), _): text
        case (.integer(let number), _): String(number)
        case (.flag(let flag), _): flag ? "Yes" : "No"
        case (.day(let day), _): day.long
        case (.list(let words), _): words.joined(separator: "; ")
        }
    }

    func name(_ id: String) -> String { subjects[id]?.name ?? id }

    private func link(_ id: String) -> HTML {
        subjects[id].map { Link($0.name, path($0)).html } ?? HTML(text: id)
    }

    private func list(_ items: [HTML]) -> HTML {
        if items.count == 1 { return items[0] }
        let lines: [HTML] = items.map { "<li>\($0)</li>\n" }
        return "<ul class=\"govuk-list govuk-list--bullet\">\n\(lines)</ul>"
    }

    /// Paragraphs are told by an empty line; other line ends are kept.
    private func prose(_ text: String) -> HTML {
        let paragraphs = text.split(separator: "\n\n").map { paragraph -> HTML in
            let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map {
                HTML(text: String($0))
            }
            return "<p class=\"govuk-body\">\(HTML.joined(lines, by: "<br>\n"))</p>\n"
        }
        return HTML.joined(paragraphs)
    }
}

extension Value {
    /// The identifiers it points at, when its field is one that points.
    func references(of field: Field) -> [String] {
        guard !field.targets.isEmpty else { return [] }
        switch self {
        case .text(let id): return [id]
        case .list(let ids): return ids
        default: return []
        }
    }

    /// As a file has it: `2009-12-31`, `true`, a list with semicolons between.
    var plain: String {
        switch self {
        case .none: ""
        case .withheld(let why): why.words
        case .text(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        case .list(let list): list.joined(separator: "; ")
        }
    }
}

extension Kind {
    /// What a page calls many of them: `Terms of reference`.
    var pluralTitle: String { String(plural.prefix(1)).uppercased() + plural.dropFirst().map { $0 == "-" ? " " : $0 } }

    /// In a sentence: `a post`, `an organisation`.
    var article: String { Sentence.article(nounInSentence) }
    var nounInSentence: String { title.prefix(1).lowercased() + title.dropFirst() }
    var pluralInSentence: String { String(plural.map { $0 == "-" ? " " : $0 }) }
}

/// Small things that sentences are made of.
enum Sentence {
    static func article(_ noun: String) -> String {
        (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun
    }

    /// `1 record`, `3 records`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// `a, b or c`.
    static func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
