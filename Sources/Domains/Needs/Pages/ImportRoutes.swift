import Doors
import Kernel
import Records
import Store
import Web

/// The ways in to imports, over HTTP: a file is sent, read and shown; then taken, or left.
enum ImportRoutes {
    static let all: [Route] = [
        Route(.get, "/imports", needs: .seeNeeds, summary: "Imports of figures, and a form for the next.", imports),
        Route(
            .post, "/imports", needs: .changeNeeds, summary: "Read a file through a mapping, and stage it.",
            body: .upload, stage),
        Route(.get, "/imports/:number", needs: .seeNeeds, summary: "One import: what it came to.", one),
        Route(
            .get, "/imports/:number/remarks.csv", needs: .seeNeeds, summary: "Its rows to look at, as CSV.", remarks),
        Route(.post, "/imports/:number/take", needs: .changeNeeds, summary: "Take what an import staged.", take),
        Route(.post, "/imports/:number/leave", needs: .changeNeeds, summary: "Leave what an import staged.", leave),
        Route(.get, "/imports/mappings/:mapping", needs: .seeNeeds, summary: "One mapping, in its words.", mapping),
    ]

    static let shownMax = 100

    private static func page(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let mayChange = request.caller.may(.changeNeeds, under: house.policy)
        let (imports, mappings) = try await house.store.read { tx in
            (try tx.stagedImports(shownMax).filter { mayChange || $0.takenAt != nil }, try tx.mappingTitles())
        }
        return ImportsPage(
            imports: imports, mappings: mappings, mayChange: mayChange, problems: problems, request: request
        ).page
    }

    @Sendable private static func imports(_ request: Request, _ house: House) async throws -> Reply {
        .page(try await page(request, house))
    }

    @Sendable private static func stage(_ request: Request, _ house: House) async throws -> Reply {
        var problems: [Problem] = []
        let upload = request.uploads.first { $0.field == "file" }
        if upload == nil { problems.append(Problem("file", "Choose a file")) }
        let mapping = request.form.text("mapping")
        if mapping == nil { problems.append(Problem("mapping", "Say what the file is")) }
        guard let upload, let mapping, problems.isEmpty else {
            return .page(try await page(request, house, problems: problems))
        }
        do {
            let file = FigureFile(upload.content, named: upload.filename)
            let staged = try await StageImport(file, mapping: mapping, settings: house.configuration)
                .perform(by: request.caller, at: request.now, in: house.store)
            return .see("/imports/\(staged.number)")
        } catch let refusal as Refusal {
            guard case .invalid(let found) = refusal else { throw refusal }
            let problems = found.map { Problem($0.field == "mapping" ? "mapping" : "file", $0.message) }
            return .page(try await page(request, house, problems: problems))
        }
    }

    private static func number(_ request: Request) throws(Refusal) -> Int {
        guard let number = request.parameters["number"].flatMap({ Int($0) }), (1...1_000_000_000).contains(number)
        else { throw .notFound }
        return number
    }

    private static func found(_ request: Request, _ house: House) async throws -> (StagedImport, [StagedImport.Line]) {
        let number = try number(request), mayChange = request.caller.may(.changeNeeds, under: house.policy)
        return try await house.store.read { tx in
            guard let staged = try tx.stagedImport(number), mayChange || staged.takenAt != nil else {
                throw Refusal.notFound
            }
            // Remarks say figures, those that are withheld from most among them (NE-17).
            return (staged, mayChange ? try tx.importLines(number) : [])
        }
    }

    @Sendable private static func one(_ request: Request, _ house: House) async throws -> Reply {
        let (staged, lines) = try await found(request, house)
        let mayChange = request.caller.may(.changeNeeds, under: house.policy)
        return .page(ImportPage(staged: staged, lines: lines, mayChange: mayChange, request: request).page)
    }

    @Sendable private static func remarks(_ request: Request, _ house: House) async throws -> Reply {
        let (staged, lines) = try await found(request, house)
        let rows = lines.map { ["\(staged.file)", "\($0.line)", $0.heading, $0.outcome, $0.words, "\($0.times)"] }
        return .csv(
            csv(["file", "line", "column", "outcome", "what", "cells"], rows),
            filename: "import-\(staged.number)-remarks.csv")
    }

    @Sendable private static func take(_ request: Request, _ house: House) async throws -> Reply {
        let number = try number(request), (caller, now, today) = (request.caller, request.now, request.today)
        let digest = request.form.text("sha256")
        _ = try await house.store.write { tx in
            try TakeImport(number, digest: digest).perform(by: caller, at: now, on: today, in: tx)
        }
        return .see("/imports/\(number)")
    }

    @Sendable private static func leave(_ request: Request, _ house: House) async throws -> Reply {
        let number = try number(request), caller = request.caller
        try await house.store.write { tx in try LeaveImport(number).perform(by: caller, in: tx) }
        return .see("/imports")
    }

    @Sendable private static func mapping(_ request: Request, _ house: House) async throws -> Reply {
        let id = request.parameters["mapping"] ?? ""
        let (title, text) = try await house.store.read { tx in
            if let record = try tx.needsShelf.versions(of: id).last, record.kind.name == Mapping.kind.name {
                let mapping = Mapping(record)
                return ((name: mapping.name, about: record.text("about") ?? ""), mapping.layout)
            }
            guard let text = ShippedMappings.text(id) else { throw Refusal.notFound }
            return (ShippedMappings.title(text), text)
        }
        return .page(
            MappingPage(id: id, name: title.name, about: title.about, text: text, request: request).page)
    }
}

extension Transaction {
    /// Every mapping that is ready to use, with its name.
    func mappingTitles() throws -> [(id: String, name: String)] {
        try readyMappingIDs().map { id in
            if let text = ShippedMappings.text(id) { return (id, ShippedMappings.title(text).name) }
            return (id, try needsShelf.versions(of: id).last.map { Mapping($0).name } ?? id)
        }
    }
}
