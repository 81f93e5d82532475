import Doors
import Kernel
import Settings
import Web

/// `thinkchild settings`: what is in force on this machine, and where each value came from.
enum SettingsVerb {
    static let verb = Verb(
        "settings", usage: "[--json]", summary: "Print every setting in force, and where its value came from.",
        needs: RunningVerbs.run, options: [Verb.Option("json", help: "print JSON")], database: .never
    ) { words, options, _, _, house in
        try words.mustBeNone(for: "settings")
        return VerbOutput(options.has("json") ? json(house.configuration) : table(house.configuration))
    }

    private static func table(_ settings: Settings) -> String {
        let rows = settings.declarations.map { one in
            [one.name, settings.shown(one), "\(settings.origin(of: one))"]
        }
        let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row[0].padding(toWidth: widths[0] + 2) + row[1].padding(toWidth: widths[1] + 2) + row[2]
        }.joined(separator: "\n")
    }

    private static func json(_ settings: Settings) -> String {
        var writer = JSONWriter()
        writer.array { writer in
            for one in settings.declarations {
                writer.object { writer in
                    writer.field("name", one.name)
                    writer.field("variable", one.variable)
                    writer.field("value", settings.shown(one))
                    writer.field("from", "\(settings.origin(of: one))")
                }
            }
        }
        return writer.string
    }
}

extension String {
    func padding(toWidth width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}
