import App
import Cast
import Doors
import Kernel
import Records
import Settings
import Store
import Testing

/// What `docs/generated/` says of the whole building: written by bin/golden, compared here.
@Suite("Golden pages of the building")
struct GoldenPagesTests {
    let building = Building()
    var house: House { get throws { building.house(over: try Store.open(.memory), settings: HouseSettings()) } }

    @Test("Golden: every route, with what it needs")
    func routes() throws {
        let policy = try house.policy
        let lines = building.routes.map { route in
            let needs = policy.isPublic(route.action) ? "public" : route.action.name
            return "\(route.method.rawValue.padded(to: 7))\(route.path.padded(to: 60))\(needs)"
        }
        let text =
            "# Method, path, permission: `public` where anyone may.\n" + lines.sorted().map { $0 + "\n" }.joined()
        #expect(try Golden.difference(text, from: "docs/generated/routes.txt") == nil)
    }

    @Test("Golden: who may do what, module by module")
    func access() throws {
        for module in building.modules where !module.policy.grants.isEmpty {
            let text = Self.table(of: module)
            #expect(try Golden.difference(text, from: "docs/generated/access/\(module.name).txt") == nil)
        }
    }

    @Test("Golden: the database as it looks today, on SQLite")
    func schema() async throws {
        let store = try Store.open(.memory)
        try await store.migrate(building.schemas)
        let statements = try await store.read { tx in
            try tx.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").map { $0.text(0) }
        }
        let text =
            "-- Written by bin/golden from a freshly migrated database.\n\n"
            + statements.map { $0 + ";\n" }.joined(separator: "\n")
        #expect(try Golden.difference(text, from: "docs/generated/schema.sql") == nil)
    }

    @Test("Golden: the format of the files, and its JSON Schema")
    func format() throws {
        #expect(
            try Golden.difference(FormatPage.markdown(building.registry), from: "docs/format/arrangements.md") == nil)
        #expect(
            try Golden.difference(FormatSchema.json(building.registry), from: "docs/format/arrangements.schema.json")
                == nil)
    }

    @Test("Golden: every setting")
    func settings() throws {
        let page = SettingsPage.markdown(Building.declaredSettings)
        #expect(try Golden.difference(page, from: "docs/operating/settings.md") == nil)
    }

    private static func table(of module: Module) -> String {
        let roles = Role.allCases
        let width = max(40, (module.routes.map { $0.path.count + 10 } + [0]).max() ?? 0)
        var lines = ["".padded(to: width) + roles.map { $0.rawValue.padded(to: 15) }.joined() + "no role"]
        for action in module.policy.grants.keys.sorted() {
            let answers = roles.map { (module.policy.allows($0, to: action) ? "yes" : "-").padded(to: 15) }.joined()
            let stranger = module.policy.isPublic(action) ? "yes" : "not found"
            lines.append(action.name.padded(to: width) + answers + stranger)
            lines += module.routes.filter { $0.action == action }.map { "  \($0)" }.sorted()
            lines += module.verbs.filter { $0.action == action }.map { "  thinkchild \($0.name)" }.sorted()
        }
        return lines.map { $0.trimmedAtEnd + "\n" }.joined()
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(1, width - count))
    }
    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
