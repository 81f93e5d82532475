import Doors
import Kernel
import Records
import Web

extension Organisation {
    static let routes: [Route] = [
        Route(
            .get, "/organisations", needs: .seePartners,
            summary: "Organisations on a day, by name, a hundred at a time."
        ) { request, house in
            let ask = try OrganisationAsk(request.query)
            let list = try await house.asOf(request, what: ask) { try OrganisationList(ask, in: $0) }
            return .page(OrganisationsPage(list: list, ask: ask, request: request).page)
        },
        Route(
            .get, "/organisations.csv", needs: .seePartners,
            summary: "Every organisation on a day, narrowed as on the page, as CSV."
        ) { request, house in
            let ask = try OrganisationAsk(request.query)
            return .csv(try await house.asOf(request) { try csv(ask, in: $0) }, filename: "organisations.csv")
        },
        Route(
            .get, "/api/v1/organisations/:organisation/around", needs: .seePartners,
            summary: "One organisation on a day and what is around it: its posts, its owner, the statutory lists."
        ) { request, house in
            let id: ID<Organisation> = try request.id("organisation")
            guard let view = try await house.asOf(request, what: id, { try OrganisationView(id, in: $0) }) else {
                throw Refusal.notFound
            }
            return .json(view.json(on: request.on))
        },
    ]

    private static func csv(_ ask: OrganisationAsk, in reading: DayBook) throws -> [UInt8] {
        var rows: [[String]] = [], ask = ask
        repeat {
            let list = try OrganisationList(ask, in: reading, limit: RecordShelf.pageMax)
            rows += zip(list.organisations, list.records).map { organisation, record in
                [
                    organisation.id.text, organisation.name, organisation.short ?? "", organisation.type,
                    organisation.sector,
                    organisation.owner?.text ?? "", organisation.cooperation.joined(separator: "; "),
                    organisation.safeguardingDuty.joined(separator: "; "),
                    organisation.boardPartner.joined(separator: "; "),
                    record.provenance.rawValue, record.sources.map(\.description).joined(separator: "; "),
                ]
            }
            ask.after = list.next
        } while ask.after != nil
        let header = [
            "id", "name", "short name", "kind", "sector", "owned by", "relevant partner", "safeguarding duty",
            "board partner",
            "provenance", "sources",
        ]
        return Web.csv(header, rows)
    }
}
