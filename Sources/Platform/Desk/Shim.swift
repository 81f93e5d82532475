internal import Doors
internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Store
internal import Web

struct RecordFilter: Sendable, Equatable {
    var fields: [String: String] = [:]
    var day: Day?
    var words = ""
}
struct RecordList: Sendable { let things: [[Record]]; let next: String? }
struct RecordShelf: Shelf {
    static let foundMax = 200
    let registry: Registry
    init(_ tx: Transaction, _ registry: Registry) { self.registry = registry }
    func versions(of id: String) throws -> [Record] { [] }
    func records(of kind: Kind, where field: String, is value: String) throws -> [Record] { [] }
    func records(of kind: Kind) throws -> [Record] { [] }
    func kind(of id: String) throws -> Kind? { nil }
    func subject(_ id: String) throws -> Subject? { nil }
    func subjects(_ ids: some Collection<String>) throws -> [String: Subject] { [:] }
    func name(of record: Record) -> String { "" }
    func count(of kind: Kind) throws -> Int { 0 }
    func list(of kind: Kind, _ filter: RecordFilter = .init(), after: String? = nil, limit: Int = 100) throws -> RecordList { RecordList(things: [], next: nil) }
    func search(_ words: String, kinds: [String]? = nil, limit: Int = 50) throws -> [Subject] { [] }
}
enum Folding { static func folded(_ text: String) -> String { text } }
enum Seen { static func mark(of versions: [Record]) -> String { "" } }
extension Desk {
    func add(_ kind: Kind, _ draft: RecordDraft, by caller: Caller, at now: Date, in house: House, problems: [Problem] = []) async throws -> String { "" }
    func change(_ kind: Kind, _ id: String, _ draft: RecordDraft, seen: String?, by caller: Caller, at now: Date, in house: House, problems: [Problem] = []) async throws {}
    func correct(_ kind: Kind, _ id: String, version: Int, _ draft: RecordDraft, because: String, seen: String?, by caller: Caller, at now: Date, in house: House, problems: [Problem] = []) async throws {}
    func end(_ kind: Kind, _ id: String, _ ending: Ending, seen: String?, by caller: Caller, at now: Date, in house: House, problems: [Problem] = []) async throws {}
}
struct Known: Sendable {
    let name: String, versions: [Record], subjects: [String: Subject]
    init(_ kind: Kind, _ id: String, at moment: Date?, in house: House, for desk: Desk, on day: Day) async throws { (name, versions, subjects) = ("", [], [:]) }
}
extension RecordHistory {
    init(of kind: Kind, _ id: String, before: Int?, in house: House, for desk: Desk) async throws {
        self.init(kind: kind, id: id, name: "", rows: [], isContinued: false, before: nil)
    }
}
extension JSONWriter { mutating func version(_ record: Record) {} }
extension RecordTable { func csv(_ tx: Transaction) throws -> [UInt8] { [] } }
extension Asking { func ending() -> (Ending, [Problem]) { (Ending(until: nil, because: "", sources: []), []) } }
extension RecordDraft { func day(_ key: CommonKey) -> Day? { nil } }
