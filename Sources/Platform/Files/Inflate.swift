/// Unpacks a small deflated stream (RFC 1951), so that a part of a container can be read before anything else opens it.
struct Inflate {
    /// It is not one, or is larger than was allowed.
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private let most: Int
    private var at = 0
    private var held = 0
    private var heldBits = 0
    private var unpacked: [UInt8] = []

    /// - Parameter most: bytes that it may unpack to.
    /// - Throws: `Damaged`.
    static func unpacked(_ bytes: [UInt8], most: Int) throws -> [UInt8] {
        var reader = Inflate(bytes, most)
        while try !reader.block() {}
        return reader.unpacked
    }

    private init(_ bytes: [UInt8], _ most: Int) { (self.bytes, self.most) = (bytes, most) }

    /// - Returns: whether it was the last.
    private mutating func block() throws -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0: try stored()
        case 1: try codes(Self.fixedLengths, Self.fixedDistances)
        case 2:
            let (lengths, distances) = try tables()
            try codes(lengths, distances)
        default: throw Damaged()
        }
        return isLast
    }

    private mutating func bits(_ count: Int) throws -> Int {
        while heldBits < count {
            guard at < bytes.count else { throw Damaged() }
            held |= Int(bytes[at]) << heldBits
            heldBits += 8
            at += 1
        }
        defer {
            held >>= count
            heldBits -= count
        }
        return held & ((1 << count) - 1)
    }

    private mutating func stored() throws {
        (held, heldBits) = (0, 0)
        guard at + 4 <= bytes.count else { throw Damaged() }
        let count = Int(bytes[at]) | Int(bytes[at + 1]) << 8, inverse = Int(bytes[at + 2]) | Int(bytes[at + 3]) << 8
        at += 4
        guard count ^ 0xFFFF == inverse, at + count <= bytes.count, unpacked.count + count <= most else {
            throw Damaged()
        }
        unpacked += bytes[at..<at + count]
        at += count
    }

    private mutating func codes(_ lengths: Huffman, _ distances: Huffman) throws {
        while true {
            let symbol = try decode(lengths)
            if symbol == 256 { return }
            guard symbol > 256 else {
                guard unpacked.count < most else { throw Damaged() }
                unpacked.append(UInt8(symbol))
                continue
            }
            guard symbol - 257 < Self.lengthBases.count else { throw Damaged() }
            let length = Self.lengthBases[symbol - 257] + (try bits(Self.lengthExtras[symbol - 257]))
            let which = try decode(distances)
            guard which < Self.distanceBases.count else { throw Damaged() }
            let distance = Self.distanceBases[which] + (try bits(which < 2 ? 0 : which / 2 - 1))
            guard distance <= unpacked.count, unpacked.count + length <= most else { throw Damaged() }
            for _ in 0..<length { unpacked.append(unpacked[unpacked.count - distance]) }
        }
    }

    private mutating func tables() throws -> (Huffman, Huffman) {
        let lengths = try bits(5) + 257, distances = try bits(5) + 1, coded = try bits(4) + 4
        var ofCodes = [Int](repeating: 0, count: 19)
        for place in 0..<coded { ofCodes[Self.order[place]] = try bits(3) }
        let codes = Huffman(ofCodes)
        var all: [Int] = []
        while all.count < lengths + distances {
            let symbol = try decode(codes)
            switch symbol {
            case 0..<16: all.append(symbol)
            case 16:
                guard let last = all.last else { throw Damaged() }
                all += [Int](repeating: last, count: 3 + (try bits(2)))
            case 17: all += [Int](repeating: 0, count: 3 + (try bits(3)))
            default: all += [Int](repeating: 0, count: 11 + (try bits(7)))
            }
        }
        guard all.count == lengths + distances else { throw Damaged() }
        return (Huffman(Array(all[..<lengths])), Huffman(Array(all[lengths...])))
    }

    private mutating func decode(_ table: Huffman) throws -> Int {
        var code = 0, first = 0, index = 0
        for length in 1...15 {
            code |= try bits(1)
            let count = table.counts[length]
            if code - count < first { return table.symbols[index + (code - first)] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw Damaged()
    }

    /// Symbols by the lengths of their codes, in order.
    private struct Huffman {
        let counts: [Int]
        let symbols: [Int]

        init(_ lengths: [Int]) {
            counts = (0...15).map { length in length == 0 ? 0 : lengths.count { $0 == length } }
            symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        }
    }

    private static let fixedLengths = Huffman(
        [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
            + [Int](repeating: 8, count: 8))
    private static let fixedDistances = Huffman([Int](repeating: 5, count: 30))
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthExtras = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073,
        4_097, 6_145, 8_193, 12_289, 16_385, 24_577,
    ]
}
