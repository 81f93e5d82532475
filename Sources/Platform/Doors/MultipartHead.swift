/// What stands above a part's content in a form that carries files.
struct MultipartHead: Sendable {
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
        path.split { $0 == "/" || $0 == "\\" }.last.map { String($0.suffix(200)) } ?? ""
    }
}
