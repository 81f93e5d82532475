public import Doors
public import Kernel
public import Records
public import Store
public import Web

/// What was typed in a question page, as commands take it.
public struct Answers: Sendable {
    public private(set) var fields: [String: Given] = [:]
    public private(set) var problems: [Problem] = []

    /// Times are taken as people type them, and days in one field or three.
    public init(_ form: Fields, of kind: Kind, _ names: [String]) {
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

    public func day(_ name: String) -> Day? {
        if case .text(let text)? = fields[name] { return Day(text) }
        return nil
    }

    public func text(_ name: String) -> String? {
        if case .text(let text)? = fields[name] { return text }
        return nil
    }

    /// - Throws: `.invalid` with what could not be read.
    public func mustBeRead() throws(Refusal) {
        if !problems.isEmpty { throw .invalid(problems) }
    }
}

extension Request {
    /// Nothing is done on a day that is still to come, whichever day is asked about.
    public func hand(_ house: House) -> Hand {
        Hand(caller, under: house.policy, at: now, on: min(on, today), registry: house.registry)
    }

    /// What the reader saw, as the form brought it back; empty where they saw that there was nothing.
    public var seenBefore: String? { form.first("seen") }

    /// The ticket that came with the form, or a new one for a form that is shown first.
    public var ticket: FormTicket {
        (typed ?? form).first(FormTicket.field).flatMap { FormTicket($0) } ?? FormTicket(at: now)
    }

    /// Does something, and goes on to a page; or shows the form again with what was wrong, and what was typed.
    public func act(
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
    public func reading<Value: Sendable>(
        _ request: Request, _ work: @escaping @Sendable (DayBook, Transaction) throws -> Value
    ) async throws -> Value {
        let (registry, day) = (registry, request.on)
        return try await store.read { tx in try work(DayBook(RecordShelf(tx, registry), on: day), tx) }
    }

    /// The things of a kind that held on the day, as answers to a question; at most as many as a list may have.
    public func choices(_ kind: Kind, _ request: Request) async throws -> [GovUK.Choice] {
        try await reading(request) { reading, _ in
            try reading.page(of: kind, limit: Request.pageSizeMax).records
                .map { GovUK.Choice($0.id, try reading.name(of: $0.id)) }
        }
    }
}

extension Request {
    /// What the reader has seen: on a form sent back, and on a draft gone on with, what they saw when they opened it;
    /// once they have been told of another's change, what it is now.
    public func seenNow(_ now: String, _ problems: [Problem]) -> String {
        Self.isToldOfAChange(problems) ? now : typed?.first("seen") ?? now
    }

    /// Whether what was wrong was that somebody else changed the record meanwhile.
    public static func isToldOfAChange(_ problems: [Problem]) -> Bool {
        problems.contains { $0.message.hasPrefix("Somebody else changed") }
    }
}

extension Fields {
    /// What a record says, as it would have been typed.
    public init(saying record: Record, _ names: [String]) {
        self.init()
        for name in names {
            switch record[name] {
            case .none, .withheld: break
            case .text(let text): append(name, text)
            case .integer(let number): append(name, "\(number)")
            case .flag(let flag): append(name, flag ? "true" : "false")
            case .day(let day): append(name, "\(day)")
            case .list(let list): for one in list { append(name, one) }
            }
        }
    }
}
