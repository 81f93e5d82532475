/// The list of files at the end of a ZIP container (PKWARE APPNOTE 4.3), read strictly and without unpacking anything.
///
/// What would be read differently by two programs is refused: anything before the first file, after the list or
/// between; a list that does not agree with itself; two files that share their bytes.
struct ZipDirectory {
    static let localMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let entryMark: [UInt8] = [0x50, 0x4B, 0x01, 0x02], endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// As many files as a document may hold, bytes that its list may have, and bytes that it may unpack to.
    static let entriesMax = 10_000, listBytesMax = 4_194_304, unpackedBytesMax = 1_073_741_824
    /// How many times larger a file may be unpacked than packed; small ones are let be.
    static let ratioMax = 200, ratioFrom = 10_485_760
    private static let endBytes = 22

    let names: Set<String>

    /// Whether the file, whatever it begins as, ends as an archive does: within the longest comment there may be.
    static func stands(atTheEndOf source: any ByteSource) throws -> Bool {
        let length = min(source.count, endBytes + 65_535), base = source.count - length
        let tail = try source.bytes(at: base, length: length)
        var at = 0
        while let found = tail[at...].firstPlace(of: endMark) {
            at += found
            let record = tail[at...].prefix(endBytes)
            if record.count == endBytes {
                let comment = Int(record.little16(20)), listEnd = Int(record.little32(12)) + Int(record.little32(16))
                if at + endBytes + comment == tail.count, listEnd <= base + at { return true }
            }
            at += 1
        }
        return false
    }

    init(_ source: any ByteSource) throws {
        guard source.count > Self.endBytes else { throw NotTaken("is an archive that was cut short") }
        let end = try source.bytes(at: source.count - Self.endBytes, length: Self.endBytes)[...]
        guard end.starts(with: Self.endMark), end.little16(20) == 0 else {
            throw NotTaken("is an archive that was cut short, or has something after its end")
        }
        let count = Int(end.little16(10)), length = Int(end.little32(12)), start = Int(end.little32(16))
        guard end.little16(4) == 0, end.little16(6) == 0, Int(end.little16(8)) == count, count < 0xFFFF,
            start + length == source.count - Self.endBytes
        else { throw NotTaken("is an archive whose list of files is not right") }
        guard count <= Self.entriesMax, length <= Self.listBytesMax else {
            throw NotTaken("is an archive of too many files (\(count), and \(Self.entriesMax) are taken)")
        }
        var list = Entries(source: source, rest: try source.bytes(at: start, length: length)[...], listStart: start)
        for _ in 0..<count { try list.next() }
        guard list.rest.isEmpty else { throw NotTaken("is an archive whose list of files is not right") }
        try list.mustNotOverlap()
        names = list.names
    }

    /// The list, as far as it has been read.
    private struct Entries {
        let source: any ByteSource
        var rest: ArraySlice<UInt8>
        let listStart: Int
        var names: Set<String> = []
        var unpacked = 0
        var ranges: [Range<Int>] = []

        mutating func next() throws {
            guard rest.count >= 46, rest.starts(with: entryMark) else {
                throw NotTaken("is an archive whose list of files is not right")
            }
            let flags = rest.little16(8), packed = Int(rest.little32(20)), size = Int(rest.little32(24))
            let nameLength = Int(rest.little16(28)), offset = Int(rest.little32(42))
            let length = 46 + nameLength + Int(rest.little16(30)) + Int(rest.little16(32))
            guard rest.count >= length, packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else {
                throw NotTaken("is an archive whose list of files is not right")
            }
            guard flags & 0x2041 == 0 else { throw NotTaken("is locked with a password: save it without one") }
            try add(rest.dropFirst(46).prefix(nameLength))
            try grow(packed, size)
            try findBytes(offset, packed, nameLength)
            rest = rest.dropFirst(length)
        }

        private mutating func add(_ bytes: ArraySlice<UInt8>) throws {
            guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty,
                !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }),
                !name.hasPrefix("/"), !name.split(separator: "/").contains("..")
            else { throw NotTaken("holds a file whose name leads out of it") }
            guard names.insert(name).inserted else { throw NotTaken("holds two files of one name") }
        }

        private mutating func grow(_ packed: Int, _ size: Int) throws {
            unpacked += size
            guard unpacked <= unpackedBytesMax, size <= max(ratioFrom, packed * ratioMax) else {
                throw NotTaken("would unpack to far more than it is")
            }
        }

        /// The file's own head stands where the list says, and says the same name's length.
        private mutating func findBytes(_ offset: Int, _ packed: Int, _ nameLength: Int) throws {
            let head = try source.bytes(at: offset, length: 30)[...]
            guard head.count == 30, head.starts(with: localMark), Int(head.little16(26)) == nameLength else {
                throw NotTaken("is an archive whose list of files is not right")
            }
            let end = offset + 30 + nameLength + Int(head.little16(28)) + packed
            guard end <= listStart else { throw NotTaken("is an archive whose list of files is not right") }
            ranges.append(offset..<end)
        }

        /// Small gaps are what a file's length written after it takes.
        func mustNotOverlap() throws {
            let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
            guard sorted.first?.lowerBound == 0 else { throw NotTaken("is an archive with something before its start") }
            for (one, next) in zip(sorted, sorted.dropFirst()) where next.lowerBound < one.upperBound {
                throw NotTaken("would unpack to far more than it is: its files share their bytes")
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Two bytes, the smaller first, `offset` from the start.
    fileprivate func little16(_ offset: Int) -> UInt16 {
        UInt16(self[startIndex + offset]) | UInt16(self[startIndex + offset + 1]) << 8
    }

    /// Four bytes, the smallest first.
    fileprivate func little32(_ offset: Int) -> UInt32 {
        UInt32(little16(offset)) | UInt32(little16(offset + 2)) << 16
    }
}
