import App
import Doors
import Foundation
import Kernel
import Server
import Settings
import SingleSignOn
import Store
import Workflows

/// Says what is wrong with an installation, and what to do about it. Changes nothing.
struct DoctorVerb {
    static let name = "doctor"

    let building: Building
    let environment: [String: String]

    var verb: Verb {
        Verb(
            Self.name, usage: "[--json]", summary: "Say what is wrong with this installation, and what to do about it.",
            needs: RunningVerbs.run, options: [Verb.Option("json", help: "print JSON")], database: .never
        ) { words, options, _, now, house in
            guard words.isEmpty else {
                throw Refusal.invalid([Problem("words", "doctor takes no words, and was given \(words[0])")])
            }
            let reading = Settings.reading(Building.declaredSettings, environment: environment)
            let location = try Location(house.configuration[Settings.database])
            let lines =
                SettingsDoctor.lines(reading, secret: Settings.secret)
                + DoorDoctor.lines(house.configuration, at: now)
                + (await DirectoryDoctor.lines(at: now) { () throws(Refusal) in
                    try SignOnSettings(house.configuration)
                })
                + (await DatabaseDoctor(location, schemas: building.schemas, at: now, more: oversight(house, at: now))
                    .lines())
                + (await KeyDoctor.lines(location, house.configuration))
            return VerbOutput(options.has("json") ? lines.json : lines.text, exitCode: lines.exitCode)
        }
    }

    private func oversight(_ house: House, at now: Date) -> @Sendable (Store) async -> [DoctorLine] {
        let building = building, configuration = house.configuration
        return { store in
            let held = building.house(over: store, configuration: configuration)
            return await OversightDoctor(held, building.registry, at: now).lines()
        }
    }
}
