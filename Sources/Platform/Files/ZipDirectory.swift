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

    /// One file in it.
    struct Entry: Sendable {
        let method: Int
        /// Bytes, from the start of the container.
        let packed: Range<Int>
        /// Bytes that it says it unpacks to.
        let size: Int
    }

    let entries: [String: Entry]
    var names: Set<String> { Set(entries.keys) }

    /// What a small file in it says.
    /// - Throws: `NotTaken` where it is larger than it may be, or packed in another way than documents are.
    static func text(of entry: Entry, in source: any ByteSource, most: Int) throws -> [UInt8] {
        let packed = try source.bytes(at: entry.packed.lowerBound, length: min(entry.packed.count, most))
        guard entry.size <= most, packed.count == entry.packed.count else {
            throw NotTaken("is an archive whose list of files is not right")
        }
        do {
            switch entry.method {
            case 0: return packed
            case 8: return try Inflate.unpacked(packed, most: most)
            default: throw Inflate.Damaged()
            }
        } catch is Inflate.Damaged { throw NotTaken("is an archive whose list of files is not right") }
    }

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
        var list = Entries(source, try source.bytes(at: start, length: length)[...], listStart: start)
        for _ in 0..<count { try list.next() }
        guard list.rest.isEmpty else { throw NotTaken("is an archive whose list of files is not right") }
        try list.mustNotOverlap()
        entries = list.entries
    }

    /// The list, as far as it has been read.
    private struct Entries {
        let source: any ByteSource
        var rest: ArraySlice<UInt8>
        let listStart: Int
        var entries: [String: Entry] = [:]
        private var folded: Set<String> = []

        init(_ source: any ByteSource, _ rest: ArraySlice<UInt8>, listStart: Int) {
            (self.source, self.rest, self.listStart) = (source, rest, listStart)
        }

        var unpacked = 0
        var files: [(range: Range<Int>, hasLengthAfter: Bool)] = []

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
            let name = try add(rest.dropFirst(46).prefix(nameLength))
            try grow(packed, size)
            let place = try findBytes(offset, packed, Array(name.utf8), flags & 0x0008 != 0)
            entries[name] = Entry(method: Int(rest.little16(10)), packed: place, size: size)
            rest = rest.dropFirst(length)
        }

        private mutating func add(_ bytes: ArraySlice<UInt8>) throws -> String {
            guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty,
                !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }),
                !name.hasPrefix("/"), !name.split(separator: "/").contains("..")
            else { throw NotTaken("holds a file whose name leads out of it") }
            // Office takes no notice of capitals in the names of parts.
            guard folded.insert(name.lowercased()).inserted else { throw NotTaken("holds two files of one name") }
            return name
        }

        private mutating func grow(_ packed: Int, _ size: Int) throws {
            unpacked += size
            guard unpacked <= unpackedBytesMax, size <= max(ratioFrom, packed * ratioMax) else {
                throw NotTaken("would unpack to far more than it is")
            }
        }

        /// The file's own head stands where the list says, and has the same name.
        private mutating func findBytes(
            _ offset: Int, _ packed: Int, _ name: [UInt8], _ hasLengthAfter: Bool
        ) throws -> Range<Int> {
            let head = try source.bytes(at: offset, length: 30)[...]
            guard head.count == 30, head.starts(with: localMark), Int(head.little16(26)) == name.count,
                try source.bytes(at: offset + 30, length: name.count) == name
            else { throw NotTaken("is an archive whose list of files is not right") }
            let end = offset + 30 + name.count + Int(head.little16(28)) + packed
            guard end <= listStart else { throw NotTaken("is an archive whose list of files is not right") }
            files.append((offset..<end, hasLengthAfter))
            return end - packed..<end
        }

        /// Between one file and the next there is nothing but the length of the first, where that is written after it:
        /// with its mark or without, and in the long form or the short (APPNOTE 4.3.9).
        func mustNotOverlap() throws {
            let sorted = files.sorted { $0.range.lowerBound < $1.range.lowerBound }
            guard sorted.first?.range.lowerBound == 0 else {
                throw NotTaken("is an archive with something before its start")
            }
            for (at, one) in sorted.enumerated() {
                let next = at + 1 < sorted.count ? sorted[at + 1].range.lowerBound : listStart
                guard next >= one.range.upperBound else {
                    throw NotTaken("would unpack to far more than it is: its files share their bytes")
                }
                let gap = next - one.range.upperBound
                guard gap == 0 || one.hasLengthAfter && [12, 16, 20, 24].contains(gap) else {
                    throw NotTaken("is an archive with something between its files")
                }
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
