import Arrangements
import Desk
public import Doors
import Drafts
import Files
import Foundation
import Identity
import Interests
import Jobs
import Kernel
import Ledger
import Mail
import Meetings
import Needs
import Outbound
import Oversight
import Partners
import Performance
import Places
import Plan
public import Records
import Sealing
public import Settings
import SingleSignOn
public import Store
import Web
import Workflows

/// The one place that knows every room, and how they are wired.
public struct Building: Sendable {
    public static let version = "0.1.0"
    /// Where the records are when nobody says: beside whoever runs it.
    public static let usualDatabase = ".thinkchild/thinkchild.sqlite"

    /// Every room, in the order a newcomer should visit them; then what serves them all.
    public let modules: [Module]
    public let registry: Registry

    /// - Parameter others: rooms besides the service's own, as a test makes one up.
    public init(adding others: [Module] = []) {
        let rooms: [Module] =
            [.places, .partners, .arrangements, .meetings, .interests, .needs, .plan, .performance] + others
        registry = Registry(
            rooms.flatMap(\.kinds), invariants: rooms.flatMap(\.invariants), safeguards: rooms.flatMap(\.safeguards))
        // What is typed to sign in is never kept as a draft.
        modules =
            Drafts().over(
                rooms + [
                    .desk(registry, pageOf: Pages.path, documentName: Pages.document), .workflows(registry), .thread,
                    .service,
                ]) + [.access(registry), .oversight(registry)]
    }

    /// Every role that may see a restricted room needs a one-time code.
    private func needingCode(_ settings: IdentitySettings) -> IdentitySettings {
        var settings = settings
        for module in modules where module.isRestricted {
            // To break the glass is to have no right: it asks for a code itself, of whoever has one.
            for (action, roles) in module.policy.grants where ![.breakGlass, .needInterests].contains(action) {
                settings.rolesNeedingCode.formUnion(roles)
            }
        }
        settings.rolesNeedingCode.remove(.anyone)
        return settings
    }

    public var routes: [Route] { modules.flatMap(\.routes) }
    public var verbs: [Verb] { modules.flatMap(\.verbs) }
    public var schemas: [Schema] {
        [Ledger.schema, Sealing.schema, RecordStore.schema, FileTable.schema, JobTable.schema, Outbox.schema]
            + modules.map(\.schema)
    }

    /// Opens the database where it is, making its folder and its tables when they are not there yet.
    ///
    /// Before a SQLite database of an older version is brought up to date, a backup of it is taken beside it. The
    /// master key is looked for before anything is written.
    /// - Parameter saying: Told of that backup, and of a master key that was made.
    /// - Throws: `.unavailable` without the master key that the database needs.
    public func openStore(
        _ location: Location, configuration: Settings = Settings(), at now: Date,
        saying: (String) -> Void = { _ in }
    ) async throws -> Store {
        if case .file(let path) = location {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw Refusal.unavailable("The folder of the database, \(folder.path), cannot be made")
            }
        }
        let store = try Store.open(location, settings: StoreSettings(configuration))
        do {
            let keys = try await MasterKeySource(location, configuration).keys(for: store, saying: saying)
            let backup = UpgradeBackup(
                backup: TakeBackup(schemas: schemas, version: Self.version), keep: configuration[Settings.backupsKept])
            if let file = try await backup.take(of: store, before: schemas, at: now) {
                saying("the database is of an older version; a backup of it is \(file)")
            }
            try await store.migrate(schemas)
            try await store.unlock(with: keys)
            try await Identity.sealCodes(in: store)
            try await finishScrubbing(store, saying: saying)
        } catch {
            store.close()
            throw error
        }
        return store
    }

    /// Has the database's own files forget what a process that was killed left in them. What is still read is left for
    /// the next time, and no reason not to start.
    private func finishScrubbing(_ store: Store, saying: (String) -> Void) async throws {
        guard try await store.mustScrub() else { return }
        if (try? await store.scrubMarked()) != true {
            saying("the database's files still hold what was erased from it: that is tried again at the next start")
        }
    }

    /// The rooms over a store, wired together.
    public func house(over store: Store, configuration: Settings) -> House {
        var settings = HouseSettings(configuration)
        settings.address = configuration[Settings.publicURL] ?? "http://localhost:\(configuration[Settings.port])"
        var house = house(over: store, settings: settings)
        house.configuration = configuration
        // Who may name the holders of these follows from it.
        store.keep(AnsweringPosts(configuration[Settings.responsiblePosts].values))
        store.keep(CallInRule(configuration))
        let letters = AccountLetters(settings: settings, address: settings.address)
        house.identity = identity(
            over: store, IdentitySettings(configuration), answering: configuration[Settings.responsiblePosts]
        ) { try letters.send($0, in: $1) }
        // `serve` refuses to begin with settings that will not do, and `doctor` says what is wrong with them.
        house.directory = (try? SignOnSettings(configuration)).flatMap { $0 }.map { SingleSignOn($0, by: Outbound()) }
        let packs = MakePack(
            store, registry: registry, policy: house.policy, settings: configuration, council: settings.councilName)
        house.background = [
            .jobs(
                on: store, configuration, RemindReviewers(house, registry), chasing: ChasingJob(house),
                tidying: TidyAccounts(house), forgotten: house.identity?.forgottenKind, packs: packs),
            .indexing(store, IndexMeetings(registry)),
        ]
        return house
    }

    /// The rooms over a store, for an installation that is described rather than configured.
    public func house(over store: Store, settings: HouseSettings) -> House {
        let ledger = Ledger(store: store)
        var house = House(
            store: store, settings: settings, modules: modules,
            version: { try await ledger.head().mark },
            notices: { [registry] request in
                try await store.read { tx in
                    StateNotices.on(request.on, among: try RecordShelf(tx, registry).records(of: StateOfKnowledge.kind))
                }
            },
            counters: { store.counters.shown })
        house.registry = registry
        house.contributions = [MeetingsContribution.toCheck, PlanContribution.toCheck, PerformanceContribution.toCheck]
        house.threads = [.plans, .indicators, .decisions, .partners, .places]
        house.asides = [.scorecardsOfMeetings, .withheldOfMeetings]
        house.identity = identity(over: store, IdentitySettings(), answering: [:]) { _, _ in }
        return house
    }

    private func identity(
        over store: Store, _ settings: IdentitySettings, answering rooms: [String: String],
        send: @escaping Identity.Send
    ) -> Identity {
        let registry = registry
        return Identity(
            store: store, settings: needingCode(settings),
            standing: { person, day, tx in try ReadStanding.of(person, on: day, registry, answering: rooms, in: tx) },
            send: send,
            forget: { account, tx in try ForgetHolder.of(account, in: tx) })
    }
}
