internal import Doors
internal import Kernel
internal import Records

/// What the API's document says of one route.
struct Operation {
    /// A name and value that may stand in the address.
    struct Parameter {
        let name: String
        let isInPath: Bool
        let about: String
        let schema: JSONTree
        var isRequired = false

        var tree: JSONTree {
            [
                "name": .text(name), "in": isInPath ? "path" : "query", "required": .flag(isInPath || isRequired),
                "description": .text(about), "schema": schema,
            ]
        }
    }

    let route: Route
    var tag: String
    var parameters: [Parameter] = []
    /// The name of the schema of what is sent.
    var sends: String?
    /// The status of success, and the schema of what is given back.
    var gives: (status: Int, schema: JSONTree) = (200, [:])
    /// Statuses of refusal, beside those that any route may answer with.
    var refusals: [Int] = []

    /// - Returns: nil for what is no part of the API.
    init?(_ route: Route, _ registry: Registry) {
        let parts = route.path.split(separator: "/").map(String.init)
        guard parts.count >= 3, parts[0] == "api", parts[1] == "v1" else { return nil }
        self.route = route
        tag = parts[2]
        parameters = parts.filter { $0.hasPrefix(":") }.map { Self.inPath(String($0.dropFirst())) }
        if route.method.changes { refusals = [409, 413, 415] }
        if let kind = registry.kind(plural: parts[2]) {
            describe(kind, Array(parts.dropFirst(3)))
        } else if parts[2] == "search" {
            parameters += [Self.query("q", "A name, or a part of one.", ["type": "string"]), Self.page]
            gives = (200, RecordSchema.reference("search-results"))
        } else {
            if route.method == .get { parameters.append(Self.on) }
            gives = (200, parts[2] == "openapi.json" ? ["type": "object"] : [:])
        }
    }

    private mutating func describe(_ kind: Kind, _ rest: [String]) {
        let schema = RecordSchema(kind: kind)
        parameters.append(Self.on)
        switch (route.method, rest.first == nil, rest.dropFirst().first) {
        case (.get, true, _):
            parameters += [
                Self.query("q", "Only those with these words in their name or identifier.", ["type": "string"]),
                Self.query("after", "Where this part of the list begins: next of the part before.", ["type": "string"]),
                Self.query(
                    "limit", "The most to give.",
                    [
                        "type": "integer", "minimum": 1, "maximum": .integer(RecordAPI.limitMax),
                        "default": .integer(RecordAPI.limitUsual),
                    ]),
            ]
            gives = (200, RecordSchema.reference(schema.name("list")))
        case (.post, true, _): (sends, gives) = (schema.name("new"), (201, RecordSchema.reference(kind.name)))
        case (.post, _, "changes"?): (sends, gives) = (schema.name("change"), (201, RecordSchema.reference(kind.name)))
        case (.post, _, "corrections"?):
            (sends, gives) = (schema.name("correction"), (201, RecordSchema.reference(kind.name)))
        case (.post, _, "end"?): (sends, gives) = ("ending", (200, RecordSchema.reference(kind.name)))
        case (.get, _, "history"?):
            parameters.append(
                Self.query(
                    "before", "Only what is older than the entry of this number.", ["type": "integer", "minimum": 1]))
            gives = (200, RecordSchema.reference("history"))
        case (.get, _, "known"?):
            var at = Self.query(
                "at", "A moment, or a day, which means its end.",
                [
                    "oneOf": [FieldSchema.day, ["type": "string", "pattern": .text(Self.moment)]],
                    "examples": ["2010-03-01T14:05:00Z", "2010-03-01"],
                ])
            at.isRequired = true
            parameters.append(at)
            gives = (200, RecordSchema.reference(schema.name("known")))
        case (.get, _, nil): gives = (200, RecordSchema.reference(kind.name))
        // What a room says of one of its things, in a shape of its own.
        default: gives = (200, ["type": "object"])
        }
    }

    var tree: JSONTree {
        var pairs: [(String, JSONTree)] = [
            ("operationId", .text(identifier)), ("summary", .text(route.summary)), ("tags", [.text(tag)]),
            ("x-permission", .text(route.action.name)),
        ]
        if !parameters.isEmpty { pairs.append(("parameters", .list(parameters.map(\.tree)))) }
        if let sends {
            pairs.append(
                (
                    "requestBody",
                    ["required": true, "content": ["application/json": ["schema": RecordSchema.reference(sends)]]]
                ))
        }
        let statuses = ([400, 403, 404, 422, 500, 503] + refusals).sorted()
        let success: (String, JSONTree) = (
            "\(gives.status)", ["description": "Done.", "content": ["application/json": ["schema": gives.schema]]]
        )
        let refused = statuses.map { ("\($0)", ["$ref": .text("#/components/responses/\($0)")] as JSONTree) }
        pairs.append(
            ("responses", .object([success] + refused + [("default", ["$ref": "#/components/responses/default"])])))
        return .object(pairs)
    }

    /// `get-posts-id-history`: unique, since no two routes have one method and one path.
    private var identifier: String {
        let parts = route.path.split(separator: "/").dropFirst(2).map { $0.filter { $0 != ":" } }
        return ([route.method.rawValue.lowercased()] + parts).joined(separator: "-")
    }

    /// A moment in UTC, to the second or a part of one.
    private static let moment =
        "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
        + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?Z$"

    private static let on = query("on", "The day to show it for.", FieldSchema.day)
    private static let page = query(
        "page", "Which part of what was found, from 1.",
        ["type": "integer", "minimum": 1, "maximum": .integer(SearchResults.pagesMax)])

    private static func query(_ name: String, _ about: String, _ schema: JSONTree) -> Parameter {
        Parameter(name: name, isInPath: false, about: about, schema: schema)
    }

    private static func inPath(_ name: String) -> Parameter {
        Parameter(name: name, isInPath: true, about: "The identifier of one of them.", schema: FieldSchema.identifier)
    }
}
