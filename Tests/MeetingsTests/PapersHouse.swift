import Doors
import Files
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

extension MeetingsHouse {
    static let clerkOfPapers = Caller(name: "Cal (cal)", roles: [.clerk])

    static func pdf(_ words: String) -> [UInt8] {
        Array("%PDF-1.7\n%\(words)\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)
    }

    /// Sends a file with a form, as a browser does.
    func upload(
        _ path: String, _ name: String, _ bytes: [UInt8], _ form: [(String, String)] = [],
        as caller: Caller = MeetingsHouse.clerk, on day: Day = MeetingsHouse.today
    ) async throws -> Reply {
        guard case .route(let route, let parameters) = Router(building.routes).find(.post, path) else {
            throw Refusal.notFound
        }
        var request = Request(
            caller: caller, now: Self.now(on: day), today: day, method: .post, path: path, parameters: parameters,
            form: Fields(form))
        request.uploads = [Upload(field: "file", filename: name, contentType: "", content: HeldBytes(bytes))]
        return try await route.answer(request, house)
    }

    /// Sends a paper under the item, which somebody else then approves.
    @discardableResult
    func paper(
        _ title: String, _ bytes: [UInt8], access: String = "", on day: Day = MeetingsHouse.today, number: Int,
        approved: Bool = true
    ) async throws -> String {
        let ticket = Self.ticket(number)
        let reply = try await upload(
            "/meetings/m/items/item/papers/new", "a.pdf", bytes,
            [("title", title), ("access", access), ("place", ""), (FormTicket.field, ticket.text)], on: day)
        guard case .see = reply else {
            Issue.record("\(title) was not taken: \(reply)")
            return ""
        }
        let id = ticket.id(of: Paper.kind)
        if approved {
            try await does(Self.otherClerk, on: day) { tx, hand in
                try ApprovePaper(paper: id, seen: nil).perform(by: hand, in: tx)
            }
        }
        return id
    }

    /// The bytes of a paper; nil where the caller is told that there is no such thing.
    func file(_ paper: String, as caller: Caller, on day: Day = MeetingsHouse.today) async throws -> [UInt8]? {
        let path = "/meetings/m/papers/\(paper)/file"
        guard case .route(let route, let parameters) = Router(building.routes).find(.get, path) else { return nil }
        let request = Request(caller: caller, now: Self.now(on: day), today: day, path: path, parameters: parameters)
        do {
            guard case .download(let download) = try await route.answer(request, house) else { return nil }
            var bytes: [UInt8] = []
            try await download.eachPiece { bytes += $0 }
            return bytes
        } catch Refusal.notFound {
            return nil
        }
    }

    func publish(on day: Day = MeetingsHouse.today) async throws {
        try await does(on: day) { tx, hand in
            try PublishAgenda(meeting: "m", on: day, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
        }
    }
}
