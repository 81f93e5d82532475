import Doors
import Files
import Kernel
import Partners
import Records
import Store
import Web

extension Paper {
    static let routes: [Route] = [
        see, file, askNew, send, askVersion, sendVersion, askApproval, approve, askPublic, givePublic,
    ]

    private static let see = Route(
        .get, "/meetings/:meeting/papers", needs: .readMeetings,
        summary: "The papers of a meeting, as far as the reader may see them."
    ) { request, house in
        let (view, items) = try await all(request, house)
        let mayRemove = request.caller.may(.sealMeetings, under: house.policy)
        return .page(PapersPage(view: view, items: items, mayRemove: mayRemove, request: request).page)
    }

    private static let file = Route(
        .get, "/meetings/:meeting/papers/:paper/file", needs: .readMeetings,
        summary: "A paper itself; not there for somebody who may not read it."
    ) { request, house in
        let (view, paper) = try await one(request, house)
        let (digest, subject) = (paper.paper.digest, Paper.subject(paper.paper.record))
        if let removed = paper.removed { throw Refusal.outOfOrder(removed.words(isWhole: view.sight.isWhole)) }
        let kept = try await house.store.read { tx in try tx.file(digest, of: subject) }
        guard let kept else { throw Refusal.outOfOrder("The record of this paper is here, and its file is not") }
        return .download(Download(kept, named: paper.paper.title, from: house.store))
    }

    /// Every item that the reader sees, with its papers.
    static func all(
        _ request: Request, _ house: House
    ) async throws -> (MeetingView, [(item: ItemView, papers: [PaperView])]) {
        let view = try await Meeting.view(request, house)
        var items = try await house.reading(request) { reading, _ in try view.allPapers(in: reading) }
        let removed = try await RemovedPaper.all(of: items.flatMap { $0.papers.map(\.paper) }, in: house.store)
        for index in items.indices where !removed.isEmpty {
            for place in items[index].papers.indices {
                items[index].papers[place].removed = removed[items[index].papers[place].paper.id]
            }
        }
        return (view, items)
    }

    /// - Throws: `.notFound` where the reader sees no such paper.
    static func one(_ request: Request, _ house: House) async throws -> (MeetingView, PaperView) {
        let (view, items) = try await all(request, house)
        let id: ID<Paper> = try request.id("paper")
        guard let paper = items.flatMap(\.papers).first(where: { $0.paper.id == id }) else { throw Refusal.notFound }
        return (view, paper)
    }

    // MARK: Sending

    private static let asked = ["title", "sort", "place", "access", "late-because"]

    private static let askNew = Route(
        .get, "/meetings/:meeting/items/:item/papers/new", needs: .changeMeetings, summary: "Ask for a paper."
    ) { request, house in .page(try await sendPage(request, house)) }

    private static let send = Route(
        .post, "/meetings/:meeting/items/:item/papers/new", needs: .changeMeetings,
        summary: "Send a paper to stand under an item.", body: .upload
    ) { request, house in
        let (view, item) = try await AgendaItem.one(request, house)
        return try await take(request, house, view, item: item.id, replaces: nil) {
            try await sendPage(request, house, $0)
        }
    }

    private static let askVersion = Route(
        .get, "/meetings/:meeting/papers/:paper/version", needs: .changeMeetings,
        summary: "Ask for a new version of a paper."
    ) { request, house in .page(try await versionPage(request, house)) }

    private static let sendVersion = Route(
        .post, "/meetings/:meeting/papers/:paper/version", needs: .changeMeetings,
        summary: "Send a new version, which stands in the place of the old.", body: .upload
    ) { request, house in
        let (view, paper) = try await one(request, house)
        return try await take(request, house, view, item: paper.item.id.text, replaces: paper.id) {
            try await versionPage(request, house, $0)
        }
    }

    private static func take(
        _ request: Request, _ house: House, _ view: MeetingView, item: String, replaces: String?,
        orAsk ask: @escaping @Sendable ([Problem]) async throws -> Page
    ) async throws -> Reply {
        guard let upload = request.uploads.first(where: { $0.field == "file" }) else {
            return .page(try await ask([Problem("file", "Select a file")]))
        }
        let file: InspectedFile
        do {
            file = try await Intake(house.configuration).inspect(
                upload.content, named: upload.filename, field: "file")
        } catch Refusal.invalid(let problems) {
            return .page(try await ask(problems))
        }
        let answers = Answers(request.form, of: kind, asked)
        let command = SendPaper(
            item: item, replaces: replaces, fields: answers.fields, file: file, ticket: request.ticket,
            seen: request.seenBefore)
        return try await request.act(house, then: "/meetings/\(view.id)/papers", orAsk: ask) { tx, hand in
            try answers.mustBeRead()
            try command.perform(by: hand, in: tx)
        }
    }

    private static func sendPage(
        _ request: Request, _ house: House, _ problems: [Problem] = []
    ) async throws -> Page {
        let (view, item) = try await AgendaItem.one(request, house)
        return form(
            "Send a paper", "Item \(item.item.number), \(item.title)", request, view,
            typed: request.typed ?? Fields(), problems, [(FormTicket.field, request.ticket.text)])
    }

    private static func versionPage(
        _ request: Request, _ house: House, _ problems: [Problem] = []
    ) async throws -> Page {
        let (view, paper) = try await one(request, house)
        return form(
            "Send a new version", paper.paper.title, request, view,
            typed: request.typed ?? Fields(saying: paper.paper.record, asked), problems,
            [("seen", request.seenNow(paper.seen, problems))])
    }

    private static func form(
        _ title: String, _ caption: String, _ request: Request, _ view: MeetingView, typed: Fields,
        _ problems: [Problem], _ hidden: [(String, String)]
    ) -> Page {
        let inputs: HTML = """
            \(GovUK.fileUpload(
                "file", label: "File", hint: "\(FileType.taken). A PDF can be laid into the pack.",
                problems: problems))\
            \(GovUK.textInput("title", label: "Title", value: typed.first("title") ?? "", problems: problems))\
            \(GovUK.radios(
                "sort", legend: "Sort", sorts.map { GovUK.Choice($0.value, $0.label) }, chosen: typed.text("sort"),
                hint: "A report, when nothing is chosen.", problems: problems, layout: .small))\
            \(GovUK.radios(
                "access", legend: "Who may read it",
                AgendaItem.accesses.map { GovUK.Choice($0.value, $0.label) }, chosen: typed.text("access"),
                hint: "As the item, when nothing is chosen.", problems: problems, layout: .small))\
            \(GovUK.textInput(
                "place", label: "Place among the papers of the item", value: typed.first("place") ?? "",
                hint: "At the end, when empty.", problems: problems, width: .five, kind: .wholeNumber))\
            \(late(request, view, typed, problems))
            """
        let fields = hidden.map { GovUK.hidden($0.0, $0.1) }
        let form = GovUK.form(request.link(request.path), upload: true, "\(fields)\(inputs)\(GovUK.button("Send"))")
        return Page(
            title: title, caption: caption, problems: problems,
            backLink: Link("Back to the papers", request.link("/meetings/\(view.id)/papers")), body: form)
    }

    /// Asked only once the last day for papers is past (GOV-01).
    private static func late(
        _ request: Request, _ view: MeetingView, _ typed: Fields, _ problems: [Problem]
    ) -> HTML {
        let isAsked = view.isTooLate(on: request.today) || problems.contains { $0.field == "late-because" }
        return .when(
            isAsked,
            GovUK.textInput(
                "late-because", label: "Why it is late", value: typed.first("late-because") ?? "",
                hint: "It cannot be open for its clear days any more. Everybody who may read the paper reads this.",
                problems: problems))
    }

    // MARK: Approving, and giving a public version

    private static let askApproval = Route(
        .get, "/meetings/:meeting/papers/:paper/approve", needs: .confirmMeetings,
        summary: "Ask whether a paper may go to the meeting."
    ) { request, house in
        let (view, paper) = try await one(request, house)
        return .page(try approvalPage(view, paper, request))
    }

    private static func approvalPage(
        _ view: MeetingView, _ paper: PaperView, _ request: Request, _ problems: [Problem] = []
    ) throws -> Page {
        guard view.sight.isWhole else { throw Refusal.notFound }
        let isLate = view.isTooLate(on: request.today) && paper.paper.lateBecause == nil
        return QuestionPage(
            title: "Approve the paper", caption: paper.paper.title,
            lead: Piece.paragraph("Sent by \(paper.paper.sentBy). Nobody approves a paper that they sent."),
            questions: isLate ? [kind.question("late-because")] : [], typed: request.typed ?? Fields(),
            problems: problems, hidden: [("seen", paper.seen)], button: "Approve the paper",
            back: Link("Back to the papers", "/meetings/\(view.id)/papers"), request: request
        ).page
    }

    private static let approve = Route(
        .post, "/meetings/:meeting/papers/:paper/approve", needs: .confirmMeetings,
        summary: "Approve a paper that somebody else sent."
    ) { request, house in
        let (view, paper) = try await one(request, house)
        let command = ApprovePaper(
            paper: paper.id, lateBecause: request.form.text("late-because"), seen: request.seenBefore)
        return try await request.act(
            house, then: "/meetings/\(view.id)/papers", orAsk: { try approvalPage(view, paper, request, $0) }
        ) { tx, hand in try command.perform(by: hand, in: tx) }
    }

    private static let askPublic = Route(
        .get, "/meetings/:meeting/papers/:paper/public", needs: .changeMeetings,
        summary: "Ask which paper the public reads in place of one that is not open."
    ) { request, house in .page(try await publicPage(request, house)) }

    private static let givePublic = Route(
        .post, "/meetings/:meeting/papers/:paper/public", needs: .changeMeetings,
        summary: "Say which paper the public reads in place of one that is not open."
    ) { request, house in
        let (view, paper) = try await one(request, house)
        let (chosen, seen) = (request.form.text("public-version"), request.seenBefore)
        return try await request.act(
            house, then: "/meetings/\(view.id)/papers", orAsk: { try await publicPage(request, house, $0) }
        ) { tx, hand in
            guard let chosen else { throw Refusal.wrong("public-version", "Choose the public version") }
            try RedactPaper(paper: paper.id, publicVersion: chosen, seen: seen).perform(by: hand, in: tx)
        }
    }

    private static func publicPage(
        _ request: Request, _ house: House, _ problems: [Problem] = []
    ) async throws -> Page {
        let (view, items) = try await all(request, house)
        let id: ID<Paper> = try request.id("paper")
        guard let entry = items.first(where: { $0.papers.contains { $0.paper.id == id } }),
            let paper = entry.papers.first(where: { $0.paper.id == id })
        else { throw Refusal.notFound }
        let open = entry.papers.filter(\.isOpen).map { GovUK.Choice($0.id, $0.paper.title) }
        return QuestionPage(
            title: "Which paper does the public read?", caption: paper.paper.title,
            lead: Piece.paragraph("Send it first, as an open paper of the same item, with what is exempt taken out."),
            questions: [kind.question("public-version", open)], typed: request.typed ?? Fields(), problems: problems,
            hidden: [("seen", request.seenNow(paper.seen, problems))], button: "Save",
            back: Link("Back to the papers", "/meetings/\(view.id)/papers"), request: request
        ).page
    }
}
