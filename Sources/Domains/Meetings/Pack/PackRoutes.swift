import Doors
import Files
import Kernel
import Partners
import Records
import Store
import Web

extension Pack {
    static let routes: [Route] = [see, ask, pdf]

    /// Not kept by browsers: how far the PDF has come is no fact.
    private static let see: Route = {
        var route = Route(
            .get, "/meetings/:meeting/pack", needs: .readMeetings,
            summary: "A meeting's agenda, reports and papers on one page, as far as the reader may see them."
        ) { request, house in
            let (contents, pack) = try await all(request, house)
            return .page(
                PackPage(
                    contents: contents, pack: pack,
                    isFresh: pack?.mark == contents.mark(of: house.settings.councilName),
                    request: request
                ).page)
        }
        route.isUnkept = true
        return route
    }()

    private static let ask = Route(
        .post, "/meetings/:meeting/pack", needs: .changeMeetings, summary: "Have the pack made as one PDF."
    ) { request, house in
        let meeting: ID<Meeting> = try request.id("meeting")
        let hand = request.hand(house)
        try await house.store.write { tx in try AskForPack(meeting: meeting.text).perform(by: hand, in: tx) }
        return .see(request.link("/meetings/\(meeting)/pack"))
    }

    private static let pdf = Route(
        .get, "/meetings/:meeting/pack.pdf", needs: .readMeetings,
        summary: "The pack as one PDF; not one that says more, or other, than the reader may see now."
    ) { request, house in
        let (contents, pack) = try await all(request, house)
        guard let pack, let digest = pack.digest else { throw Refusal.notFound }
        guard pack.mark == contents.mark(of: house.settings.councilName) else {
            throw Refusal.outOfOrder("The papers have changed since the PDF was made. Read the pack on its page")
        }
        let subject = subject(pack.meeting, pack.audience)
        guard let kept = try await house.store.read({ tx in try tx.file(digest, of: subject) }) else {
            throw Refusal.notFound
        }
        let view = contents.view
        return .download(Download(kept, named: "\(view.body.name) \(view.meeting.on) pack", from: house.store))
    }

    /// What this reader may see of the pack, and the PDF that was made for such as they.
    private static func all(_ request: Request, _ house: House) async throws -> (PackContents, Pack?) {
        let meeting: ID<Meeting> = try request.id("meeting")
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        let found = try await house.reading(request) { reading, tx -> (PackContents, Pack?)? in
            guard
                let contents = try PackContents(meeting.text, for: caller, under: policy, today: today, in: reading, tx)
            else {
                return nil
            }
            return (contents, try one(meeting.text, contents.view.sight.isWhole ? .table : .everybody, in: tx))
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}
