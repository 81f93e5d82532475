internal import Doors
internal import Kernel
internal import Web

extension Desk {
    /// The one search box, for people and for programs.
    var searchRoutes: [Route] {
        [
            Route(
                .get, "/search", needs: Desk.see,
                summary: "Find a body, a post, an organisation, a place or anything else."
            ) {
                request, house in
                let results = try await results(request, house)
                return .showing(results.shown, .page(SearchPage(results: results, request: request, path: path).page))
            }.showing(showsAny),
            Route(.get, "/api/v1/search", needs: Desk.see, summary: "Find anything that is recorded by its name.") {
                request, house in
                var json = JSONWriter()
                try RecordAPI.checkPage(request)
                let results = try await results(request, house)
                json.results(results)
                return .showing(results.shown, .json(json.bytes))
            }.showing(showsAny),
        ]
    }

    private func results(_ request: Request, _ house: House) async throws -> SearchResults {
        try await SearchResults(
            request.query.text("q") ?? "", page: request.page, for: request.caller, of: self, in: house)
    }
}
