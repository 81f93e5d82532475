import Desk
import Doors
import Foundation
import Kernel
import Testing

@Suite("The API's own description")
struct OpenAPITests {
    private static func document() throws -> [String: Any] {
        let bytes = OpenAPI.json(routes: DeskWorld.modules.flatMap(\.routes), registry: DeskWorld.registry)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("Every route of the API is in it, with its permission, and no other")
    func routes() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: [String: Any]])
        let described = Set(paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } })
        let routes = DeskWorld.modules.flatMap(\.routes).filter { $0.path.hasPrefix("/api/") }
        #expect(
            described
                == Set(routes.map { "\($0.method.rawValue) \($0.path.replacingOccurrences(of: ":id", with: "{id}"))" }))
        let list = try #require(paths["/api/v1/clubs"]?["get"] as? [String: Any])
        #expect(list["x-permission"] as? String == "toys.see")
    }

    @Test("Everything it points at within itself is there")
    func references() throws {
        let document = try Self.document()
        let components = try #require(document["components"] as? [String: [String: Any]])
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: document, options: .withoutEscapingSlashes),
            as: UTF8.self)
        let references = text.matches(of: /"\$ref":"#\/components\/(\w+)\/([^"]+)"/)
        #expect(references.count > 100)
        for reference in references {
            #expect(components[String(reference.1)]?[String(reference.2)] != nil, "\(reference.0)")
        }
    }

    @Test("It is served")
    func served() async throws {
        let world = try await DeskWorld()
        let reply = await world.api(.get, "openapi.json")
        #expect(reply.status == 200 && reply.text.hasPrefix(#"{"openapi":"3.1.0""#))
    }
}
