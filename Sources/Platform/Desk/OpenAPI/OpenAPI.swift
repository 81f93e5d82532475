public import Doors
internal import Kernel
public import Records
internal import Web

/// The document that describes the API to programs (OpenAPI 3.1), made from the routes and the kinds of record.
public enum OpenAPI {
    /// - Parameter routes: every route of the building; those that are no part of the API are left out.
    public static func json(routes: [Route], registry: Registry) -> [UInt8] {
        var json = JSONWriter()
        json.tree(tree(routes: routes, registry: registry))
        return json.bytes
    }

    static func tree(routes: [Route], registry: Registry) -> JSONTree {
        let operations = routes.compactMap { Operation($0, registry) }
        let paths = operations.reduce(into: [String]()) { paths, operation in
            if !paths.contains(operation.route.path) { paths.append(operation.route.path) }
        }
        let described = paths.map { path -> (String, JSONTree) in
            let own = operations.filter { $0.route.path == path }
            return (braced(path), .object(own.map { ($0.route.method.rawValue.lowercased(), $0.tree) }))
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "ThinkChild", "version": "1",
                "description": "A children's trust as it stood on any day. What a page shows, a program can ask for.",
            ],
            "servers": [["url": "/"]],
            "paths": .object(described),
            "components": ["schemas": .object(schemas(registry)), "responses": .object(responses)],
        ]
    }

    /// `/posts/:id` as OpenAPI writes it: `/posts/{id}`.
    private static func braced(_ path: String) -> String {
        "/"
            + path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(
                separator: "/")
    }

    private static func schemas(_ registry: Registry) -> [(String, JSONTree)] {
        registry.kinds.flatMap { RecordSchema(kind: $0).all }
            + [
                ("ending", RecordSchema.ending), ("history", history), ("search-results", found),
                ("problems", problems),
            ]
    }

    // MARK: What is shared

    private static let text: JSONTree = ["type": "string"]

    private static let problems = RecordSchema.object(
        [
            (
                "problems",
                [
                    "type": "array", "minItems": 1,
                    "items": RecordSchema.object(
                        [("field", text), ("message", text)], required: ["field", "message"]),
                ]
            )
        ], required: ["problems"],
        about: "Everything that was wrong, each naming the key it is about; empty when it is about none.")

    private static let found = RecordSchema.object(
        [
            (
                "items",
                [
                    "type": "array",
                    "items": RecordSchema.object(
                        [("kind", text), ("id", FieldSchema.identifier), ("name", text)],
                        required: ["kind", "id", "name"]),
                ]
            ), ("more", ["type": "boolean"]),
        ], required: ["items", "more"])

    private static let history: JSONTree = {
        let change = RecordSchema.object(
            [("key", text), ("before", text), ("after", text)], required: ["key", "before", "after"])
        let number: JSONTree = ["type": "integer", "minimum": 1]
        let entry = RecordSchema.object(
            [
                ("number", number), ("at", ["type": "string", "format": "date-time"]), ("caller", text), ("name", text),
                ("sentence", text), ("because", text), ("changes", ["type": "array", "items": change]),
            ], required: ["number", "at", "name", "sentence", "because", "changes"])
        return RecordSchema.object(
            [
                ("entries", ["type": "array", "items": entry]),
                (
                    "before",
                    FieldSchema.described(
                        ["type": ["integer", "null"]], "What to give as before for what is older; null at the end.")
                ),
            ], required: ["entries", "before"])
    }()

    private static let responses: [(String, JSONTree)] = [
        ("400", "The address or the body cannot be read."), ("403", "The caller may not do this."),
        ("404", "There is no such thing, or the caller may not know whether there is."),
        ("409", "It cannot be done as things stand, or somebody else has changed it."),
        ("413", "More was sent than is taken."), ("415", "The body is not JSON by its type."),
        ("422", "Something is wrong with what was asked; nothing was changed."), ("500", "A fault of the service."),
        ("503", "The service cannot answer now; ask again after the seconds in Retry-After."),
        ("default", "Something was wrong with the request itself, such as its method, its length or its speed."),
    ].map { status, words in
        (
            status,
            [
                "description": .text(words),
                "content": ["application/json": ["schema": RecordSchema.reference("problems")]],
            ]
        )
    }
}

extension Desk {
    var openAPIRoute: Route {
        Route(.get, "/api/v1/openapi.json", needs: Desk.see, summary: "This description of the API.") { _, house in
            .json(OpenAPI.json(routes: house.routes, registry: registry))
        }
    }
}
