import App
import Doors
import Foundation
import Kernel
import Server
import Settings
import SingleSignOn
import Workflows

/// Answers a browser until it is told to stop.
struct ServeVerb {
    let building: Building

    var verb: Verb {
        Verb(
            "serve", usage: "[--host H] [--port P] [--opens-on DAY]",
            summary: "Answer browsers, until told to stop.", needs: .serve,
            options: [
                Verb.Option(
                    "host", value: "HOST", help: "the address to listen on, in place of the setting listen.host"),
                Verb.Option("port", value: "PORT", help: "the port to listen on, in place of the setting listen.port"),
                Verb.Option(
                    "opens-on", value: "DAY", help: "the day shown when nobody asks for another; today unless said"),
            ], database: .opens
        ) { words, options, caller, now, house in
            guard words.isEmpty else {
                throw Refusal.invalid([Problem("words", "serve takes no words, and was given \(words[0])")])
            }
            var house = house
            try decide(options, in: &house)
            let settings = try ServerSettings(house.configuration)
            _ = try SignOnSettings(house.configuration)
            let invitation = try await FirstRun.invitation(
                to: house.configuration[Settings.administratorEmail], by: caller, at: now, in: house)
            try await serve(
                house: house, modules: building.modules, settings: settings,
                whenListening: { port in
                    let place = "\(settings.scheme)://localhost:\(port)"
                    complain(["listening on \(place)"])
                    guard let invitation else { return }
                    complain([
                        "nobody has signed in yet: the system administrator chooses a password at",
                        "\(place)\(invitation.path)",
                    ])
                })
            return VerbOutput("")
        }
    }

    /// Options stand above the settings that they are named for.
    private func decide(_ options: Options, in house: inout House) throws(Refusal) {
        if let host = options.value("host") { try house.configuration.set(Settings.host, to: host, by: "--host") }
        if let port = options.value("port") {
            try house.configuration.set(Settings.port, to: port, by: "--port")
            // Where links lead that others keep, such as those in calendars.
            if house.configuration[Settings.publicURL] == nil {
                house.settings.address = "http://localhost:\(house.configuration[Settings.port])"
            }
        }
        if let day = options.value("opens-on") {
            try house.configuration.set(Settings.opensOn, to: day, by: "--opens-on")
            house.settings.opensOn = house.configuration[Settings.opensOn]
        }
    }
}
