import Doors
import Kernel

extension HomePage {
    static let routes: [Route] = [
        Route(.get, "/", needs: .seeArrangements, summary: "What needs attention on a day, and what is held.") {
            request, house in
            .page(HomePage(worked: try await house.worked(for: request), request: request).page)
        }
    ]
}
