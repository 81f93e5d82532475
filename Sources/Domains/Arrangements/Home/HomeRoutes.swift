import Doors
import Kernel

extension HomePage {
    static let routes: [Route] = [
        Route(.get, "/", needs: .seeArrangements, summary: "What needs attention on a day, and what is held.") {
            request, house in
            let lately = try await house.lately(for: request)
            switch lately {
            case .now(let worked), .before(let worked):
                return .page(lately.told(on: HomePage(worked: worked, request: request).page, isAll: true))
            case .notYet:
                return .page(HomePage(worked: try await house.worked(for: request), request: request).page)
            }
        }
    ]
}
