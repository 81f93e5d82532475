import Arrangements
import Doors
import Foundation
import Kernel
import Records
import Store

/// The records that a check or a comparison is asked about, and the day.
struct AskedState: Sendable {
    let book: Book
    let day: Day
    /// The path or the database asked, as a person would say it.
    let name: String

    /// What stands in files, when there are any; else what the database holds.
    ///
    /// - Throws: `.invalid` with every problem of the files, each with its place; or when there is no such scenario.
    static func find(
        _ paths: [String], scenario: String?, on day: Day?, now: Date, house: House, registry: Registry
    ) async throws -> AskedState {
        let shelf = try await StateShelf.open(paths, house: house, registry: registry)
        let overlay = try scenario.map { name throws(Refusal) in try shelf.scenario(name) } ?? shelf.asked
        let book = try overlay.map { overlay throws(Refusal) in try overlay.laid(over: shelf.history) } ?? shelf.history
        let usual = overlay?.scenario.day("on") ?? shelf.lastStateDay ?? house.settings.opensOn
        return AskedState(
            book: book, day: day ?? usual ?? Day(inEnglandAt: now),
            name: scenario.map { "\(shelf.name) with \($0)" } ?? shelf.name)
    }
}

/// One history, and the scenarios over it, from files or from the database.
struct StateShelf: Sendable {
    let history: Book
    let scenarios: [Overlay]
    /// The scenario that the path asked is, when it is one.
    let asked: Overlay?
    let name: String

    static func open(_ paths: [String], house: House, registry: Registry) async throws -> StateShelf {
        guard !paths.isEmpty else { return try await held(house, registry) }
        let reading = try RecordReader(registry).read(paths: paths)
        try reading.mustBeWhole()
        guard reading.history.count > 0 else {
            throw Refusal.invalid([Problem("path", "There is not one record in \(paths.joined(separator: " "))")])
        }
        return StateShelf(
            history: reading.history, scenarios: reading.scenarios, asked: reading.asked,
            name: paths.joined(separator: " "))
    }

    private static func held(_ house: House, _ registry: Registry) async throws -> StateShelf {
        let book = try await house.store.read { tx in try tx.loadBook(registry, isOpening: false) }
        guard book.count > 0 else {
            throw Refusal.outOfOrder(
                "Nothing is held in \(house.store.location.description) yet: import something first")
        }
        let scenarios = try book.all(Scenario.kind.name).map { record throws(Refusal) in
            try Overlay(record, registry: registry)
        }
        return StateShelf(history: book, scenarios: scenarios, asked: nil, name: house.store.location.description)
    }

    func scenario(_ name: String) throws(Refusal) -> Overlay {
        let all = scenarios + (asked.map { [$0] } ?? [])
        if let found = all.first(where: { $0.scenario.id == name || $0.scenario.text("name") == name }) { return found }
        let known = all.map(\.scenario.id).sorted().joined(separator: ", ")
        throw .invalid([
            Problem("scenario", "There is no scenario \(name) here" + (known.isEmpty ? "" : "; there are \(known)"))
        ])
    }

    /// The day of the latest state described.
    var lastStateDay: Day? { history.all(StateOfKnowledge.kind.name).compactMap { $0.day("on") }.max() }
}
