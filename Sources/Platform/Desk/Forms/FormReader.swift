internal import Doors
internal import Kernel
internal import Records

/// Makes a draft of a record from a form, whatever was typed in it, and notes what cannot be read.
struct FormReader {
    let kind: Kind
    let form: Fields
    /// Tells which thing a text names; asked with the text and the field.
    let finder: SubjectFinder
    private(set) var draft: RecordDraft
    private(set) var problems: [Problem] = []

    init(_ kind: Kind, _ form: Fields, _ finder: SubjectFinder) {
        self.kind = kind
        self.form = form
        self.finder = finder
        draft = RecordDraft(kind)
    }

    /// Every field of the kind: one that is left empty is given as nothing.
    mutating func readFields() throws {
        for field in kind.fields { draft.give(field.name, try given(field)) }
    }

    /// Only the fields whose values would differ from a record's.
    mutating func readFields(otherThanIn held: Record) throws {
        for (field, value) in zip(kind.fields, held.values) {
            let given = try given(field)
            let said = try? field.value(of: given)
            if said != value { draft.give(field.name, given) }
        }
    }

    /// One line or some prose; left out when nothing was typed.
    mutating func readText(_ key: CommonKey) {
        if let text = form.text(key.rawValue) { draft.give(key.rawValue, .text(text)) }
    }

    /// On whose word it is: how the source gives it, the sources one on each line, and the note.
    mutating func readWord() {
        readText(.provenance)
        readSources()
        readText(.note)
    }

    mutating func readSources() {
        let lines = form.all(CommonKey.source.rawValue).flatMap(\.lines)
        if !lines.isEmpty { draft.give(CommonKey.source.rawValue, .list(lines)) }
    }

    /// The same, of a version that is put right: only what would differ. Its sources are added to those there.
    mutating func readWord(otherThanIn held: Record) {
        readWord()
        if form.text(CommonKey.note.rawValue) == nil, held.note != nil { draft.give(CommonKey.note.rawValue, .nothing) }
    }

    /// Only those ends of a period that would be moved.
    mutating func readDays(otherThanIn held: Period) {
        let ends = [
            (CommonKey.from, "From", held.from), (.until, "Until", held.until),
            (.asAt, "Known to have held on", held.attested),
        ]
        for (key, label, day) in ends {
            let count = problems.count
            let typed = self.day(key.rawValue, label: label)
            if typed != day, problems.count == count {
                draft.give(key.rawValue, typed.map { .text($0.description) } ?? .nothing)
            }
        }
    }

    @discardableResult
    mutating func readDay(_ key: CommonKey, label: String) -> Day? {
        let day = day(key.rawValue, label: label)
        if let day { draft.give(key.rawValue, .text(day.description)) }
        return day
    }

    /// A day that no key of the record holds, such as the one on which something is to end.
    mutating func day(_ name: String, label: String) -> Day? {
        do throws(Refusal) {
            return try form.day(name, label: label)
        } catch {
            if case .invalid(let more) = error { problems += more }
            return nil
        }
    }

    mutating func note(_ problem: Problem) { problems.append(problem) }

    /// What was wrong with what was typed comes first; what follows from it about the same field says less.
    func adding(_ more: [Problem]) -> [Problem] {
        problems + more.filter { new in !problems.contains { $0.field == new.field } }
    }

    private mutating func given(_ field: Field) throws -> Given {
        switch field.type {
        case .day: return day(field.name, label: field.label).map { .text($0.description) } ?? .nothing
        case .choices:
            let words = form.all(field.name).filter { !$0.isEmpty }
            return words.isEmpty ? .nothing : .list(words)
        case .reference(let kinds):
            guard let text = form.text(field.name) else { return .nothing }
            return .text(try identifier(text, of: kinds, for: field))
        case .references(let kinds, let max):
            let lines = form.all(field.name).flatMap(\.lines)
            guard lines.count <= max else { return .list(lines) }
            return lines.isEmpty ? .nothing : .list(try lines.map { try identifier($0, of: kinds, for: field) })
        default: return form.text(field.name).map { _ in .text(form.first(field.name) ?? "") } ?? .nothing
        }
    }

    /// The identifier that a text is, or that the thing it names has. The text itself, with a problem noted, when it is
    /// neither.
    private mutating func identifier(_ text: String, of kinds: [String], for field: Field) throws -> String {
        switch try finder.find(text, of: kinds) {
        case .found(let id): return id
        case .unclear(let words):
            note(Problem(field.name, words))
            return text
        }
    }
}

extension String {
    /// Its lines without the space around them, leaving out those with nothing on them.
    var lines: [String] {
        split(whereSeparator: \.isNewline).map { line in
            var rest = line
            while rest.first?.isWhitespace == true { rest.removeFirst() }
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return String(rest)
        }.filter { !$0.isEmpty }
    }
}
