import Doors
import Kernel
import Partners
import Records
import Store
import Web

/// What was typed in a question page, as commands take it.
struct Answers: Sendable {
    private(set) var fields: [String: Given] = [:]
    private(set) var problems: [Problem] = []

    /// Times are taken as people type them, and days in one field or three.
    init(_ form: Fields, of kind: Kind, _ names: [String]) {
        for field in kind.fields where names.contains(field.name) {
            switch field.type {
            case .day:
                do throws(Refusal) {
                    fields[field.name] = .typed(try form.day(field.name, label: field.label)?.description)
                } catch {
                    if case .invalid(let found) = error { problems += found }
                }
            case .references, .choices:
                let all = form.all(field.name).filter { !$0.isEmpty }
                fields[field.name] = all.isEmpty ? .nothing : .list(all)
            case .flag: fields[field.name] = form.flag(field.name) ? .text("true") : .nothing
            case .text(let max) where max == 5:
                let typed = form.text(field.name)
                fields[field.name] = .typed(typed.map { ClockTime(typed: $0)?.description ?? $0 })
            default: fields[field.name] = .typed(form.text(field.name))
            }
        }
    }

    func day(_ name: String) -> Day? {
        if case .text(let text)? = fields[name] { return Day(text) }
        return nil
    }

    func text(_ name: String) -> String? {
        if case .text(let text)? = fields[name] { return text }
        return nil
    }

    /// - Throws: `.invalid` with what could not be read.
    func mustBeRead() throws(Refusal) {
        if !problems.isEmpty { throw .invalid(problems) }
    }
}

extension Request {
    /// Nothing is done on a day that is still to come, whichever day is asked about.
    func hand(_ house: House) -> Hand {
        Hand(caller, under: house.policy, at: now, on: min(on, today), registry: house.registry)
    }

    /// How many of a list's first day were shown on the page before.
    var skipped: Int { query.text("skip").flatMap { Int($0) }.map { min(max(0, $0), CalendarList.skippedMax) } ?? 0 }

    /// What the reader saw, as the form brought it back; empty where they saw that there was nothing.
    var seenBefore: String? { form.first("seen") }

    /// The ticket that came with the form, or a new one for a form that is shown first.
    var ticket: FormTicket {
        (typed ?? form).first(FormTicket.field).flatMap { FormTicket($0) } ?? FormTicket(at: now)
    }

    /// Does something, and goes on to a page; or shows the form again with what was wrong, and what was typed.
    func act(
        _ house: House, then path: String, orAsk ask: @Sendable ([Problem]) async throws -> Page,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Void
    ) async throws -> Reply {
        let hand = hand(house)
        do {
            try await house.store.write { tx in try work(tx, hand) }
            return .see(link(path))
        } catch Refusal.invalid(let problems) {
            return .page(try await ask(problems))
        } catch Refusal.changedMeanwhile(let why) {
            return .page(try await ask([Problem("", why)]))
        } catch Refusal.outOfOrder(let why) {
            return .page(try await ask([Problem("", why)]))
        }
    }
}

extension House {
    /// Reads for a page of this room.
    func reading<Value: Sendable>(
        _ request: Request, _ work: @escaping @Sendable (DayBook, Transaction) throws -> Value
    ) async throws -> Value {
        let (registry, day) = (registry, request.on)
        return try await store.read { tx in try work(DayBook(RecordShelf(tx, registry), on: day), tx) }
    }

    /// The things of a kind that held on the day, as answers to a question; at most as many as a list may have.
    func choices(_ kind: Kind, _ request: Request) async throws -> [GovUK.Choice] {
        try await reading(request) { reading, _ in
            try reading.page(of: kind, limit: Request.pageSizeMax).records
                .map { GovUK.Choice($0.id, try reading.name(of: $0.id)) }
        }
    }
}
