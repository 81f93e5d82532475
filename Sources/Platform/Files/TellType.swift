/// Says what a file is by what is in it, and refuses one that is two things at once.
struct TellType {
    let source: any ByteSource
    let start: [UInt8]

    init(_ source: any ByteSource) throws {
        self.source = source
        start = try source.bytes(at: 0, length: 4_096)
    }

    /// - Throws: `NotTaken`, with what it is instead.
    func type() throws -> FileType {
        guard !start.isEmpty else { throw NotTaken("is empty") }
        if start.starts(with: ZipDirectory.localMark) { return try office() }
        if let foreign = ForeignType.words(for: start) { throw NotTaken("is \(foreign)") }
        // A file that is a picture from the front and an archive from the back is opened as either.
        if try ZipDirectory.stands(atTheEndOf: source) {
            throw NotTaken("is two things at once: it ends as an archive of files does")
        }
        if start.starts(with: "%PDF-".utf8) { return try pdf() }
        if start.starts(with: PictureShape.pngMark) {
            try PictureShape(source).mustBePNG()
            return .png
        }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) {
            try PictureShape(source).mustBeJPEG()
            return .jpeg
        }
        return try TextShape(source).type()
    }

    private func pdf() throws -> FileType {
        let isKnown =
            start.count > 8 && [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(start[5])
            && start[6] == UInt8(ascii: ".")
        guard isKnown else { throw NotTaken("begins as a PDF document does, and is none") }
        let tail = try source.bytes(at: max(0, source.count - 1_024), length: 1_024)
        guard tail.holds(Array("%%EOF".utf8)) else {
            throw NotTaken("is a PDF document whose end is missing: it may have been cut short")
        }
        return .pdf
    }

    /// Tells the documents of Office apart by the part that each must have (ECMA-376).
    private func office() throws -> FileType {
        let directory = try ZipDirectory(source), names = directory.names
        let mains: [(String, FileType)] = [
            ("word/document.xml", .docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx),
        ]
        let types = mains.filter { names.contains($0.0) }.map(\.1)
        guard names.contains("[Content_Types].xml"), let type = types.first else {
            throw NotTaken("is an archive of files: send each document by itself")
        }
        guard types.count == 1 else { throw NotTaken("is two kinds of document at once") }
        if names.contains(where: {
            $0.lowercased().hasSuffix("vbaproject.bin") || $0.lowercased().contains("/activex/")
        }) {
            throw NotTaken("holds a program (macros): save it without")
        }
        try mustDeclareNoProgram(directory)
        return type
    }

    private static let contentTypesMax = 1_048_576

    /// A program may be called anything: what each part is, the list of content types says (ECMA-376, part 2). Written
    /// so that it could be read otherwise than it looks, it is refused.
    private func mustDeclareNoProgram(_ directory: ZipDirectory) throws {
        guard let entry = directory.entries["[Content_Types].xml"] else { return }
        let bytes = try ZipDirectory.text(of: entry, in: source, most: Self.contentTypesMax)
        guard let text = String(validating: bytes, as: UTF8.self)?.lowercased(), !bytes.contains(0) else {
            throw NotTaken("has a list of its parts that is not in UTF-8")
        }
        guard !text.contains("&"), !text.contains("<!doctype") else {
            throw NotTaken("has a list of its parts that says something other than it seems to")
        }
        if ["macroenabled", "vbaproject", "activex"].contains(where: text.contains) {
            throw NotTaken("holds a program (macros): save it without")
        }
    }
}

/// Why a file is not taken: what is wrong, to follow its name.
struct NotTaken: Error, Equatable {
    let why: String
    init(_ why: String) { self.why = why }
}

extension Collection where Element == UInt8 {
    /// Whether the mark stands anywhere in it.
    func holds(_ mark: [UInt8]) -> Bool { firstPlace(of: mark) != nil }

    /// How far from the start the mark first stands.
    func firstPlace(of mark: [UInt8]) -> Int? {
        guard let first = mark.first else { return nil }
        var rest = self[...], skipped = 0
        while let at = rest.firstIndex(of: first) {
            skipped += rest.distance(from: rest.startIndex, to: at)
            rest = rest[at...]
            if rest.starts(with: mark) { return skipped }
            rest = rest.dropFirst()
            skipped += 1
        }
        return nil
    }
}
