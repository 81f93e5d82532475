import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Web

extension RemovePaperFile {
    static let routes: [Route] = [ask, remove, api]

    private static let because = Records.Field(
        "because", "Why is it removed?", .prose(max: 1_000), required: true,
        "Kept in the ledger, and shown to whoever reads what is exempt there.")

    private static let ask = Route(
        .get, "/meetings/:meeting/papers/:paper/remove", needs: .sealMeetings,
        summary: "Ask why the file of a paper is to be taken away for good."
    ) { request, house in .page(try await page(request, house)) }

    private static let remove = Route(
        .post, "/meetings/:meeting/papers/:paper/remove", needs: .sealMeetings,
        summary: "Take the file of a paper away for good; its record stays."
    ) { request, house in
        let (view, paper) = try await Paper.one(request, house)
        let command = RemovePaperFile(digest: paper.paper.digest, because: request.form.text("because") ?? "")
        return try await request.act(
            house, then: "/meetings/\(view.id)/papers", orAsk: { try await page(request, house, problems: $0) }
        ) { tx, hand in try command.perform(by: hand, in: tx) }
    }

    private static func page(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let (view, paper) = try await Paper.one(request, house)
        return QuestionPage(
            title: "Remove the file", caption: paper.paper.title,
            lead: Piece.paragraph(
                """
                Nobody is given its bytes any more, from this paper or any other with the same file. The line of the \
                paper stays, and says that it was removed. Backups hold the file for as long as they are kept.
                """),
            questions: [QuestionPage.Question(field: because)], typed: request.typed ?? Fields(), problems: problems,
            button: "Remove the file", back: Link("Back to the papers", "/meetings/\(view.id)/papers"),
            request: request
        ).page
    }

    /// `{"because": "…"}`
    private struct Asked: Decodable, Sendable { let because: String }

    private static let api = Route(
        .post, "/api/v1/papers/:paper/remove-file", needs: .sealMeetings,
        summary: "Take the file of a paper away for good: a JSON object with because."
    ) { request, house in
        let id: ID<Paper> = try request.id("paper"), asked = try request.json(Asked.self)
        let hand = request.hand(house)
        let count = try await house.store.write { tx in
            let paper = Paper(try hand.last(Paper.kind, id.text, in: tx))
            return try RemovePaperFile(digest: paper.digest, because: asked.because).perform(by: hand, in: tx)
        }
        var json = JSONWriter()
        json.object { $0.field("papers", count) }
        return .json(json.bytes)
    }
}
