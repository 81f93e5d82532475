internal import Doors
internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Store
internal import Web

enum Seen { static func mark(of versions: [Record]) -> String { "" } }
extension Desk {
    func add(
        _ kind: Kind, _ draft: RecordDraft, by caller: Caller, at now: Date, in house: House, problems: [Problem] = []
    ) async throws -> String { "" }
    func change(
        _ kind: Kind, _ id: String, _ draft: RecordDraft, seen: String?, by caller: Caller, at now: Date,
        in house: House, problems: [Problem] = []
    ) async throws {}
    func correct(
        _ kind: Kind, _ id: String, version: Int, _ draft: RecordDraft, because: String, seen: String?,
        by caller: Caller, at now: Date, in house: House, problems: [Problem] = []
    ) async throws {}
    func end(
        _ kind: Kind, _ id: String, _ ending: Ending, seen: String?, by caller: Caller, at now: Date, in house: House,
        problems: [Problem] = []
    ) async throws {}
}
struct Known: Sendable {
    let name: String, versions: [Record], subjects: [String: Subject]
    init(_ kind: Kind, _ id: String, at moment: Date?, in house: House, for desk: Desk, on day: Day) async throws {
        (name, versions, subjects) = ("", [], [:])
    }
}
extension RecordHistory {
    init(of kind: Kind, _ id: String, before: Int?, in house: House, for desk: Desk) async throws {
        self.init(kind: kind, id: id, name: "", rows: [], isContinued: false, before: nil)
    }
}
