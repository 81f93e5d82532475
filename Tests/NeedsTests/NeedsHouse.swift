import App
import Cast
import Doors
import Files
import Foundation
import Kernel
import Ledger
import Records
import Settings
import Store

@_spi(Workflows) @testable import Needs

/// A house with an empty room of needs, and ways to fill it as its doors do.
struct NeedsHouse {
    static let now = Date(timeIntervalSince1970: 1_764_000_000)
    static let day = Day(2025, 11, 24)!

    let house: House
    let building = Building()
    var store: Store { house.store }

    init(on engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        house = building.house(over: store, settings: HouseSettings(councilName: "Leeds City Council"))
    }

    /// Reads a text through a mapping, and leaves it staged.
    func stage(_ text: String, _ mapping: String, named name: String = "figures.csv", at now: Date = now) async throws
        -> StagedImport
    {
        try await stage(Array(text.utf8), mapping, named: name, at: now)
    }

    func stage(_ bytes: [UInt8], _ mapping: String, named name: String = "figures.csv", at now: Date = now) async throws
        -> StagedImport
    {
        try await StageImport(FigureFile(HeldBytes(bytes), named: name), mapping: mapping, settings: Settings())
            .perform(
                by: .keyboard, at: now, in: store)
    }

    /// Reads it and takes it.
    @discardableResult
    func take(_ text: String, _ mapping: String, named name: String = "figures.csv", at now: Date = now) async throws
        -> StagedImport
    {
        let staged = try await stage(text, mapping, named: name, at: now)
        return try await take(staged, at: now)
    }

    @discardableResult
    func take(_ staged: StagedImport, at now: Date = now) async throws -> StagedImport {
        try await store.write { tx in
            try TakeImport(staged.number).perform(by: .keyboard, at: now, on: Self.day, in: tx)
        }
    }

    /// A file of `examples/leeds/data`.
    @discardableResult
    func takeFile(_ file: String, _ mapping: String) async throws -> StagedImport {
        let path = Golden.root.appending(path: "examples/leeds/data/\(file)").path
        let staged = try await StageImport(FigureFile(path: path), mapping: mapping, settings: Settings()).perform(
            by: .keyboard, at: Self.now, in: store)
        return try await take(staged)
    }

    func lines(_ staged: StagedImport) async throws -> [StagedImport.Line] {
        try await store.read { tx in try tx.importLines(staged.number) }
    }

    /// Saves a mapping, as a person would.
    func save(_ layout: String, as id: String) async throws {
        let values: [String: Value] = ["name": .text(id), "layout": .text(layout)]
        let record = Record(
            Mapping.kind, id: id, period: .always, sources: [Citation("Data", "made for a test")],
            values: Mapping.kind.fields.map { values[$0.name] ?? .none })
        var book = Book()
        book.set(each: [[record]])
        let records = ImportRecords(book, from: "test", registry: building.registry), policy = house.policy
        try await store.write { tx in
            _ = try records.perform(by: .keyboard, under: policy, at: Self.now, on: Self.day, in: tx)
        }
    }

    /// Asks as a browser would: the path and its query.
    func ask(
        _ address: String, _ method: Doors.Method = .get, form: Fields = Fields(), uploads: [Upload] = [],
        by caller: Caller = .keyboard
    ) async throws -> Reply {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let router = Router(Module.needs.routes)
        guard case .route(let route, let parameters) = router.find(method, halves[0]) else { throw Refusal.notFound }
        let query = try Fields(parsing: Array((halves.count > 1 ? halves[1] : "").utf8))
        let request = Request(
            caller: caller, now: Self.now, today: Self.day, method: method, path: halves[0], parameters: parameters,
            query: query, form: form, uploads: uploads)
        return try await route.answer(request, house)
    }

    func page(_ address: String, by caller: Caller = .keyboard) async throws -> String {
        guard case .page(let page, status: 200) = try await ask(address, by: caller) else { throw Refusal.notFound }
        return page.body.string
    }

    func json(_ address: String, by caller: Caller = .keyboard) async throws -> [String: Any] {
        guard case .json(let bytes, status: 200) = try await ask(address, by: caller) else { throw Refusal.notFound }
        return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// A CSV file's lines, without its byte order mark.
    func csv(_ address: String, by caller: Caller = .keyboard) async throws -> [Substring] {
        guard case .csv(let bytes, _) = try await ask(address, by: caller) else { throw Refusal.notFound }
        return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    }
}
