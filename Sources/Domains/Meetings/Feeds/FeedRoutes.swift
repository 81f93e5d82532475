import Arrangements
import Doors
import Feeds
import Foundation
import Identity
import Kernel
import Partners
import Records
import Store
import Web

extension MeetingFeed {
    static let routes: [Route] =
        [calendar, ofBody, news, own]
        + [askOwn, makeOwn, endOwn].showing(.nothing(because: "It is about whoever asks, and shows no record"))

    private static let calendar = Route(
        .get, "/meetings.ics", needs: .readMeetings, summary: "Every body's meetings, as iCalendar."
    ) { request, house in try await reply("Meetings", of: nil, request, house) }

    private static let ofBody = Route(
        .get, "/bodies/:body/meetings.ics", needs: .readMeetings, summary: "One body's meetings, as iCalendar."
    ) { request, house in
        let body: ID<Body> = try request.id("body")
        let name = try await house.reading(request) { reading, _ in
            try reading.versions(of: body.text).first?.kind.name == Body.kind.name ? try reading.named(body).name : nil
        }
        guard let name else { throw Refusal.notFound }
        return try await reply(name, of: [body.text], request, house)
    }

    private static let news = Route(
        .get, "/meetings.atom", needs: .readMeetings, summary: "Agendas and minutes as they are published, as Atom."
    ) { request, house in
        let address = house.settings.address, council = house.councilMark
        let news = MeetingNews(on: request.today, council: council, address: address)
        let entries = try await house.reading(request) { reading, tx in try news.entries(in: reading, tx) }
        let feed = AtomFeed(
            id: "urn:thinkchild:\(council):meetings", title: "Meetings", author: house.settings.councilName,
            selfLink: "\(address)/meetings.atom", link: "\(address)/meetings",
            updated: entries.first?.updated ?? Date(timeIntervalSince1970: 0), entries: entries)
        return .file(feed.bytes, type: AtomFeed.mediaType, filename: "meetings.atom")
    }

    private static func reply(
        _ name: String, of bodies: [String]?, _ request: Request, _ house: House
    ) async throws -> Reply {
        let feed = MeetingFeed(
            bodies: bodies, on: request.today, council: house.councilMark, address: house.settings.address)
        let events = try await house.reading(request) { reading, tx in try feed.events(in: reading, tx) }
        let calendar = CalendarFeed(name: "\(name), \(house.settings.councilName)", events: events)
        return .file(calendar.bytes, type: CalendarFeed.mediaType, filename: "meetings.ics")
    }

    // MARK: Somebody's own

    private static let askOwn = Route(
        .get, "/account/calendar", needs: .ownAccount, summary: "The address of one's own calendar."
    ) { request, house in .page(try await page(request, house, made: nil)) }

    private static let makeOwn = Route(
        .post, "/account/calendar", needs: .ownAccount,
        summary: "Make an address for one's own calendar, in place of the one before."
    ) { request, house in
        let (caller, now) = (request.caller, request.now)
        let secret = try await house.store.write { tx in try OwnFeed.make(for: caller, at: now, in: tx) }
        return .page(try await page(request, house, made: secret))
    }

    private static let endOwn = Route(
        .post, "/account/calendar/end", needs: .ownAccount, summary: "End the address of one's own calendar."
    ) { request, house in
        let (caller, now) = (request.caller, request.now)
        try await house.store.write { tx in try OwnFeed.end(for: caller, at: now, in: tx) }
        return .see("/account/calendar")
    }

    /// Whoever has the address reads the calendar: it holds what the public may read, and at whose tables one sits.
    private static let own: Route = {
        var route = Route(
            .get, "/calendars/:secret", needs: .readMeetings,
            summary: "Somebody's own meetings, as iCalendar, by an address that only they were given."
        ) { request, house in
            guard let secret = request.parameters["secret"].flatMap({ Secret(checking: $0) }) else {
                throw Refusal.notFound
            }
            let today = request.today
            let bodies = try await house.reading(request) { reading, tx in
                try OwnFeed.person(secret, in: tx).map { try Self.bodies(of: $0, on: today, reading.shelf) }
            }
            guard let bodies else { throw Refusal.notFound }
            return try await reply("My meetings", of: bodies, request, house)
        }
        route.isUnkept = true
        return route
    }()

    private static func page(_ request: Request, _ house: House, made secret: Secret?) async throws -> Page {
        guard let person = request.caller.person else { throw Refusal.notFound }
        let made = try await house.store.read { tx in try OwnFeed.made(for: person, in: tx) }
        let told: HTML =
            secret.map { secret in
                """
                <p class="govuk-body">This is the address of your calendar. It is shown once: copy it to your calendar \
                program.</p>
                <p class="govuk-body"><code>\(house.settings.address)/calendars/\(secret.text)</code></p>
                <p class="govuk-body">Whoever has it can see at whose tables you sit and when they meet. Nothing \
                exempt is in it.</p>

                """
            }
            ?? Piece.paragraph(
                made.map { "An address was made on \(Moment.words($0)). It is not shown again." }
                    ?? "There is no address of your calendar yet.")
        let make = GovUK.form(
            "/account/calendar", GovUK.button(made == nil ? "Make an address" : "Make another address"))
        let end: HTML =
            made == nil
            ? .empty : GovUK.form("/account/calendar/end", GovUK.button("End the address", kind: .warning))
        return Page(
            title: "Your calendar", breadcrumbs: [Link("Home", "/"), Link("Your account", "/account")],
            body: "\(told)\(make)\(end)")
    }
}

extension House {
    /// The council, as part of an identifier.
    var councilMark: String { IDText.slug(of: settings.councilName) ?? "council" }
}
