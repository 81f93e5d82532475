import Kernel
import Testing

@testable import Doors

@Suite("Finding a route")
struct RouterTests {
    static let router = Router(
        [
            (.get, "/"), (.get, "/bodies"), (.post, "/bodies"), (.get, "/bodies/add"), (.get, "/bodies/:body"),
            (.get, "/bodies/:body/seats/:seat"), (.delete, "/bodies/:body"), (.get, "/:anything/seats"),
        ].map { (method: Method, path: String) in
            Route(method, path, needs: Action("x"), summary: "") { _, _ in .empty }
        })

    @Test(
        "Paths lead where they should",
        arguments: [
            ("GET", "/", "/"), ("GET", "/bodies", "/bodies"), ("POST", "/bodies", "/bodies"),
            ("GET", "/bodies/add", "/bodies/add"),
            ("GET", "/bodies/itsb", "/bodies/:body body=itsb"), ("DELETE", "/bodies/add", "/bodies/:body body=add"),
            ("GET", "/bodies/a/seats/1", "/bodies/:body/seats/:seat body=a seat=1"),
            ("GET", "/x/seats", "/:anything/seats anything=x"),
            ("GET", "/bodies/seats", "/bodies/:body body=seats"), ("GET", "/bodies/%61%C3%A9", "/bodies/:body body=aé"),
            ("GET", "/bodies/a+b", "/bodies/:body body=a+b"), ("POST", "/bodies/", "/bodies"),
            ("GET", "/bodies/", "moved /bodies"), ("GET", "/nowhere/", "not found"), ("GET", "/nowhere", "not found"),
            ("GET", "/Bodies", "not found"), ("GET", "//", "moved /"), ("GET", "//evil.example/", "not found"),
            ("GET", "/bodies//seats", "not found"), ("GET", "/bodies/../bodies", "not found"),
            ("GET", "/bodies/.", "not found"),
            ("GET", "/bodies/%2e%2e", "not found"), ("GET", "/bodies/%2e%2e%2fx", "not found"),
            ("GET", "/bodies/a%5Cb", "not found"),
            ("GET", "/bodies/a%0Ab", "not found"), ("PUT", "/bodies", "wrong method GET POST"),
            ("POST", "/bodies/a", "wrong method DELETE GET"), ("GET", "/bodies/%", "malformed"),
            ("GET", "/bodies/%ff", "malformed"),
            ("GET", "/bodies/%00", "malformed"), ("GET", "bodies", "malformed"), ("GET", "", "malformed"),
        ])
    func finding(method: String, path: String, expected: String) throws {
        let method = try #require(Method(rawValue: method))
        #expect(Self.say(Self.router.find(method, path)) == expected)
    }

    @Test("Paths too long or too deep lead nowhere")
    func limits() {
        #expect(Self.say(Self.router.find(.get, "/" + String(repeating: "a", count: 3_000))) == "not found")
        #expect(Self.say(Self.router.find(.get, String(repeating: "/a", count: 40))) == "not found")
    }

    @Test("Whatever is asked, something is found or said", arguments: 0..<300 as Range<UInt64>)
    func anything(seed: UInt64) {
        var random = Dice(seed)
        let pieces = ["/", "bodies", "..", ".", "%2F", "%", "%41", "é", "a", "seats", "\\", "%00", ":body", "//"]
        let path = "/" + random.text(of: pieces, upTo: 10)
        if case .route(_, let parameters) = Self.router.find(.get, path) {
            #expect(parameters.values.allSatisfy { !$0.isEmpty && !$0.contains("/") && $0 != ".." && $0 != "." })
        }
    }

    @Test("Two routes of one method and path are noticed")
    func clashes() {
        let route = Route(.get, "/a/:b", needs: Action("x"), summary: "") { _, _ in .empty }
        let other = Route(.get, "/a/:c", needs: Action("x"), summary: "") { _, _ in .empty }
        #expect(Router([route, other]).clashes == ["GET /a/:c"])
        #expect(Self.router.clashes.isEmpty)
    }

    private static func say(_ found: Router.Found) -> String {
        switch found {
        case .route(let route, let parameters):
            ([route.path] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(
                separator: " ")
        case .notFound: "not found"
        case .wrongMethod(let allowed): "wrong method " + allowed.map(\.rawValue).joined(separator: " ")
        case .malformed: "malformed"
        case .moved(let path): "moved \(path)"
        }
    }
}
