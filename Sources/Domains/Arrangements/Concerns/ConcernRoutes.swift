import Doors
import Kernel
import Partners
import Records
import Web

extension Concern {
    static let routes: [Route] = [
        Route(
            .get, "/concerns", needs: .seeArrangements,
            summary: "What people said by a day is wrong or should be done, and where each stands."
        ) { request, house in
            let ask = try ConcernsPage.Ask(request.query)
            return .page(ConcernsPage(concerns: try await all(request, house), ask: ask, request: request).page)
        },
        Route(.get, "/concerns.csv", needs: .seeArrangements, summary: "The same, narrowed as on the page, as CSV.") {
            request, house in
            let ask = try ConcernsPage.Ask(request.query)
            return .csv(csv(ConcernsPage.fitting(try await all(request, house), ask)), filename: "concerns.csv")
        },
        Route(
            .get, "/concerns/:concern", needs: .seeArrangements, summary: "One concern: who said so, and what was done."
        ) { request, house in
            let id: ID<Concern> = try request.id("concern")
            let view = try await house.asOf(request) { reading in
                try reading.record(Concern.kind, id.text).map { try ConcernView($0, in: reading) }
            }
            guard let view else { return try await NotThenPage.reply(Concern.kind, id.text, request, house) }
            let worked = try await house.worked(for: request)
            let findings = worked.findings(about: view.about.id).filter { finding in
                finding.basis == .reported && finding.message.contains(view.concern.name)
            }
            return .page(ConcernPage(view: view, findings: findings, request: request).page)
        },
    ]

    private static func all(_ request: Request, _ house: House) async throws -> [ConcernView] {
        try await house.asOf(request) { reading in
            let records = try reading.shelf.records(of: Concern.kind).filter { $0.period.holds(on: reading.on) }
            try reading.prefetch(records.compactMap { $0.text("about") })
            let answers = try reading.records(Answer.kind, where: "concern", isAnyOf: records.map(\.id))
            let byConcern = Dictionary(grouping: answers) { $0.text("concern") ?? "" }
            return try records.map { try ConcernView($0, answers: byConcern[$0.id] ?? [], in: reading) }
                .sorted { ($0.concern.topic, $0.id) < ($1.concern.topic, $1.id) }
        }
    }

    private static func csv(_ concerns: [ConcernView]) -> [UInt8] {
        Web.csv(
            [
                "id", "concern", "about kind", "about id", "about", "said by", "topic", "state", "what was done",
                "sources",
            ],
            concerns.map { view in
                [
                    view.id, view.concern.name, view.about.kind, view.about.id, view.about.name, view.concern.saidBy,
                    view.concern.topic,
                    view.state.rawValue, view.answers.map(\.words).joined(separator: "; "),
                    view.concern.record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }
}

extension ConcernsPage.Ask {
    /// - Throws: `.invalid` naming what makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        let states = ConcernView.State.allCases.map { Choice($0.rawValue, $0.words) }
        state = try fields.choice("state", of: states).flatMap(ConcernView.State.init(rawValue:))
        topic = try fields.choice("topic", of: Concern.topics)
    }
}
