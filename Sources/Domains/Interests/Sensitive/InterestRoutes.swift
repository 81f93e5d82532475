import Doors
import Kernel
import Ledger
import Meetings
import Partners
import Records
import Store
import Web

extension SensitiveInterest {
    static let routes: [Route] = [list, api, askNew, add, see] + ownRoutes

    /// Looks that a page of one shows: the latest.
    static let looksMax = 50

    private static let list = Route(
        .get, "/interests", needs: .seeInterests, summary: "Declarations whose details are withheld from the public."
    ) { request, house in
        let lines = try await house.reading(request) { reading, _ in try InterestLine.all(in: reading) }
        return .page(InterestsPage(lines: lines, request: request).page)
    }.showing(.nothing(because: "It lists declarations that everybody may read of, and no details"))

    private static let api = Route(
        .get, "/api/v1/interests", needs: .seeInterests,
        summary: "Declarations whose details are withheld from the public, and whether they are held."
    ) { request, house in
        .json(try await house.reading(request) { reading, _ in try InterestLine.all(in: reading) }.json)
    }.showing(.nothing(because: "It lists declarations that everybody may read of, and no details"))

    private static let see = Route(
        .get, "/interests/:interest", needs: .seeInterests, summary: "The details of one sensitive interest."
    ) { request, house in
        let id: ID<SensitiveInterest> = try request.id("interest")
        let (found, withheld) = try await house.reading(request) { reading, _ in
            (
                try InterestView(id.text, in: reading),
                try declaration(of: id).flatMap { try WithheldDeclaration($0, on: reading.shelf) }
            )
        }
        let mayKeep = request.caller.may(.changeInterests, under: house.policy)
        guard let view = found else {
            guard mayKeep, let withheld else { throw Refusal.notFound }
            return .see(request.link("/interests/of/\(withheld.declaration.id)"))
        }
        let looks =
            request.caller.may(.seeInterests, under: house.policy) ? try await Self.looks(at: id.text, in: house) : nil
        return .page(InterestPage(view: view, looks: looks, mayKeep: mayKeep, request: request).page)
    }.showing(.one(kind: kind.name, part: "interest", opensInNeed: true, standing: .needInterests))

    static func looks(at id: String, in house: House) async throws -> [Look] {
        try await Ledger(store: house.store).looks(.thing(kind: kind.name, id: id), limit: looksMax).looks
    }

    // MARK: Keeping one

    private static let asked = ["person", "details", "danger", "agreed"]

    private static let askNew = Route(
        .get, "/interests/of/:declaration", needs: .changeInterests,
        summary: "Ask what the withheld details of a declaration are."
    ) { request, house in .page(try await newPage(request, house)) }
    .showing(.nothing(because: "It asks for what is not held yet"))

    private static let add = Route(
        .post, "/interests/of/:declaration", needs: .changeInterests,
        summary: "Keep the withheld details of a declaration, sealed."
    ) { request, house in
        let declaration: ID<Declaration> = try request.id("declaration")
        let answers = Answers(request.form, of: kind, asked)
        return try await request.act(
            house, then: "/interests", orAsk: { try await newPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try hand.caller.must(.changeInterests, under: hand.policy)
            guard try WithheldDeclaration(declaration.text, on: hand.shelf(tx)) != nil else { throw Refusal.notFound }
            var fields = answers.fields
            if case .text(let text)? = fields["agreed"], let day = Day(text), day > hand.today {
                throw Refusal.wrong("agreed", "\(day.long) is still to come: enter the day on which you considered it")
            }
            fields["declaration"] = .text(declaration.text)
            try hand.add(kind, id: id(of: declaration.text), fields, in: tx)
        }
    }.showing(.nothing(because: "It takes what is not held yet"))

    private static func newPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let declaration: ID<Declaration> = try request.id("declaration")
        let (name, members) = try await house.reading(request) { reading, _ in
            guard let withheld = try WithheldDeclaration(declaration.text, on: reading.shelf) else {
                throw Refusal.notFound
            }
            let members = try withheld.members(on: reading.shelf).map { GovUK.Choice($0, try reading.name(of: $0)) }
            return (try reading.name(of: declaration.text), members)
        }
        return QuestionPage(
            title: "Record the details", caption: name,
            lead: Piece.paragraph(
                "They are sealed with the member's own key. Each reading of them is written down, with who read them."),
            questions: [
                kind.question("person", members), kind.question("details"), kind.question("danger"),
                kind.question("agreed"),
            ],
            typed: request.typed ?? Fields(), problems: problems, button: "Save",
            back: Link("Back to the list", "/interests"), request: request
        ).page
    }
}
