#if PostgreSQL
import CPostgres
import Foundation
import Kernel

/// libpq's connection in pipeline mode: several requests go out together, and their answers come back in order.
///
/// Blocks. Used by one thread.
final class PostgresWire {
    private let handle: OpaquePointer
    /// Synchronisation points sent whose answers nobody has read: those of a COMMIT that nobody waited for.
    private var unread = 0
    private(set) var isLost = false

    /// - Throws: `Refusal.unavailable` when there is no server, or it will not have us.
    init(_ url: String, _ settings: StoreSettings) throws {
        // In order of preference, the last wins: what the URL says, then what we could not do without.
        let parameters = [
            ("connect_timeout", "5"), ("application_name", "thinkchild"), ("keepalives_idle", "60"),
            ("dbname", url), ("client_encoding", "UTF8"),
        ]
        var keys = parameters.map { strdup($0.0) } + [nil], values = parameters.map { strdup($0.1) } + [nil]
        defer { (keys + values).forEach { free($0) } }
        let made = keys.withUnsafeMutableBufferPointer { keys in
            values.withUnsafeMutableBufferPointer { values in
                keys.withMemoryRebound(to: UnsafePointer<CChar>?.self) { keys in
                    values.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
                        PQconnectdbParams(keys.baseAddress, $0.baseAddress, 1)
                    }
                }
            }
        }
        guard let made else { throw Refusal.unavailable("There is no memory for a connection to the database") }
        handle = made
        guard PQstatus(handle) == CONNECTION_OK else { throw Refusal.unavailable(PostgresWire.whyNot(handle)) }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        PQenterPipelineMode(handle)
    }

    deinit { PQfinish(handle) }

    /// libpq's own words, unless they may quote the URL and so a password.
    private static func whyNot(_ handle: OpaquePointer) -> String {
        let words = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        guard let host = PQhost(handle), host.pointee != 0 else {
            return "The database's URL is not one that libpq can read"
        }
        return "The database does not answer: " + words.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    // MARK: - Requests

    func sendPrepare(_ name: String, _ text: String, _ types: [Oid]) throws {
        try must(PQsendPrepare(handle, name, text, Int32(types.count), types))
    }

    func sendDescribe(_ name: String) throws { try must(PQsendDescribePrepared(handle, name)) }

    func sendPrepared(_ name: String, _ parameters: PostgresParameters) throws {
        try must(
            parameters.withRaw { PQsendQueryPrepared(handle, name, $0.count, $0.values, $0.lengths, $0.formats, 1) })
    }

    func send(_ text: String, _ parameters: PostgresParameters) throws {
        try must(
            parameters.withRaw {
                PQsendQueryParams(handle, text, $0.count, parameters.types, $0.values, $0.lengths, $0.formats, 1)
            })
    }

    /// Ends a batch of requests and sees them off.
    func sync() throws { try must(PQpipelineSync(handle)) }

    /// Ends a batch whose answers nobody will read.
    func syncUnread() throws {
        try sync()
        unread += 1
    }

    func readRowByRow() { PQsetSingleRowMode(handle) }

    // MARK: - Answers

    /// The next answer to one request; nil when there is no more to it.
    func answer() throws -> OpaquePointer? {
        let result = PQgetResult(handle)
        if PQstatus(handle) == CONNECTION_BAD {
            let why = result.flatMap { PQresultErrorMessage($0) }.map { String(cString: $0) } ?? ""
            result.map { PQclear($0) }
            throw lost(why)
        }
        return result
    }

    /// Reads answers up to and with the end of the batch.
    func readToSync() throws {
        while true {
            guard let result = try answer() else { continue }
            let status = PQresultStatus(result)
            PQclear(result)
            if status == PGRES_PIPELINE_SYNC { return }
        }
    }

    /// Answers that nobody waited for come first.
    func catchUp() throws {
        while unread > 0 {
            try readToSync()
            unread -= 1
        }
    }

    /// - Returns: The result, which the caller frees.
    /// - Throws: What it means, when it is a failure; the result is then freed.
    func checked(_ result: OpaquePointer, in statement: String?) throws -> OpaquePointer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: return result
        default: break
        }
        defer { PQclear(result) }
        let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? ""
        let meaning = PostgresFailure.meaning(code, message, in: statement)
        if case PostgresTrouble.lost? = meaning as? PostgresTrouble { isLost = true }
        throw meaning
    }

    /// Several statements that bind nothing, one after the other, outside the pipeline.
    func script(_ text: String) throws {
        try catchUp()
        PQexitPipelineMode(handle)
        defer { PQenterPipelineMode(handle) }
        guard let result = PQexec(handle, text), PQstatus(handle) == CONNECTION_OK else { throw lost("") }
        PQclear(try checked(result, in: nil))
    }

    private func must(_ done: Int32) throws {
        if done != 1 { throw lost(PQerrorMessage(handle).map { String(cString: $0) } ?? "") }
    }

    private func lost(_ why: String) -> PostgresTrouble {
        isLost = true
        return .lost(why.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
#endif
