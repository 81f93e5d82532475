import Doors
import Kernel
import Partners
import Web

extension MapPage {
    static let routes: [Route] = [
        Route(
            .get, "/accountability", needs: .seeArrangements,
            summary: "The accountability map of a day, whole or about a post, an organisation or a function."
        ) { request, house in
            let worked = try await house.worked(for: request), ask = try MapAsk(request.query)
            if let post = ask.post, worked.map.position(of: post) == nil { throw Refusal.notFound }
            return .page(MapPage(worked: worked, ask: ask, request: request).page)
        },
        Route(
            .get, "/accountability.csv", needs: .seeArrangements,
            summary: "Every post of a day with its lines and functions, as CSV."
        ) { request, house in
            .csv(try await house.worked(for: request).map.csv, filename: "accountability.csv")
        },
    ]

    /// Organisations and functions listed to choose from. Beyond it a person finds them by search.
    private static let choicesMax = 300

    init(worked: Worked, ask: MapAsk, request: Request) {
        let graph = worked.map, accountability = worked.trust.accountability
        let organisations = graph.byOrganisation.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(
            Self.choicesMax
        )
        .map { Named($0.key, accountability.name($0.key)) }.sorted { $0.name < $1.name }
        let functions = graph.byFunction.keys.map { Named($0, accountability.name($0)) }.sorted { $0.name < $1.name }
        self.init(
            graph: graph, ask: ask, selection: MapSelection(ask, in: graph), organisations: organisations,
            functions: Array(functions.prefix(Self.choicesMax)), request: request)
    }
}

extension MapAsk {
    /// - Throws: `.invalid` when the number of levels makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        post = fields.text("post").flatMap { ID<Post>(checking: $0)?.text }
        organisation = fields.text("organisation").flatMap { ID<Organisation>(checking: $0)?.text }
        function = fields.text("function").flatMap { ID<Function>(checking: $0)?.text }
        guard let word = fields.text("levels") else { return }
        guard let number = Int(word), (1...Self.levelsMax).contains(number) else {
            throw .invalid([Problem("levels", "Choose from 1 to \(Self.levelsMax) levels")])
        }
        levels = number
    }
}
