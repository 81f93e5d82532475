/// Finds the route for a path. A pure value: a test walks it without HTTP.
public struct Router: Sendable {
    /// What was found.
    public enum Found: Sendable {
        case route(Route, parameters: [String: String])
        case notFound
        /// The path is known, but not for this method; these it is known for.
        case wrongMethod(allowed: [Method])
        /// The address cannot be read.
        case malformed(String)
        /// The same path without the slash at its end.
        case moved(to: String)
    }

    /// One part of the tree of paths.
    private struct Node: Sendable {
        var children: [String: Int] = [:]
        /// The child that stands for any part.
        var anyChild: Int?
        var routes: [(method: Method, names: [String], route: Route)] = []
    }

    private var nodes: [Node] = [Node()]
    public private(set) var routes: [Route] = []

    /// The longest path looked at, in bytes and in parts.
    public static let pathBytesMax = 2_048, partsMax = 16

    /// Two routes with one method and one path are a mistake in the building; the later is named and not taken.
    public private(set) var clashes: [String] = []

    public init(_ routes: [Route]) {
        for route in routes { add(route) }
    }

    private mutating func add(_ route: Route) {
        var at = 0, names: [String] = []
        for part in route.path.split(separator: "/") {
            if part.hasPrefix(":") {
                names.append(String(part.dropFirst()))
                at = nodes[at].anyChild ?? grow { $0.nodes[at].anyChild = $1 }
            } else {
                let part = String(part)
                at = nodes[at].children[part] ?? grow { $0.nodes[at].children[part] = $1 }
            }
        }
        if nodes[at].routes.contains(where: { $0.method == route.method }) {
            clashes.append(route.description)
        } else {
            nodes[at].routes.append((route.method, names, route))
            routes.append(route)
        }
    }

    private mutating func grow(_ join: (inout Router, Int) -> Void) -> Int {
        nodes.append(Node())
        join(&self, nodes.count - 1)
        return nodes.count - 1
    }

    // MARK: Finding

    /// - Parameter path: as it came, still percent-encoded, without its query.
    public func find(_ method: Method, _ path: String) -> Found {
        guard path.utf8.first == UInt8(ascii: "/") else { return .malformed("The path does not begin with a slash") }
        guard path.utf8.count <= Router.pathBytesMax else { return .notFound }
        if path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { return withoutSlash(method, path) }
        do {
            let parts = try Router.parts(of: path)
            guard let parts, parts.count <= Router.partsMax else { return .notFound }
            var values: [String] = []
            var allowed: Set<Method> = []
            if let found = find(method, parts[...], at: 0, &values, &allowed) { return found }
            return allowed.isEmpty ? .notFound : .wrongMethod(allowed: allowed.sorted())
        } catch {
            return .malformed(error.why)
        }
    }

    /// A part spelt out is preferred to one that stands for any; where that leads nowhere, the other is tried.
    private func find(
        _ method: Method, _ parts: ArraySlice<String>, at node: Int, _ values: inout [String],
        _ allowed: inout Set<Method>
    ) -> Found? {
        guard let part = parts.first else {
            for entry in nodes[node].routes where entry.method == method {
                return .route(entry.route, parameters: Dictionary(zip(entry.names, values), uniquingKeysWith: { $1 }))
            }
            allowed.formUnion(nodes[node].routes.map(\.method))
            return nil
        }
        if let child = nodes[node].children[part],
            let found = find(method, parts.dropFirst(), at: child, &values, &allowed)
        {
            return found
        }
        guard let child = nodes[node].anyChild else { return nil }
        values.append(part)
        if let found = find(method, parts.dropFirst(), at: child, &values, &allowed) { return found }
        values.removeLast()
        return nil
    }

    /// Every method the path is known for.
    public func methods(of path: String) -> [Method] {
        Method.allCases.filter { method in
            switch find(method, path) {
            case .route, .moved: true
            default: false
            }
        }
    }

    private func withoutSlash(_ method: Method, _ path: String) -> Found {
        let bare = String(path.dropLast())
        switch find(method, bare) {
        case .route(let route, let parameters):
            // A form's action with a slash too many still arrives; only a page has one proper address.
            return method == .get && !bare.hasPrefix("//") ? .moved(to: bare) : .route(route, parameters: parameters)
        case .moved: return .notFound
        case let other: return other
        }
    }

    /// The parts of a path, decoded. Nil for one that no route can have: with an empty part, a dot or two dots for a
    /// part, a slash or a control character within one.
    private static func parts(of path: String) throws(Malformed) -> [String]? {
        if path == "/" { return [] }
        var parts: [String] = []
        for raw in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let part = raw.contains(UInt8(ascii: "%")) ? try Percent.decode(raw, plusIsSpace: false) : String(raw) ?? ""
            if part.isEmpty || part == "." || part == ".." { return nil }
            if part.utf8.contains(where: isForbidden) { return nil }
            parts.append(part)
        }
        return parts
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
