import Doors
import Kernel
import Partners
import Records
import Store
import Web

extension SearchMeetings {
    static let routes: [Route] = [find]

    /// Not kept by browsers: how far the index has come is no fact.
    private static let find: Route = {
        var route = Route(
            .get, "/meetings/search", needs: .readMeetings,
            summary: "Find items, papers and decisions by the words of their titles, as far as the reader may see them."
        ) { request, house in .page(try await page(request, house)) }
        route.isUnkept = true
        return route
    }()

    private static func page(_ request: Request, _ house: House) async throws -> Page {
        let text = request.query.text("q") ?? ""
        guard text.unicodeScalars.count <= 200 else {
            throw Refusal.invalid([Problem("q", "Search for at most 200 characters")])
        }
        let index = IndexMeetings(house.registry)
        // What was written a moment ago is found; a long backlog is for whoever goes on beside answering.
        _ = try? await index.step(in: house.store)
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        let found = try await house.reading(request) { reading, tx -> [(Found, String)] in
            let reach = try reach(of: caller, under: policy, on: today, reading.shelf)
            let search = SearchMeetings(text, reach: reach, on: today)
            let found = try search.recheck(try search.perform(in: tx), in: reading)
            return try found.map { ($0, try reading.name(of: $0.body)) }
        }
        return FindPage(text: text, found: found, request: request).page
    }

    /// How far somebody may look: as on the pages themselves.
    private static func reach(
        of caller: Caller, under policy: Policy, on day: Day, _ shelf: any Shelf
    ) throws -> Reach {
        if caller.may(.seeMeetings, under: policy) { return .everything }
        guard let person = caller.person else { return .open(andAllOf: []) }
        let bodies = try MeetingFeed.bodies(of: person, on: day, shelf).filter { body in
            try Sight(of: caller, under: policy, into: ID(body), today: day, shelf).isWhole
        }
        return .open(andAllOf: bodies)
    }
}
