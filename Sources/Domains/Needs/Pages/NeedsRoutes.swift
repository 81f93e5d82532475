import Doors
import Kernel
import Places
import Store
import Web

/// The ways in to needs, over HTTP: profiles, measures, figures.
enum NeedsRoutes {
    static let all: [Route] = [
        see("/needs", "A place's measures against its statistical neighbours, its region and England.", needs),
        see("/needs.csv", "The same, as CSV.", needsCSV),
        see("/needs/gap", "The gap between two groups or places over time.", gap),
        see("/measures", "Every measure, by topic.", measures),
        see("/measures.csv", "Every measure, as CSV.", measuresCSV),
        see("/measures/:measure", "One measure: what it means, its figures for a place, by ward.", measure),
        see("/measures/:measure/figures.csv", "The figures of one measure for a place, as CSV.", figuresCSV),
        see("/measures/:measure/figure", "One figure: from what, when, and what it was before.", figure),
        see("/measures/:measure/areas.csv", "One measure carried up from small areas, as CSV.", areasCSV),
        see("/measures/:measure/map.svg", "One measure by ward, as a map.", map),
        see("/api/v1/needs", "A place's measures against what they are held against.", needsJSON),
        see("/api/v1/measures/:measure/figures", "The figures of one measure for a place.", figuresJSON),
        see("/api/v1/measures/:measure/areas", "One measure carried up from small areas.", areasJSON),
    ]

    private static func see(_ path: String, _ summary: String, _ handler: @escaping Route.Handler) -> Route {
        Route(.get, path, needs: .seeNeeds, summary: summary, handler)
    }

    /// Whether they see figures that are worked out of small counts (rule NE-17): whoever brings figures does.
    private static func seesWhole(_ request: Request, _ house: House) -> Bool {
        request.caller.may(.changeNeeds, under: house.policy)
    }

    // MARK: A place

    /// The place asked for, the city's own, or the first that figures are held of; nil when none are.
    private static func place(_ request: Request, in tx: Transaction) throws -> PlaceCode? {
        if let typed = request.query.text("place") {
            guard let code = PlaceCode(checking: typed) else { throw Refusal.notFound }
            return code
        }
        let places = try tx.placesWithFigures()
        if let usual = try tx.usualPlace(), places.contains(where: { $0.code == usual }) { return usual }
        return (places.first { $0.level == .authority } ?? places.first)?.code
    }

    private static func profile(_ request: Request, _ house: House) async throws -> Profile? {
        let isWhole = seesWhole(request, house)
        return try await house.store.read { tx in
            try place(request, in: tx).map {
                try Profile(
                    $0, topic: request.query.text("topic"), until: request.until, isWhole: isWhole, in: tx)
            }
        }
    }

    @Sendable private static func needs(_ request: Request, _ house: House) async throws -> Reply {
        guard let profile = try await profile(request, house) else { return .page(NoNeedsPage(request: request).page) }
        let places = try await house.store.read { tx in try tx.placesWithFigures() }
        return .page(ProfilePage(profile: profile, places: places, request: request).page)
    }

    @Sendable private static func needsCSV(_ request: Request, _ house: House) async throws -> Reply {
        guard let profile = try await profile(request, house) else { throw Refusal.notFound }
        return .csv(
            csv(ProfileTables.heading, ProfileTables.rows(profile)), filename: "needs-\(profile.place.code).csv")
    }

    @Sendable private static func needsJSON(_ request: Request, _ house: House) async throws -> Reply {
        guard let profile = try await profile(request, house) else { throw Refusal.notFound }
        return .json(try ProfileJSON(profile).jsonBytes())
    }

    @Sendable private static func gap(_ request: Request, _ house: House) async throws -> Reply {
        let query = request.query
        guard let measure = query.text("measure").flatMap({ ID<Measure>(checking: $0) }),
            let code = query.text("place").flatMap({ PlaceCode(checking: $0) })
        else { throw Refusal.notFound }
        let other = query.text("other-measure").flatMap { ID<Measure>(checking: $0) } ?? measure
        let against = query.text("other-place").flatMap { PlaceCode(checking: $0) } ?? code
        let part = query.text("part").map { Breakdown($0) } ?? .all
        let otherPart = query.text("other-part").map { Breakdown($0) } ?? part
        let until = request.until, isWhole = seesWhole(request, house)
        let sides = try await house.store.read { tx in
            try [(measure, code, part), (other, against, otherPart)].map { id, code, part in
                guard let measure = try tx.measure(id), let place = try tx.statisticalArea(code) else {
                    throw Refusal.notFound
                }
                let figures = try tx.observations(of: id, in: code, part)
                    .filter { each in until.map { each.span.until <= $0 } ?? true }
                    .map { $0.shown(isWhole: isWhole) }
                return GapPage.Side(measure: measure, place: place, part: part, observations: figures)
            }
        }
        guard sides[0].measure.unit == sides[1].measure.unit else {
            let units = sides.map { $0.measure.unit ?? "no unit" }.joined(separator: " and ")
            throw Refusal.invalid([
                Problem("other-measure", "The two are not counted alike, so there is no gap between them: \(units)")
            ])
        }
        return .page(GapPage(one: sides[0], other: sides[1], request: request).page)
    }

    // MARK: A measure

    @Sendable private static func measures(_ request: Request, _ house: House) async throws -> Reply {
        let measures = try await house.store.read { tx in try tx.measures() }
        return .page(MeasuresPage(measures: measures, topic: request.query.text("topic"), request: request).page)
    }

    @Sendable private static func measuresCSV(_ request: Request, _ house: House) async throws -> Reply {
        let measures = try await house.store.read { tx in try tx.measures() }
        let rows = measures.map {
            [$0.id.text, $0.code, $0.title, $0.topic ?? "", $0.unit ?? "", $0.polarity.rawValue]
        }
        return .csv(csv(["measure", "code", "title", "topic", "unit", "polarity"], rows), filename: "measures.csv")
    }

    @Sendable private static func measure(_ request: Request, _ house: House) async throws -> Reply {
        let id: ID<Measure> = try request.id("measure")
        let code = request.query.text("place").flatMap { PlaceCode(checking: $0) }
        let isWhole = seesWhole(request, house)
        let (view, map) = try await house.store.read { tx in
            let view = try MeasureView(
                id, place: code, until: request.until, isWhole: isWhole, on: request.on, in: tx)
            return (view, try view.carried.map { try ShadedMapPicture(tx, on: $0.wardDay) })
        }
        return .page(MeasurePage(view: view, map: map, request: request).page)
    }

    private static func figures(_ request: Request, _ house: House) async throws -> FiguresJSON.Parts {
        let id: ID<Measure> = try request.id("measure"), isWhole = seesWhole(request, house)
        return try await house.store.read { tx in
            guard let measure = try tx.measure(id), let code = try place(request, in: tx) else {
                throw Refusal.notFound
            }
            let part = request.query.text("part").map { Breakdown($0) } ?? .all
            return (measure, code, try tx.observations(of: id, in: code, part).map { $0.shown(isWhole: isWhole) })
        }
    }

    @Sendable private static func figuresCSV(_ request: Request, _ house: House) async throws -> Reply {
        let (measure, code, observations) = try await figures(request, house)
        return .csv(
            csv(ProfileTables.figureHeading, ProfileTables.rows(observations)),
            filename: "\(measure.id)-\(code).csv")
    }

    @Sendable private static func figuresJSON(_ request: Request, _ house: House) async throws -> Reply {
        let (measure, code, observations) = try await figures(request, house)
        return .json(try FiguresJSON(measure, code, observations).jsonBytes())
    }

    @Sendable private static func figure(_ request: Request, _ house: House) async throws -> Reply {
        let id: ID<Measure> = try request.id("measure"), query = request.query
        guard let code = query.text("place").flatMap({ PlaceCode(checking: $0) }),
            let span = Span(query.text("from").flatMap { Day($0) }, query.text("until").flatMap { Day($0) })
        else { throw Refusal.notFound }
        let series = Series(id, in: code, query.text("part").map { Breakdown($0) } ?? .all)
        let isWhole = seesWhole(request, house)
        let page = try await house.store.read { tx in
            let versions = try tx.versions(of: series, over: span).map { version in
                (observation: version.observation.shown(isWhole: isWhole), source: version.source)
            }
            guard let measure = try tx.measure(id), !versions.isEmpty else { throw Refusal.notFound }
            return FigurePage(
                measure: measure, place: try tx.statisticalArea(code), series: series, span: span, versions: versions,
                showsWho: isWhole, request: request)
        }
        return .page(page.page)
    }

    private static func carried(_ request: Request, _ house: House) async throws -> CarryUp {
        let id: ID<Measure> = try request.id("measure")
        let carried = try await house.store.read { tx in
            try CarryUp(id, until: request.until, in: tx, on: request.on)
        }
        guard let carried else { throw Refusal.notFound }
        return carried
    }

    @Sendable private static func areasCSV(_ request: Request, _ house: House) async throws -> Reply {
        let carried = try await carried(request, house)
        return .csv(
            csv(ProfileTables.wardHeading, ProfileTables.rows(carried)), filename: "\(carried.measure.id)-areas.csv")
    }

    @Sendable private static func areasJSON(_ request: Request, _ house: House) async throws -> Reply {
        .json(try CarryUpJSON(try await carried(request, house)).jsonBytes())
    }

    @Sendable private static func map(_ request: Request, _ house: House) async throws -> Reply {
        let carried = try await carried(request, house)
        let map = try await house.store.read { tx in try ShadedMapPicture(tx, on: carried.wardDay) }
        guard let svg = ShadedWards(carried, map: map, request: request).svg else { throw Refusal.notFound }
        return .svg(svg.file)
    }
}
