#if PostgreSQL
import CPostgres
import Foundation
import Kernel

/// PostgreSQL's own numbers for the types the two engines share.
enum PostgresType {
    static let flag: Oid = 16, bytes: Oid = 17, integer: Oid = 20, text: Oid = 25, real: Oid = 701, day: Oid = 1082,
        instant: Oid = 1184

    /// Microseconds, and days, from 1970 to 2000: where PostgreSQL counts from.
    static let epochMicroseconds: Int64 = 946_684_800_000_000
    static let epochDay = 10_957

    static func of(_ kind: SQLKind) -> Oid {
        switch kind {
        case .unknown: 0
        case .integer: integer
        case .real: real
        case .text: text
        case .flag: flag
        case .day: day
        case .instant: instant
        case .bytes: bytes
        }
    }
}

/// Values on their way to PostgreSQL, in its binary form: all in one buffer, with where each lies.
struct PostgresParameters {
    let types: [Oid]
    private var buffer: [UInt8] = []
    private var places: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [SQL.Bound]) throws {
        types = values.map { PostgresType.of($0.kind) }
        places.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        for bound in values {
            let start = buffer.count
            let isThere = try append(bound.value)
            places.append(isThere ? start : nil)
            lengths.append(Int32(buffer.count - start))
        }
        // An empty value still needs an address, or libpq takes it for null.
        buffer.append(0)
    }

    private mutating func append(_ value: SQLBinding) throws -> Bool {
        switch value {
        case .null: return false
        case .integer(let number): append(number)
        case .real(let number): append(number.bitPattern)
        case .flag(let flag): buffer.append(flag ? 1 : 0)
        case .text(let text): buffer.append(contentsOf: try text.withoutNull().utf8)
        case .day(let day): append(Int32(day.number - PostgresType.epochDay))
        case .instant(let date): append(Instant.microseconds(of: date) - PostgresType.epochMicroseconds)
        case .bytes(let bytes): buffer.append(contentsOf: bytes)
        }
        return true
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }

    /// Addresses, lengths and formats as libpq wants them.
    typealias Raw = (
        count: Int32, values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<Int32>?,
        formats: UnsafePointer<Int32>?
    )

    func withRaw<Result>(_ body: (Raw) -> Result) -> Result {
        buffer.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                let values = places.map { place in place.map { characters.baseAddress.unsafelyUnwrapped + $0 } }
                let formats = [Int32](repeating: 1, count: places.count)
                return values.withUnsafeBufferPointer { values in
                    lengths.withUnsafeBufferPointer { lengths in
                        formats.withUnsafeBufferPointer {
                            body((Int32(places.count), values.baseAddress, lengths.baseAddress, $0.baseAddress))
                        }
                    }
                }
            }
        }
    }
}
#endif
