import Doors
import Kernel
import Needs
import Partners
import Records
import Sheets
import Store
import Web

extension Indicator {
    /// Every way to indicators, their scorecards and what is said of them.
    static let routes: [Route] = [
        Route(
            .get, "/performance", needs: .readPerformance,
            summary: "The scorecard of a body, a priority, a post or places; of everything when none is named."
        ) { request, house in
            let scope = try Scope(request.query)
            let card = try await Indicator.card(scope, request, house), seen = request.performanceSight(house)
            let meetings = try await card.meetings(seen: seen, request, house)
            return .page(ScorecardPage(card: card, meetings: meetings, seen: seen, request: request).page)
        },
        Route(.get, "/performance.csv", needs: .readPerformance, summary: "The same as CSV.") { request, house in
            .csv(try await Indicator.card(try Scope(request.query), request, house).csv, filename: "performance.csv")
        },
        Route(.get, "/performance.xlsx", needs: .readPerformance, summary: "The same as a spreadsheet.") {
            request, house in
            let card = try await Indicator.card(try Scope(request.query), request, house)
            return .file(
                try card.sheet.xlsx(at: request.now), type: Scorecard.sheetType, filename: "performance.xlsx")
        },
        Route(.get, "/performance.pdf", needs: .readPerformance, summary: "The same as a document to print (PDF).") {
            request, house in
            let card = try await Indicator.card(try Scope(request.query), request, house)
            let document = ScorecardDocumentPage(paper: card.paper, council: house.settings.councilName)
            return .file(
                try await PrintScorecard(house.configuration).perform(document), type: PrintScorecard.type,
                filename: "performance.pdf")
        },
        Route(
            .get, "/api/v1/performance", needs: .readPerformance,
            summary: "A scorecard: value, target, rating, direction, comparator and signals of each indicator."
        ) { request, house in .json(try await Indicator.card(try Scope(request.query), request, house).json) },
        Route(.get, "/indicators/:indicator", needs: .readPerformance, summary: "One indicator, with its chart.") {
            request, house in .page(try await Indicator.page(request, house))
        },
        Route(
            .get, "/indicators/:indicator/figures.csv", needs: .readPerformance,
            summary: "One indicator's figures with their limits, as CSV."
        ) { request, house in
            let row = try await Indicator.row(request, house)
            return .csv(row.csv, filename: "\(row.indicator.id).csv")
        },
        Route(
            .get, "/api/v1/indicators/:indicator/chart", needs: .readPerformance,
            summary: "One indicator's control chart: points, limits, signals in words."
        ) { request, house in .json(try await Indicator.row(request, house).chartJSON) },
        Route(
            .post, "/narratives/:narrative/approve", needs: .approvePerformance,
            summary: "Approve what is said of a figure, for the post that owns it."
        ) { request, house in try await Indicator.approve(request, house) },
        Route(
            .get, "/performance/national", needs: .readPerformance,
            summary:
                "The national indicators of 2008 to 2011, as far as they are verified, and what measures the same now."
        ) { request, house in
            let held = try await house.reading(request) { reading, _ in
                let wanted = NationalIndicator.all.flatMap(\.measures)
                try reading.prefetch(wanted.map(\.text))
                return try wanted.compactMap { id in
                    try reading.versions(of: id.text).last { $0.kind.name == Measure.kind.name }.map(Measure.init)
                }
            }
            let byID = Dictionary(held.map { ($0.id, $0) }) { first, _ in first }
            return .page(NationalPage(held: byID, request: request).page)
        },
        Route(.get, "/performance/national.csv", needs: .readPerformance, summary: "The same as CSV.") { _, _ in
            .csv(NationalPage.csv, filename: "national-indicators.csv")
        },
    ]

    // MARK: Reading

    static func card(_ scope: Scope, _ request: Request, _ house: House) async throws -> Scorecard {
        let seen = request.performanceSight(house)
        return try await house.reading(request) { reading, tx in
            try Scorecard.read(scope, seen: seen, in: reading, tx)
        }
    }

    /// - Throws: `.notFound` for an indicator that is not there, or that this reader may not see.
    private static func row(_ request: Request, _ house: House) async throws -> ScorecardRow {
        let id: ID<Indicator> = try request.id("indicator")
        let seen = request.performanceSight(house)
        return try await house.reading(request) { reading, tx in
            try Scorecard.row(of: id, seen: seen, in: reading, tx).row
        }
    }

    private static func page(_ request: Request, _ house: House) async throws -> Page {
        let id: ID<Indicator> = try request.id("indicator")
        let sight = request.performanceSight(house)
        return try await house.reading(request) { reading, tx in
            let seen = try sight.holding(posts: reading.shelf)
            let (row, card) = try Scorecard.row(of: id, seen: seen, in: reading, tx)
            var imports: [Int: ImportSummary] = [:]
            for number in Set(row.series.map(\.source)) { imports[number] = try tx.importSummary(number) }
            var marks: [String: String] = [:]
            for told in row.narratives where told.approved == nil {
                marks[told.id.text] = Seen.mark(of: try reading.versions(of: told.id.text))
            }
            return try IndicatorPage(
                row: row, place: card.places[row.indicator.place] ?? row.indicator.place.text, imports: imports,
                carried: row.isCarried
                    ? tx.carriedFigures(
                        of: row.indicator.measure, until: request.on.adding(days: 1), on: request.on) : nil,
                marks: marks, seen: seen, request: request
            ).page
        }
    }

    private static func approve(_ request: Request, _ house: House) async throws -> Reply {
        let id: ID<Narrative> = try request.id("narrative")
        let (caller, policy, now) = (request.caller, house.policy, request.now)
        let command = ApproveNarrative(
            narrative: id.text, seen: request.form.text("seen"), on: request.today, registry: house.registry)
        let indicator = try await house.store.write { tx in
            try command.perform(by: caller, under: policy, at: now, in: tx)
            return try RecordShelf(tx, command.registry).versions(of: id.text).last?.text("indicator") ?? ""
        }
        return .see(request.link("/indicators/\(indicator)#narratives"))
    }
}

extension Scorecard {
    /// One indicator, as a scorecard of its own.
    static func row(
        of id: ID<Indicator>, seen: PerformanceSight, in reading: DayBook, _ tx: Transaction
    ) throws -> (row: ScorecardRow, card: Scorecard) {
        let seen = try seen.holding(posts: reading.shelf)
        guard let indicator = try reading.one(Indicator.self, id), seen.sees(indicator, on: reading.on) else {
            throw Refusal.notFound
        }
        let card = try read([indicator], of: Scope(), called: indicator.name, seen: seen, in: reading, tx)
        guard let row = card.rows.first else { throw Refusal.notFound }
        return (row, card)
    }
}

extension Request {
    func performanceSight(_ house: House) -> PerformanceSight {
        PerformanceSight(of: caller, under: house.policy, today: today)
    }
}
