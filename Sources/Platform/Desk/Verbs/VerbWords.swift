internal import Doors
internal import Kernel
internal import Records

/// What the words after a verb say: which kind, and which of its records.
struct VerbWords {
    let desk: Desk
    let verb: String
    let words: [String]

    /// - Parameter count: how many words the verb takes.
    init(_ desk: Desk, _ verb: String, _ words: [String], _ count: Int) throws(Refusal) {
        guard words.count == count else {
            let taken = count == 0 ? "no words" : Sentence.count(count, "word", "words")
            throw .invalid([Problem("words", "\(verb) takes \(taken), and was given \(words.count)")])
        }
        (self.desk, self.verb, self.words) = (desk, verb, words)
    }

    /// The kind that the first word names, by its name or its plural.
    func kind() throws(Refusal) -> Kind {
        if let kind = desk.registry.kind(named: words[0]) ?? desk.registry.kind(plural: words[0]) { return kind }
        throw .invalid([Problem("KIND", "There is no kind of record called \(words[0]). `thinkchild kinds` lists them")]
        )
    }

    /// The identifier that the second word is.
    func id() throws(Refusal) -> String {
        guard IDText.isWellFormed(words[1]) else {
            throw .invalid([
                Problem("ID", "\(words[1]) is not an identifier: 1 to \(IDText.lengthMax) of a-z, 0-9 and -")
            ])
        }
        return words[1]
    }
}

extension Options {
    /// The day an option names. Nil when it was not given.
    func day(_ name: String) throws(Refusal) -> Day? {
        guard let text = value(name) else { return nil }
        guard let day = Day(typed: text) else {
            throw .invalid([Problem(name, "--\(name) must be a day, such as 2009-12-31")])
        }
        return day
    }

    /// A whole number that an option gives.
    func number(_ name: String) throws(Refusal) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .invalid([Problem(name, "--\(name) must be a whole number from 1")])
        }
        return number
    }

    /// What `--set field=value` and the options of the common keys give. A list is given by several `--set`, or with
    /// commas.
    func draft(of kind: Kind, keys: [CommonKey]) throws(Refusal) -> RecordDraft {
        var draft = RecordDraft(kind), lists: [String: [String]] = [:]
        for setting in all("set") {
            guard let equals = setting.firstIndex(of: "="), equals > setting.startIndex else {
                throw .invalid([
                    Problem(
                        "set",
                        "--set \(setting) must be a field, an equals sign and a value, such as --set name=Director")
                ])
            }
            let name = String(setting[..<equals]), value = String(setting[setting.index(after: equals)...])
            if kind.fields.first(where: { $0.name == name })?.holdsList == true {
                lists[name, default: []] += value.split(separator: ",").map(String.init)
                draft.give(name, lists[name, default: []].isEmpty ? .nothing : .list(lists[name, default: []]))
            } else {
                draft.give(name, value.isEmpty ? .nothing : .text(value))
            }
        }
        for key in keys where has(key.rawValue) {
            switch key {
            case .source: draft.give(key.rawValue, .list(all(key.rawValue)))
            case .from, .until, .asAt:
                draft.give(key.rawValue, try day(key.rawValue).map { .text($0.description) } ?? .nothing)
            default: draft.give(key.rawValue, value(key.rawValue).map(Given.text) ?? .nothing)
            }
        }
        return draft
    }
}

extension Field {
    var holdsList: Bool {
        switch type {
        case .references, .choices: true
        default: false
        }
    }
}

/// Columns of text, each as wide as its widest cell.
func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
        let cells = row.enumerated().map { index, cell in
            index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count + 2)
        }
        return cells.joined()
    }.joined(separator: "\n")
}
