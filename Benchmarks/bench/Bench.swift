import Foundation
import Hummingbird

/// The measuring instruments behind `bin/bench`.
@main
struct Bench {
    static func main() async throws {
        let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
        switch arguments.word {
        case "load": try load(arguments)
        case "writes":
            try tell(
                await Writes.run(
                    database: arguments.text("database") ?? "", people: arguments.number("people", 64),
                    seconds: arguments.number("seconds", 8)))
        case "sign-in": try signIn(arguments)
        case "empty": try await serveNothing(port: arguments.number("port", 8_090))
        default:
            FileHandle.standardError.write(Data("bench: load | writes | sign-in | empty\n".utf8))
            exit(2)
        }
    }

    /// `bench load --port P --path /a --path /b --rate 500 --people 50 --seconds 20`: one line of JSON.
    static func load(_ arguments: Arguments) throws {
        let requests = arguments.all("path").map { path in
            Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".utf8)
        }
        let load = Load(
            port: UInt16(arguments.number("port", 8_080)), requests: requests, people: arguments.number("people", 50),
            perSecond: arguments.number("rate", 500), seconds: arguments.number("seconds", 20))
        try tell(load.run())
    }

    /// `bench sign-in --port P --link /invitation/… --email a@example.org --page /posts`, a link and an address for
    /// each person: one line of JSON.
    static func signIn(_ arguments: Arguments) throws {
        let people = zip(arguments.all("link"), arguments.all("email")).map { (link: $0, email: $1) }
        let signIns = SignIns(
            port: UInt16(arguments.number("port", 8_080)), people: people, page: arguments.text("page") ?? "/posts",
            pagesPerSecond: arguments.number("rate", 50))
        try tell(signIns.run())
    }

    /// One line of JSON.
    static func tell(_ outcome: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(outcome), as: UTF8.self))
    }

    /// An empty reply from Hummingbird with nothing of ours in the way: the limit that pages are measured against.
    static func serveNothing(port: Int) async throws {
        let router = Router()
        router.get("/") { _, _ in Response(status: .ok) }
        let configuration = ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        try await Application(router: router, configuration: configuration).runService()
    }
}

/// `word --name value --name value`.
struct Arguments {
    let word: String
    private var values: [String: [String]] = [:]

    init(_ arguments: [String]) {
        word = arguments.first ?? ""
        var rest = arguments.dropFirst()
        while let name = rest.popFirst(), let value = rest.popFirst() {
            values[String(name.drop { $0 == "-" }), default: []].append(value)
        }
    }

    func all(_ name: String) -> [String] { values[name] ?? ["/"] }
    func number(_ name: String, _ usual: Int) -> Int { values[name]?.last.flatMap { Int($0) } ?? usual }
    func text(_ name: String) -> String? { values[name]?.last }
}
