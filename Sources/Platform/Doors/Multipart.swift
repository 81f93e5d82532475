internal import Kernel

/// Reads a form that carries files: `multipart/form-data` (RFC 7578).
public struct Multipart: Sendable, Equatable {
    public private(set) var fields = Fields()
    public private(set) var uploads: [Upload] = []

    static let partsMax = 500, headBytesMax = 8_192

    /// - Parameter boundary: from the content type, without its dashes.
    /// - Throws: `Malformed` for what is not a whole form; `Refusal.tooLarge` beyond the limits.
    public init(parsing body: [UInt8], boundary: String, limits: Fields.Limits = Fields.Limits()) throws {
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else {
            throw Malformed("The form's boundary is missing or too long")
        }
        let mark = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it.
        guard body.starts(with: mark.dropFirst(2)) else { throw Malformed("The form does not begin with its boundary") }
        var at = mark.count - 2, parts = 0
        while !body[at...].starts(with: Array("--".utf8)) {
            guard body[at...].starts(with: Array("\r\n".utf8)) else { throw Malformed("A part of the form is broken") }
            parts += 1
            guard parts <= Self.partsMax else { throw Refusal.tooLarge("More than \(Self.partsMax) parts were sent") }
            guard let end = body.find(mark, from: at) else { throw Malformed("The form ends in the middle") }
            // A part with no heads begins with an empty line, whose end may be the one the boundary's line ends with.
            guard let headEnd = body.find(Array("\r\n\r\n".utf8), from: at), headEnd + 4 <= end || headEnd + 2 == end
            else {
                throw Malformed("A part of the form has no head")
            }
            guard headEnd - at <= Self.headBytesMax else { throw Refusal.tooLarge("The head of a part is too long") }
            try add(Head(body[at..<headEnd]), Array(body[min(headEnd + 4, end)..<end]), limits)
            at = end + mark.count
        }
    }

    private mutating func add(_ head: Head, _ content: [UInt8], _ limits: Fields.Limits) throws {
        guard head.name.utf8.count <= limits.nameBytesMax else {
            throw Refusal.tooLarge("A field's name is longer than \(limits.nameBytesMax) bytes")
        }
        if let filename = head.filename {
            // A browser sends a file field that nobody filled in as an empty file without a name.
            if filename.isEmpty && content.isEmpty { return }
            uploads.append(Upload(field: head.name, filename: filename, contentType: head.type, bytes: content))
        } else {
            guard content.count <= limits.valueBytesMax else {
                throw Refusal.tooLarge("A field's value is longer than \(limits.valueBytesMax) bytes")
            }
            fields.append(head.name, try Percent.text(content))
        }
    }

    /// What stands above a part's content.
    private struct Head {
        let name: String
        let filename: String?
        let type: String

        init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
            let text = try Percent.text(Array(bytes))
            var disposition: String?, type = "text/plain"
            for line in text.split(separator: "\r\n") {
                let halves = line.split(separator: ":", maxSplits: 1)
                guard halves.count == 2 else { throw Malformed("A head in the form is broken") }
                switch halves[0].lowercased() {
                case "content-disposition": disposition = String(halves[1]).trimmed
                case "content-type": type = String(halves[1]).trimmed.lowercased()
                default: break
                }
            }
            guard let disposition, let name = Self.parameter("name", in: disposition) else {
                throw Malformed("A part of the form has no name")
            }
            self.name = name
            filename = Self.parameter("filename", in: disposition).map(Self.withoutFolders)
            self.type = type
        }

        /// A quoted parameter. Browsers write a quote within one as `%22` (HTML, "multipart/form-data").
        private static func parameter(_ name: String, in disposition: String) -> String? {
            guard disposition.lowercased().hasPrefix("form-data") else { return nil }
            var isQuoted = false
            let parts = disposition.split(omittingEmptySubsequences: true) { character in
                if character == "\"" { isQuoted.toggle() }
                return character == ";" && !isQuoted
            }
            for part in parts.dropFirst() {
                let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard halves.count == 2, String(halves[0]).trimmed.lowercased() == name else { continue }
                let value = String(halves[1]).trimmed
                guard value.count >= 2, value.first == "\"", value.last == "\"" else { return value }
                return value.dropFirst().dropLast().split(separator: "%22", omittingEmptySubsequences: false).joined(
                    separator: "\"")
            }
            return nil
        }

        private static func withoutFolders(_ path: String) -> String {
            path.split { $0 == "/" || $0 == "\\" }.last.map { String($0.prefix(200)) } ?? ""
        }
    }
}

extension [UInt8] {
    /// Where `mark` next stands at or after `start`. A search for its first byte, then a comparison.
    fileprivate func find(_ mark: [UInt8], from start: Int) -> Int? {
        withUnsafeBufferPointer { bytes in
            guard let first = mark.first, bytes.count >= mark.count else { return nil }
            var at = start
            let last = bytes.count - mark.count
            while at <= last {
                if bytes[at] == first, mark.indices.allSatisfy({ bytes[at + $0] == mark[$0] }) { return at }
                at += 1
            }
            return nil
        }
    }
}
