#if PostgreSQL
import CPostgres
import Foundation
import Kernel

/// A result of libpq's, in PostgreSQL's binary form; freed with the last row that needs it.
final class PostgresCells: Cells {
    private let result: OpaquePointer
    private let types: [Oid]

    init(_ result: OpaquePointer, _ shape: PostgresShape, _ state: TransactionState) {
        self.result = result
        types = shape.types
        super.init(columns: shape.columns, state: state)
    }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }

    private func any(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        guard PQgetisnull(result, Int32(row), Int32(column)) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, Int32(row), Int32(column)),
            count: Int(PQgetlength(result, Int32(row), Int32(column))))
    }

    override func cell(_ row: Int, _ column: Int) -> SQLBinding {
        guard let raw = any(row, column) else { return .null }
        guard let value = PostgresValue.read(raw, types[column]) else {
            misread(column, as: "of a type that is read here (it is number \(types[column])): cast it")
            return .null
        }
        return value
    }

    override func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        PostgresValue.isText(types[column]) || types[column] == PostgresType.bytes ? any(row, column) : nil
    }
}

/// A result's columns: their names and types.
struct PostgresShape {
    let columns: [String]
    let types: [Oid]

    init(of result: OpaquePointer) {
        let range = 0..<PQnfields(result)
        columns = range.map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        types = range.map { PQftype(result, $0) }
    }
}

/// Reads PostgreSQL's binary form.
enum PostgresValue {
    /// text, varchar, char, name, "char", unknown, json
    static func isText(_ type: Oid) -> Bool {
        switch type {
        case 25, 1043, 1042, 19, 18, 705, 114: true
        default: false
        }
    }

    /// Nil for a type, or a value, that is not read here.
    static func read(_ raw: UnsafeRawBufferPointer, _ type: Oid) -> SQLBinding? {
        switch type {
        case PostgresType.flag: return .flag(raw.first == 1)
        case PostgresType.bytes: return .bytes([UInt8](raw))
        case 20: return .integer(number(raw))
        case 21: return .integer(Int64(number(raw) as Int16))
        case 23: return .integer(Int64(number(raw) as Int32))
        case 26: return .integer(Int64(number(raw) as UInt32))
        case 700: return .real(Double(Float(bitPattern: number(raw))))
        case PostgresType.real: return .real(Double(bitPattern: number(raw)))
        case PostgresType.day: return day(number(raw))
        case 1114, PostgresType.instant: return instant(number(raw))
        case 1700: return numeric(raw)
        case 2278: return .null
        case let other: return isText(other) ? .text(String(decoding: raw, as: UTF8.self)) : nil
        }
    }

    private static func number<Number: FixedWidthInteger>(_ raw: UnsafeRawBufferPointer, at offset: Int = 0) -> Number {
        guard raw.count >= offset + MemoryLayout<Number>.size else { return 0 }
        return Number(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// Nil for either infinity.
    private static func day(_ number: Int32) -> SQLBinding? {
        number == .max || number == .min ? nil : .day(Day(number: Int(number) + PostgresType.epochDay))
    }

    private static func instant(_ number: Int64) -> SQLBinding? {
        number == .max || number == .min ? nil : .instant(Instant.date(number + PostgresType.epochMicroseconds))
    }

    /// What sums and averages give: digits of base 10,000. A whole number that fits is an integer, anything else a
    /// real.
    private static func numeric(_ raw: UnsafeRawBufferPointer) -> SQLBinding? {
        let count: Int16 = number(raw), weight: Int16 = number(raw, at: 2), sign: UInt16 = number(raw, at: 4)
        guard sign == 0 || sign == 0x4000 else { return nil }
        var real = 0.0, whole: Int64? = 0
        for index in 0..<max(Int(count), Int(weight) + 1) {
            let digit: Int16 = index < Int(count) ? number(raw, at: 8 + 2 * index) : 0
            real += Double(digit) * pow(10_000, Double(Int(weight) - index))
            if index > Int(weight) {
                if digit != 0 { whole = nil }
            } else if let known = whole {
                let (shifted, overflows) = known.multipliedReportingOverflow(by: 10_000)
                let (sum, overflowsToo) = shifted.addingReportingOverflow(Int64(digit))
                whole = overflows || overflowsToo ? nil : sum
            }
        }
        // A fraction with no digits before the point has a negative weight.
        if weight < 0, count > 0 { whole = nil }
        return whole.map { .integer(sign == 0 ? $0 : -$0) } ?? .real(sign == 0 ? real : -real)
    }
}
#endif
