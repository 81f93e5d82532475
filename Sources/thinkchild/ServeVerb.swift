import App
import Doors
import Foundation
import Kernel
import Server
import Workflows

/// Answers a browser until it is told to stop.
struct ServeVerb {
    let building: Building
    let environment: [String: String]

    var verb: Verb {
        Verb(
            "serve", usage: "[--host H] [--port P] [--opens-on DAY] [--allow-remote]",
            summary: "Answer a browser on this machine, until told to stop.", needs: .serve,
            options: [
                Verb.Option("host", value: "HOST", help: "the address to listen on; 127.0.0.1 unless said"),
                Verb.Option("port", value: "PORT", help: "the port to listen on; 8080 unless said"),
                Verb.Option(
                    "opens-on", value: "DAY", help: "the day shown when nobody asks for another; today unless said"),
                Verb.Option("allow-remote", help: "listen where other machines can reach, though nobody signs in yet"),
            ]
        ) { words, options, caller, now, house in
            guard words.isEmpty else {
                throw Refusal.invalid([Problem("words", "serve takes no words, and was given \(words[0])")])
            }
            var house = house
            if let text = options.value("opens-on") {
                house.settings.opensOn = try Building.day(text, named: "--opens-on")
            }
            let invitation = try await FirstRun.invitation(
                to: environment["THINKCHILD_ADMINISTRATOR_EMAIL"] ?? "administrator@localhost", by: caller, at: now,
                in: house)
            try await serve(
                house: house, modules: building.modules, settings: try settings(options),
                whenListening: { port in
                    complain(["listening on http://localhost:\(port)"])
                    guard let invitation else { return }
                    complain([
                        "nobody has signed in yet: the system administrator chooses a password at",
                        "http://localhost:\(port)\(invitation.path)",
                    ])
                })
            return VerbOutput("")
        }
    }

    private func settings(_ options: Options) throws(Refusal) -> ServerSettings {
        var settings = ServerSettings()
        settings.host = options.value("host") ?? environment["THINKCHILD_HOST"] ?? settings.host
        if let text = options.value("port") ?? environment["THINKCHILD_PORT"] {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw .invalid([Problem("port", "A port is a whole number from 0 to 65535, and \(text) is not")])
            }
            settings.port = port
        }
        settings.allowRemote = options.has("allow-remote")
        settings.assetsFolder = environment["THINKCHILD_ASSETS"]
        return settings
    }
}
