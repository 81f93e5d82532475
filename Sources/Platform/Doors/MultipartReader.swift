import Files
import Foundation
import Kernel

/// Reads a form that carries files (`multipart/form-data`, RFC 7578) as it arrives: each file goes to disk, and no more
/// of the form is held in memory than one piece of it and its fields.
public struct MultipartReader: Sendable {
    private enum Place: Sendable { case start, afterBoundary, head, content, end }

    static let partsMax = 500, headBytesMax = 8_192

    public private(set) var fields = Fields()
    public private(set) var uploads: [Upload] = []
    private let limits: Fields.Limits
    private let files: Upload.Limits
    /// The line end and the boundary that end a part.
    private let mark: [UInt8]
    private var place = Place.start
    private var held: [UInt8] = []
    private var parts = 0
    private var part: Part?

    /// The part that is being read.
    private struct Part: Sendable {
        let head: MultipartHead
        var text: [UInt8] = []
        var spool: Spool?
        var count = 0
    }

    /// - Parameter boundary: from the content type, without its dashes.
    /// - Throws: `Malformed` for a boundary that cannot be one.
    public init(
        boundary: String, limits: Fields.Limits = Fields.Limits(), files: Upload.Limits = Upload.Limits()
    ) throws {
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else {
            throw Malformed("The form's boundary is missing or too long")
        }
        mark = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        self.files = files
    }

    /// Takes what has arrived.
    /// - Throws: `Malformed` for what is not a form; `Refusal.tooLarge` beyond the limits, as soon as they are passed;
    ///   `Refusal.unavailable` when the disk is full.
    public mutating func take(_ bytes: some Collection<UInt8>) throws {
        held += bytes
        while try step() {}
    }

    /// - Throws: `Malformed` when the form has not come to its end.
    public mutating func finish() throws {
        guard place == .end else {
            throw Malformed(
                place == .start ? "The form does not begin with its boundary" : "The form ends in the middle")
        }
    }

    /// - Returns: False when more must arrive first.
    private mutating func step() throws -> Bool {
        switch place {
        case .start: return try begin()
        case .afterBoundary: return try passBoundary()
        case .head: return try readHead()
        case .content: return try readContent()
        case .end:
            held = []
            return false
        }
    }

    /// The first boundary has no line end before it.
    private mutating func begin() throws -> Bool {
        let first = mark.dropFirst(2)
        guard held.starts(with: first) else {
            guard first.starts(with: held) else { throw Malformed("The form does not begin with its boundary") }
            return false
        }
        held.removeFirst(first.count)
        place = .afterBoundary
        return true
    }

    private mutating func passBoundary() throws -> Bool {
        guard held.count >= 2 else { return false }
        if held.starts(with: Array("--".utf8)) {
            place = .end
            return true
        }
        guard held.starts(with: Array("\r\n".utf8)) else { throw Malformed("A part of the form is broken") }
        parts += 1
        guard parts <= Self.partsMax else { throw Refusal.tooLarge("More than \(Self.partsMax) parts were sent") }
        place = .head
        return true
    }

    /// A part with no heads begins with an empty line, whose end may be the one the boundary's line ends with.
    private mutating func readHead() throws -> Bool {
        guard let end = held.place(of: Array("\r\n\r\n".utf8), from: 0) else {
            if held.place(of: mark, from: 0) != nil { throw Malformed("A part of the form has no head") }
            guard held.count <= Self.headBytesMax else { throw Refusal.tooLarge("The head of a part is too long") }
            return false
        }
        guard end <= Self.headBytesMax else { throw Refusal.tooLarge("The head of a part is too long") }
        let next = held.place(of: mark, from: 0) ?? Int.max
        guard end + 4 <= next || end + 2 == next else { throw Malformed("A part of the form has no head") }
        let head = try MultipartHead(held[..<end])
        guard head.name.utf8.count <= limits.nameBytesMax else {
            throw Refusal.tooLarge("A field's name is longer than \(limits.nameBytesMax) bytes")
        }
        part = Part(head: head)
        held.removeFirst(min(end + 4, next))
        place = .content
        return true
    }

    private mutating func readContent() throws -> Bool {
        if let end = held.place(of: mark, from: 0) {
            try add(upTo: end)
            try finishPart()
            held.removeFirst(end + mark.count)
            place = .afterBoundary
            return true
        }
        // The boundary may have arrived in part.
        let sure = held.count - (mark.count - 1)
        if sure > 0 {
            try add(upTo: sure)
            held.removeFirst(sure)
        }
        return false
    }

    private mutating func add(upTo end: Int) throws {
        guard end > 0, var part else { return }
        // Its bytes are not to be copied each time some are added.
        self.part = nil
        part.count += end
        if part.head.filename != nil {
            try mustFit(part)
            if part.spool == nil { part.spool = try Spool() }
            try held.withUnsafeBytes { try part.spool?.append(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        } else {
            guard part.count <= limits.valueBytesMax else {
                throw Refusal.tooLarge("A field's value is longer than \(limits.valueBytesMax) bytes")
            }
            part.text += held[..<end]
        }
        self.part = part
    }

    private func mustFit(_ part: Part) throws {
        guard part.count <= files.bytesMax else {
            throw Refusal.tooLarge("A file is larger than \(files.bytesMax / 1_048_576) MB, the most that is taken")
        }
        guard uploads.count < files.countMax else {
            throw Refusal.tooLarge("More than \(files.countMax) files were sent at once")
        }
    }

    private mutating func finishPart() throws {
        guard let part else { return }
        self.part = nil
        guard let filename = part.head.filename else {
            return fields.append(part.head.name, try Percent.text(part.text))
        }
        // A browser sends a file field that nobody filled in as an empty file without a name.
        if filename.isEmpty && part.count == 0 { return }
        try mustFit(part)
        let content: any ByteSource = if let spool = part.spool { spool } else { HeldBytes([]) }
        uploads.append(
            Upload(field: part.head.name, filename: filename, contentType: part.head.type, content: content))
    }
}

extension [UInt8] {
    /// Where `mark` next stands at or after `start`: the C library looks for its first byte, then it is compared.
    fileprivate func place(of mark: [UInt8], from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            guard let first = mark.first, let base = bytes.baseAddress, count >= mark.count else { return nil }
            var at = start
            let last = count - mark.count
            while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
                at = UnsafeRawPointer(found) - base
                if memcmp(base + at, mark, mark.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }
}
