import Doors
import Kernel
import Partners
import Records
import Store
import Web

extension FrozenScorecard {
    static let routes: [Route] = [
        Route(
            .post, "/performance/freeze", needs: .changePerformance,
            summary: "Keep a scorecard as it stands, for a body or its meeting."
        ) { request, house in try await FrozenScorecard.freeze(request, house) },
        Route(
            .get, "/scorecards/:scorecard", needs: .readPerformance,
            summary: "A scorecard as it stood when it was drawn, and whether it is still what was kept."
        ) { request, house in .page(try await FrozenScorecard.page(request, house)) },
        Route(.get, "/scorecards/:scorecard/table.csv", needs: .readPerformance, summary: "The same as CSV.") {
            request, house in
            let (frozen, paper) = try await FrozenScorecard.whole(request, house)
            return .csv(csv(paper.columns, paper.rows), filename: "\(frozen.id).csv")
        },
        Route(
            .get, "/scorecards/:scorecard/scorecard.pdf", needs: .readPerformance,
            summary: "The same as a document to print (PDF)."
        ) { request, house in try await FrozenScorecard.document(request, house) },
        Route(
            .get, "/api/v1/scorecards/:scorecard/paper", needs: .readPerformance,
            summary: "What a frozen scorecard showed: its columns and rows as they stood, and their digest."
        ) { request, house in
            let (frozen, paper) = try await FrozenScorecard.whole(request, house)
            return .json(frozen.json(of: paper))
        },
        Route(
            .get, "/api/v1/performance/kept", needs: .readPerformance,
            summary: "The scorecards that were frozen, for one meeting (meeting) or all, the first drawn first."
        ) { request, house in
            let seen = request.performanceSight(house), meeting = request.query.text("meeting")
            return .json(
                FrozenScorecard.json(
                    of: try await house.reading(request) { reading, _ in
                        try KeptScorecards(seen: seen, reading: reading).all(for: meeting)
                    }))
        },
    ]

    private static func document(_ request: Request, _ house: House) async throws -> Reply {
        let (frozen, paper) = try await FrozenScorecard.whole(request, house)
        let document = ScorecardDocumentPage(
            paper: paper, council: house.settings.councilName, digest: frozen.digest)
        return .file(
            try await PrintScorecard(house.configuration).perform(document), type: PrintScorecard.type,
            filename: "\(frozen.id).pdf")
    }

    private static func freeze(_ request: Request, _ house: House) async throws -> Reply {
        let scope = try Scope(request.form), day = try request.form.day("on", label: "The day") ?? request.on
        let (caller, policy, now, registry) = (request.caller, house.policy, request.now, house.registry)
        let seen = request.performanceSight(house), meeting = request.form.text("meeting")
        let id = try await house.store.write { tx in
            let reading = DayBook(RecordShelf(tx, registry), on: day)
            let card = try Scorecard.read(scope, seen: seen, in: reading, tx)
            return try FreezeScorecard(card: card, meeting: meeting, registry: registry)
                .perform(by: caller, under: policy, at: now, in: tx)
        }
        return .see("/scorecards/\(id)")
    }

    /// - Throws: `.notFound` for one that is not there, or that this reader may not see.
    private static func read(
        _ request: Request, _ house: House
    ) async throws -> (frozen: FrozenScorecard, paper: ScorecardPaper?) {
        let id: ID<FrozenScorecard> = try request.id("scorecard"), seen = request.performanceSight(house)
        return try await house.reading(request) { reading, tx in
            try KeptScorecards(seen: seen, reading: reading).one(id, in: tx)
        }
    }

    /// - Throws: `.notFound` for one that is not there, or where what is there is not what was kept.
    private static func whole(
        _ request: Request, _ house: House
    ) async throws -> (frozen: FrozenScorecard, paper: ScorecardPaper) {
        let (frozen, paper) = try await FrozenScorecard.read(request, house)
        guard let paper else { throw Refusal.notFound }
        return (frozen, paper)
    }

    private static func page(_ request: Request, _ house: House) async throws -> Page {
        let (frozen, paper) = try await FrozenScorecard.read(request, house)
        let isWriter = request.performanceSight(house).isWriter
        return FrozenScorecardPage(frozen: frozen, paper: paper, isWriter: isWriter, request: request).page
    }
}

extension Scorecard {
    /// The meetings of its body that it may be drawn for, the latest first: whoever may freeze it chooses one.
    func meetings(seen: PerformanceSight, _ request: Request, _ house: House) async throws -> [GovUK.Choice] {
        guard seen.isWriter, let body = scope.body, let kind = house.registry.kind(named: "meeting") else { return [] }
        return try await house.reading(request) { reading, _ in
            try reading.shelf.records(of: kind, where: "body", is: body)
                .sorted { ($0.day("on")?.number ?? 0, $0.id) > ($1.day("on")?.number ?? 0, $1.id) }
                .prefix(Self.meetingsMax).map { GovUK.Choice($0.id, $0.day("on")?.long ?? $0.id) }
        }
    }

    private static let meetingsMax = 24
}
