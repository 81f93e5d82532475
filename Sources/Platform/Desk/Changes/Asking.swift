internal import Doors
internal import Kernel
internal import Records
internal import Store
internal import Web

/// Makes the pages that ask about one kind's records, and the drafts of what is answered.
struct Asking: Sendable {
    let desk: Desk
    let kind: Kind
    let request: Request
    let house: House

    init(_ desk: Desk, _ kind: Kind, _ request: Request, _ house: House) {
        self.desk = desk
        self.kind = kind
        self.request = request
        self.house = house
    }

    private func read<Value: Sendable>(_ work: @escaping @Sendable (Drawer) throws -> Value) async throws -> Value {
        let (registry, day, reader) = (desk.registry, request.on, Reader(request, house))
        return try await house.store.read { tx in try work(Drawer(tx, registry, on: day, for: reader)) }
    }

    /// What was asked, with what is typed in it and what it may point at.
    private func form(_ drawer: Drawer, _ typed: Fields, _ problems: [Problem]) throws -> RecordForm {
        let typedIDs = kind.fields.filter { !$0.targets.isEmpty }.flatMap { typed.all($0.name) }
        return RecordForm(
            kind: kind, typed: typed, problems: problems, candidates: try drawer.candidates(of: kind),
            subjects: try drawer.subjects(Set(typedIDs)), search: request.link("/search"))
    }

    // MARK: A new record

    func newPage(_ typed: Fields, problems: [Problem] = []) async throws -> Page {
        let form = try await read { drawer in try self.form(drawer, typed, problems) }
        return AddPage(form: form, request: request).page
    }

    func newDraft() async throws -> (RecordDraft, [Problem]) {
        try await read { drawer -> (RecordDraft, [Problem]) in
            var reader = FormReader(kind, request.form, drawer.finder)
            try reader.readFields()
            reader.readText(.id)
            reader.readDay(.from, label: "From")
            reader.readDay(.asAt, label: "Known to have held on")
            reader.readDay(.until, label: "Until")
            reader.readWord()
            return (reader.draft, reader.problems)
        }
    }

    /// What a page about one record needs of it.
    private struct Shown: Sendable {
        let view: RecordView
        let form: RecordForm
        let seen: String
        let conflict: Conflict?
    }

    // MARK: A change from a day

    func dayPage(_ id: String, _ problems: [Problem]) async throws -> Page {
        let name = try await read { try $0.view(kind, id).name }
        let typed = request.method == .post ? request.form : request.query
        return ChangeDayPage(kind: kind, id: id, name: name, typed: typed, problems: problems, request: request).page
    }

    func changePage(_ id: String, from: Day, problems: [Problem] = [], isConflict: Bool = false) async throws -> Page {
        let shown = try await read { drawer -> Shown in
            let view = try drawer.view(kind, id)
            let last = view.versions[view.versions.count - 1]
            let typed = request.typed ?? Fields(last)
            return try self.shown(drawer, view, typed, problems, isConflict ? last : nil)
        }
        return ChangePage(
            form: shown.form, id: id, name: shown.view.name, from: from, seen: seen(now: shown.seen, isConflict),
            conflict: shown.conflict, request: request
        ).page
    }

    func changeDraft(_ id: String) async throws -> (RecordDraft, [Problem]) {
        try await read { drawer -> (RecordDraft, [Problem]) in
            let versions = try drawer.versions(kind, id)
            var reader = FormReader(kind, request.form, drawer.finder)
            try reader.readFields(otherThanIn: versions[versions.count - 1])
            if reader.readDay(.from, label: "From") == nil, reader.problems.isEmpty {
                reader.note(Problem(CommonKey.from.rawValue, "Enter the first day on which it is otherwise"))
            }
            reader.readWord()
            return (reader.draft, reader.problems)
        }
    }

    // MARK: A correction

    /// Asks which version is wrong, where there are several and none was named.
    func correctionPage(
        _ id: String, _ version: String?, problems: [Problem] = [], isConflict: Bool = false
    ) async throws -> Page {
        let shown = try await read { drawer -> Shown in
            let view = try drawer.view(kind, id)
            let record = view.versions.first { String($0.version) == version } ?? view.versions[0]
            let typed = request.typed ?? Fields(putRight: record)
            return try self.shown(drawer, view, typed, problems, isConflict ? record : nil, isPuttingRight: true)
        }
        let view = shown.view
        guard
            let record = view.versions.first(where: { String($0.version) == version })
                ?? (view.versions.count == 1 ? view.versions[0] : nil)
        else {
            let problem = Problem(CorrectPage.version, "Choose one of the versions there are")
            return CorrectVersionPage(view: view, problems: version == nil ? [] : [problem], request: request).page
        }
        return CorrectPage(
            form: shown.form, record: record, name: view.name, seen: seen(now: shown.seen, isConflict),
            conflict: shown.conflict, request: request
        ).page
    }

    func correctionDraft(_ id: String) async throws -> (RecordDraft, [Problem]) {
        try await read { drawer -> (RecordDraft, [Problem]) in
            let versions = try drawer.versions(kind, id)
            let version = request.form.text(CorrectPage.version)
            guard
                let held = versions.first(where: { String($0.version) == version })
                    ?? (version == nil ? versions.first : nil)
            else { throw Refusal.notFound }
            var reader = FormReader(kind, request.form, drawer.finder)
            try reader.readFields(otherThanIn: held)
            reader.readDays(otherThanIn: held.period)
            reader.readWord(otherThanIn: held)
            return (reader.draft, reader.problems)
        }
    }

    // MARK: An end

    func endingDraft() async throws -> (RecordDraft, [Problem]) {
        try await read { drawer -> (RecordDraft, [Problem]) in
            var reader = FormReader(kind, request.form, drawer.finder)
            reader.readDay(.until, label: "Until")
            reader.readSources()
            return (reader.draft, reader.problems)
        }
    }

    func endPage(_ id: String, problems: [Problem] = [], wasChanged: Bool = false) async throws -> Page {
        let (caller, policy) = (request.caller, house.policy)
        let (thing, changed, left) = try await read { drawer in
            let thing = try drawer.thing(kind, id)
            let left = try LeftStanding.records(on: drawer.shelf, without: id, of: kind, after: nil)
                .filter { caller.may($0.kind.seeing, under: policy) }
            let shown = left.prefix(EndPage.leftMax).map { record in
                Subject(kind: record.kind.name, id: record.id, name: drawer.shelf.name(of: record))
            }
            var changed: Changed?
            if wasChanged, let last = thing.versions.last {
                changed = Changed(
                    last, ValueWords(subjects: try drawer.subjects(in: [last], of: kind.positions)) { _ in "" })
            }
            return (thing, changed, (shown: shown, count: left.count))
        }
        return EndPage(
            kind: kind, id: id, name: thing.name, left: left.shown, leftCount: left.count,
            path: { [desk] in desk.path(of: $0) }, typed: request.typed ?? Fields(), problems: problems,
            seen: seen(now: thing.seen, wasChanged), changed: changed, request: request
        ).page
    }

    // MARK: Two at once

    /// What the reader has seen: on a form sent back for its problems what they saw when they opened it, so that a
    /// change made since is still noticed; once they have been shown the other's change, what it is now.
    private func seen(now: String, _ wasShown: Bool) -> String {
        wasShown ? now : request.typed?.text(RecordForm.seen) ?? now
    }

    private func shown(
        _ drawer: Drawer, _ view: RecordView, _ typed: Fields, _ problems: [Problem], _ held: Record?,
        isPuttingRight: Bool = false
    ) throws -> Shown {
        Shown(
            view: view, form: try form(drawer, typed, problems), seen: Seen.mark(of: view.versions),
            conflict: try held.map { try conflict(drawer, with: $0, isPuttingRight) })
    }

    /// - Parameter isPuttingRight: Whether what stands beside the fields is put right too: since when, on whose word.
    private func conflict(_ drawer: Drawer, with held: Record, _ isPuttingRight: Bool) throws -> Conflict {
        var reader = FormReader(kind, request.form, drawer.finder)
        try reader.readFields()
        var differing: [(field: Field, now: Value, typed: Value)] = []
        for (field, now) in zip(kind.fields, held.values) {
            let given = reader.draft[field.name] ?? .nothing
            let typed = (try? field.value(of: given)) ?? Value.none
            if typed != now { differing.append((field, now, typed)) }
        }
        let ids = differing.flatMap { $0.now.references(of: $0.field) + $0.typed.references(of: $0.field) }
        let words = ValueWords(subjects: try drawer.subjects(Set(ids))) { _ in "" }
        return Conflict(
            rows: differing.map { row in
                Conflict.Row(
                    label: row.field.label, now: words.text(row.now, of: row.field),
                    typed: words.text(row.typed, of: row.field))
            } + (isPuttingRight ? besideFields(of: held, drawer) : []))
    }

    private func besideFields(of held: Record, _ drawer: Drawer) -> [Conflict.Row] {
        var reader = FormReader(kind, request.form, drawer.finder)
        let days = [
            ("From", reader.day(CommonKey.from.rawValue, label: "From"), held.period.from),
            ("Until", reader.day(CommonKey.until.rawValue, label: "Until"), held.period.until),
            ("Known to have held on", reader.day(CommonKey.asAt.rawValue, label: "As at"), held.period.attested),
        ]
        let words = [
            ("Provenance", request.form.text(CommonKey.provenance.rawValue) ?? "", held.provenance.rawValue),
            ("Note", request.form.text(CommonKey.note.rawValue) ?? "", held.note ?? ""),
        ]
        let all = days.map { ($0.0, $0.1?.long ?? "", $0.2?.long ?? "") } + words
        return all.filter { $0.1 != $0.2 }.map { Conflict.Row(label: $0.0, now: $0.2, typed: $0.1) }
    }
}
