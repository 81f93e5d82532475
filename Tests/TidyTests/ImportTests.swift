import Testing

/// Which layer may know which: what the compiler and the manifest leave unsaid.
@Suite("Arrows point down")
struct ImportTests {
    /// Each package and C library has the targets named here, and no other, between it and the product.
    static let wrappers: [String: Set<String>] = [
        "GRDB": ["Store"], "GRDBSQLite": ["Store"], "CYaml": ["YAML"], "CPostgres": ["Store"],
        "Crypto": ["Ledger", "Sealing", "Identity", "SingleSignOn"], "CryptoExtras": ["Identity", "SingleSignOn"],
        "Yams": ["YAML"], "CCurl": ["Outbound"],
        "Hummingbird": ["Server"], "HummingbirdTLS": ["Server"], "NIOSSL": ["Server"], "HummingbirdCore": ["Server"],
        "HTTPTypes": ["Server"], "NIOCore": ["Server"],
        "ServiceLifecycle": ["Server"], "UnixSignals": ["Server"], "Logging": ["Server"],
        "CZlib": ["Server"], "CQREncode": ["QRCode"], "CXlsxWriter": ["Sheets"], "ArgumentParser": ["thinkchild"],
    ]
    /// What comes with the language.
    static let standard: Set = ["Foundation", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin"]

    static let roomsAndServices = Set(Tree.rooms + Tree.services)
    static let aboveServices: Set = ["Workflows", "App", "Server", "thinkchild"]

    @Test("An outside library is imported by the one target that wraps it")
    func wrapping() {
        for file in Tree.sources {
            for library in Import.all(in: file) {
                if let wrappers = Self.wrappers[library] {
                    #expect(
                        wrappers.contains(file.target),
                        "\(file) imports \(library): only \(wrappers.sorted().joined(separator: ", ")) may")
                } else {
                    let isOurs = Self.roomsAndServices.union(Self.aboveServices).union(["Kernel"]).contains(library)
                    #expect(
                        isOurs || Self.standard.contains(library),
                        "\(file) imports \(library), which no target wraps: say in ImportTests who may")
                }
            }
        }
    }

    @Test("The ground stands on Foundation alone")
    func ground() {
        for file in Tree.sources where file.target == "Kernel" {
            #expect(Import.all(in: file).allSatisfy { $0 == "Foundation" }, "\(file) imports more than Foundation")
        }
    }

    @Test("A service knows no room, and a room knows nothing above it")
    func down() {
        for file in Tree.sources where Self.roomsAndServices.contains(file.target) {
            for library in Import.all(in: file) {
                #expect(!Self.aboveServices.contains(library), "\(file) imports \(library), which stands above it")
                if Tree.services.contains(file.target) {
                    #expect(!Tree.rooms.contains(library), "\(file) imports the room \(library): services know no room")
                }
            }
        }
    }

    @Test("In a room only pages, shapes sent out, routes, verbs, pictures and the room's card know the web")
    func rulesDoNotKnowTheWeb() {
        for file in Tree.sources where Tree.rooms.contains(file.target) {
            let endings = ["Page", "JSON", "CSV", "Routes", "Verbs", "Picture"]
            let isDoor = endings.contains { file.stem.hasSuffix($0) } || file.stem == file.target
            if isDoor { continue }
            for library in Import.all(in: file) where ["Web", "Doors"].contains(library) {
                Issue.record(
                    "\(file) imports \(library): only *Page, *JSON, *CSV, *Routes, *Verbs, *Picture and the card may")
            }
        }
    }

    @Test(
        "Imports are read in every form they take",
        arguments: [
            ("import Web", ["Web"]), ("public import struct Foundation.Date", ["Foundation"]),
            ("@testable import Store", ["Store"]), ("  import Kernel // why", ["Kernel"]), ("// import Web", []),
            ("important(Web)", []), ("@preconcurrency public import GRDB", ["GRDB"]),
        ])
    func reading(line: String, libraries: [String]) {
        #expect(Import.all(in: Tree.File(path: "Sources/X/A.swift", text: line)) == libraries)
    }
}

/// The libraries that a file imports.
enum Import {
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

    static func all(in file: Tree.File) -> [String] {
        file.lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(isModifier) else { return nil }
            return words[(place + 1)...].first { !kinds.contains($0) }
                .map { String($0.prefix { $0 != "." }) }
        }
    }

    private static func isModifier(_ word: String) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
    }
}
