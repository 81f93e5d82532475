// swift-tools-version:6.2
import PackageDescription

/// The floor plan. Read it top to bottom and you have walked the building:
/// ground, services, rooms, the list of rooms, front doors. Arrows point down.
let package = Package(
    name: "ThinkChild",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "thinkchild", targets: ["thinkchild"])],
    traits: [
        .trait(name: "PostgreSQL", description: "PostgreSQL behind Store. Needs libpq-dev; bin/ turns it on."),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Ground: values and rules everyone may rely on. No I/O, Foundation only.
        .house("Kernel", at: "Sources/Kernel"),

        // Services: each wraps one outside thing, so nothing above has to.
        .service(
            "Store",
            [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .target(name: "CPostgres", condition: .when(traits: ["PostgreSQL"])),
            ]),
        .service("Ledger", ["Store", .product(name: "Crypto", package: "swift-crypto")]),
        .service("Sealing", ["Store", "Ledger", .product(name: "Crypto", package: "swift-crypto")]),
        .service("Jobs", ["Store"]),
        .service("Outbound", ["CCurl"]),
        .service("Mail", ["Store", "Sealing", "Jobs", "Outbound"]),
        .service(
            "Identity",
            [
                "Store", "Ledger", "Sealing", "Jobs", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .service(
            "SingleSignOn",
            [
                "Outbound", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .service("Oversight", ["Store", "Ledger"]),
        .service("YAML", [.product(name: "Yams", package: "Yams")]),
        .service("Tables"),
        .service("Statistics"),
        .service("Settings"),
        .service("QRCode", ["CQREncode"]),
        .service("Files", ["Store", "Ledger", "Settings"]),
        .service("Programs"),
        .service("Press", ["Files", "Programs", "Settings"]),
        .service("Feeds"),
        .service("Sheets", ["CXlsxWriter", "Programs", "Settings"]),
        .service("Records", ["Store", "Ledger", "Sealing", "YAML"]),
        .service("Web"),
        .service(
            "Doors",
            ["Store", "Ledger", "Identity", "Outbound", "SingleSignOn", "Files", "Records", "Web", "Settings"]),
        .service("Drafts", ["Store", "Sealing", "Web", "Doors"]),
        .service("Desk", ["Store", "Ledger", "Records", "Web", "Doors"]),

        // Rooms: a room may read another only if its own line says so.
        .domain("Places", mayRead: "Tables", "YAML"),
        .domain("Partners", mayRead: "Places"),
        .domain("Arrangements", mayRead: "Partners", "Places"),
        .domain(
            "Meetings", mayRead: "Partners", "Arrangements", "Identity", "Jobs", "Files", "Feeds", "Press", "Programs",
            "Settings"),
        .domain("Interests", mayRead: "Partners", "Meetings", "Identity"),
        .domain(
            "Needs",
            mayRead: "Places", "Files", "Programs", "Sheets", "Settings", "Tables", "YAML", "Statistics",
            embedding: "Shipped"),
        .domain("Plan", mayRead: "Places", "Partners", "Arrangements"),
        .domain(
            "Performance",
            mayRead: "Partners", "Arrangements", "Needs", "Places", "Plan", "Statistics", "Sheets", "Press", "Programs",
            "Settings"),

        // Stories that cross rooms, and the one list that knows every room.
        .house(
            "Workflows",
            [
                "Kernel", "Store", "Ledger", "Sealing", "Jobs", "Outbound", "Mail", "Identity", "Oversight",
                "SingleSignOn", "QRCode", "Files", "YAML", "Tables", "Statistics", "Records", "Web", "Doors", "Drafts",
                "Settings", "Places", "Partners", "Arrangements", "Meetings", "Interests", "Needs", "Plan",
                "Performance",
            ],
            at: "Sources/Workflows"),
        .house(
            "App",
            [
                "Kernel", "Store", "Ledger", "Sealing", "Jobs", "Outbound", "Mail", "Identity", "Oversight",
                "SingleSignOn", "Files", "Press", "Programs", "Sheets", "YAML", "Records", "Web", "Doors", "Desk",
                "Drafts", "Settings", "Workflows", "Places", "Partners", "Arrangements", "Meetings", "Interests",
                "Needs", "Plan", "Performance",
            ], at: "Sources/App"),

        // Front doors: HTTP and the terminal.
        .house(
            "Server",
            [
                "Kernel", "Store", "Ledger", "Outbound", "Identity", "Files", "Web", "Doors", "Settings", "Workflows",
                "App",
                "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ], at: "Sources/Server"),
        .executableTarget(
            name: "thinkchild",
            dependencies: [
                "Kernel", "Store", "Ledger", "Identity", "SingleSignOn", "YAML", "Records", "Doors", "Settings",
                "Workflows", "App", "Server",
            ],
            path: "Sources/thinkchild", swiftSettings: houseSettings),

        // The measuring instruments that bin/bench uses: a load generator, and the limits to measure against.
        .executableTarget(
            name: "bench", dependencies: ["Kernel", "Store", .product(name: "Hummingbird", package: "hummingbird")],
            path: "Benchmarks/bench", swiftSettings: houseSettings),

        // C libraries, from Debian's packages.
        .systemLibrary(
            name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", path: "Sources/CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Tests mirror the sources.
        .house(
            "Cast",
            [
                "Kernel", "Store", "Ledger", "Sealing", "Records", "Web", "Doors", "Settings", "Partners", "App",
            ],
            at: "Tests/Cast"),
        .testTarget(name: "KernelTests", dependencies: ["Kernel"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Kernel", "Statistics"]),
        .testTarget(
            name: "PlatformTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Sealing", "Jobs", "Outbound", "Mail", "Identity", "SingleSignOn",
                "Oversight", "QRCode", "Sheets", "Files", "Feeds", "Press", "Programs", "YAML", "Tables", "Records",
                "Web", "Doors", "Desk", "Drafts", "Settings", "Cast",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "PlacesTests",
            dependencies: ["Kernel", "Store", "YAML", "Tables", "Records", "Web", "Doors", "Places", "App", "Cast"]),
        .testTarget(
            name: "PartnersTests",
            dependencies: ["Kernel", "Store", "Records", "Web", "Doors", "Partners", "App", "Cast"]),
        .testTarget(
            name: "ArrangementsTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Records", "Web", "Doors", "Places", "Partners", "Arrangements",
                "Meetings", "Needs", "Plan", "Performance", "Workflows", "App", "Cast",
            ]),
        .testTarget(
            name: "MeetingsTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Jobs", "Mail", "Files", "Feeds", "Press", "Programs", "Settings",
                "Records", "Web",
                "Doors", "Partners", "Arrangements", "Meetings", "Workflows", "App", "Cast",
            ]),
        .testTarget(
            name: "NeedsTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Files", "Settings", "Sheets", "YAML", "Tables", "Records", "Web", "Doors",
                "Places", "Needs", "Workflows", "App", "Cast",
            ]),
        .testTarget(
            name: "PerformanceTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Statistics", "Press", "Settings", "Records", "Web", "Doors", "Places",
                "Partners", "Arrangements", "Meetings", "Needs", "Plan", "Performance", "Workflows", "App", "Cast",
            ]),
        .testTarget(
            name: "PlanTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Records", "Web", "Doors", "Places", "Partners", "Arrangements",
                "Meetings", "Plan", "Workflows", "App", "Cast",
            ]),
        .testTarget(
            name: "JourneyTests",
            dependencies: [
                "Kernel", "Store", "Ledger", "Sealing", "Jobs", "Outbound", "Mail", "Identity", "Oversight",
                "SingleSignOn", "Files", "YAML", "Records", "Web", "Doors", "Settings", "Workflows", "Partners",
                "App", "Server", "thinkchild", "Cast",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]),
        .testTarget(
            name: "TidyTests",
            dependencies: ["Kernel", "Doors", "App", "Cast", .product(name: "Crypto", package: "swift-crypto")]),
    ],
    swiftLanguageModes: [.v6]
)

/// What a target leaks is visible at the top of its files (`public import`), and `any` is spelt out.
let houseSettings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

extension Target {
    static func house(_ name: String, _ dependencies: [Target.Dependency] = [], at path: String) -> Target {
        .target(name: name, dependencies: dependencies, path: path, swiftSettings: houseSettings)
    }

    static func service(_ name: String, _ others: [Target.Dependency] = []) -> Target {
        .house(name, ["Kernel"] + others, at: "Sources/Platform/\(name)")
    }

    /// A room: its tables are SQL files in `Schema/`, embedded in the binary so that a moved binary still finds them.
    /// - Parameter more: other folders of the room whose files go into the binary.
    static func domain(_ name: String, mayRead others: Target.Dependency..., embedding more: String...) -> Target {
        .target(
            name: name,
            dependencies: ["Kernel", "Store", "Ledger", "Records", "Web", "Doors"] + others,
            path: "Sources/Domains/\(name)",
            exclude: ["README.md"],
            resources: (["Schema"] + more).map { .embedInCode($0) },
            swiftSettings: houseSettings
        )
    }
}

/// A warning is a mistake that nobody has looked at yet: `bin/ci` does not let one in.
if Context.environment["THINKCHILD_WARNINGS"] == "errors" {
    for target in package.targets where target.type != .system {
        target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    }
}
