public import App
public import Doors
public import Foundation
public import Kernel
public import Partners
public import Store
import Web

/// A building for the tests of one room: its own database, a day that is today, and whoever does most work there.
public protocol RoomHouse: Sendable {
    var building: Building { get }
    var house: House { get }
    static var today: Day { get }
    /// Does and asks where a test names nobody.
    static var usual: Caller { get }
}

extension RoomHouse {
    /// A day as `2026-11-03`; day 0 where the text is none.
    public static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// Ten in the morning, UTC.
    public static func now(on day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400 + 36_000) }

    /// A ticket that two sendings of one form share.
    public static func ticket(_ number: Int = 1) -> FormTicket {
        FormTicket(String(repeating: "0", count: 31) + "\(number)") ?? FormTicket(at: now(on: today))
    }

    public func hand(_ caller: Caller = Self.usual, on day: Day = Self.today) -> Hand {
        Hand(caller, under: house.policy, at: Self.now(on: day), on: day, registry: building.registry)
    }

    /// Does something as somebody, on a day.
    @discardableResult
    public func does<Value: Sendable>(
        _ caller: Caller = Self.usual, on day: Day = Self.today,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Value
    ) async throws -> Value {
        let hand = hand(caller, on: day)
        return try await house.store.write { tx in try work(tx, hand) }
    }

    /// What would be refused, as problems; empty when it is done.
    public func problems(
        _ caller: Caller = Self.usual, on day: Day = Self.today,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Void
    ) async throws -> [Problem] {
        do {
            try await does(caller, on: day, work)
            return []
        } catch Refusal.invalid(let problems) {
            return problems
        }
    }

    /// What is at an address, as its reader is sent it: a page's title, caption and body, or bytes.
    public func page(
        _ path: String, as caller: Caller = .stranger, on day: Day = Self.today
    ) async throws -> String {
        switch try await ask(.get, path, as: caller, on: day) {
        case .page(let page, _): return page.title + (page.caption ?? "") + page.body.string
        case .json(let bytes, _), .csv(let bytes, _), .svg(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .see(let path): return path
        default: return ""
        }
    }

    /// Sends a form, as somebody.
    public func send(
        _ path: String, _ form: [(String, String)] = [], as caller: Caller = Self.usual, on day: Day = Self.today
    ) async throws -> Reply {
        try await ask(.post, path, form, as: caller, on: day)
    }

    private func ask(
        _ method: Method, _ path: String, _ form: [(String, String)] = [], as caller: Caller, on day: Day
    ) async throws -> Reply {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        guard case .route(let route, let parameters) = Router(building.routes).find(method, halves[0]) else {
            throw Refusal.notFound
        }
        var request = Request(
            caller: caller, now: Self.now(on: day), today: day, method: method, path: halves[0],
            parameters: parameters, form: Fields(form))
        if halves.count > 1 { request.query = try Fields(parsing: halves[1].utf8) }
        return try await route.answer(request, house)
    }
}
