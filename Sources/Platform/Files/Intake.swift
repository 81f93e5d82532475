import Kernel
import Ledger
public import Settings

/// What every file passes on its way in: its size, its type by its content, its name, and a look for viruses.
public struct Intake: Sendable {
    /// Bytes that one file may have.
    public var bytesMax: Int
    /// Looks for viruses; nil where none is set, and then nothing is said of them.
    public var scanner: VirusScanner?

    public init(bytesMax: Int, scanner: VirusScanner? = nil) {
        self.bytesMax = bytesMax
        self.scanner = scanner
    }

    /// As the operator decided.
    public init(_ settings: Settings) {
        self.init(
            bytesMax: settings[Settings.fileMegabytes] * 1_048_576,
            scanner: settings[Settings.virusScanner].flatMap { address in
                VirusScanner.Address(address).map { VirusScanner($0, wait: settings[Settings.virusWait]) }
            })
    }

    /// Looks at a file, and says what it is.
    ///
    /// - Parameters:
    ///   - given: what it was called where it came from. Only its ending is looked at, which must agree.
    ///   - field: the form's field it came in, for the problem's place.
    /// - Throws: `.invalid` for what is not taken, saying what it is; `.tooLarge`; `.unavailable` when the scanner
    ///   that is set does not answer: a file that was not looked at is never taken for clean.
    public func inspect(_ source: any ByteSource, named given: String, field: String) async throws -> InspectedFile {
        let name = Self.plain(given)
        guard source.count <= bytesMax else {
            throw Refusal.tooLarge(
                "\(Self.shown(name)) is larger than \(bytesMax / 1_048_576) MB, the most that is taken")
        }
        let type: FileType
        do {
            type = try agreed(try TellType(source).type(), name, source)
        } catch let error as NotTaken {
            throw Refusal.invalid([Problem(field, "\(Self.shown(name)) \(error.why)")])
        }
        if let scanner, case .virus(let virus) = try await scanner.scan(source) {
            throw Refusal.invalid([Problem(field, "\(Self.shown(name)) holds a virus (\(virus)), and was not kept")])
        }
        var digest = FileDigest()
        try source.eachPiece { piece in digest.add(piece) }
        return InspectedFile(
            source: source, name: name, type: type, digest: digest.hexadecimal, wasScanned: scanner != nil)
    }

    /// The name's ending and the content must say the same; a table is text that is called one.
    private func agreed(_ type: FileType, _ name: String, _ source: any ByteSource) throws -> FileType {
        let ending = name.split(separator: ".").count > 1 ? name.split(separator: ".").last?.lowercased() ?? "" : ""
        if type == .text, FileType.csv.endings.contains(ending) {
            try TextShape(source).mustHoldNoFormula()
            return .csv
        }
        guard type.endings.contains(ending) else {
            let wanted = type.endings.map { ".\($0)" }.joined(separator: " or ")
            throw NotTaken("is \(type.words), and its name does not end in \(wanted)")
        }
        return type
    }

    /// A name on one line: without folders, control characters, and marks that turn the direction of reading round.
    private static func plain(_ name: String) -> String {
        let all = name.unicodeScalars, folder = all.lastIndex { $0 == "/" || $0 == "\\" }
        let kept = all[(folder.map(all.index(after:)) ?? all.startIndex)...].filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: false
            default: !scalar.properties.isBidiControl
            }
        }
        return String(String(String.UnicodeScalarView(kept)).suffix(200))
    }

    /// A name in a sentence.
    private static func shown(_ name: String) -> String { name.isEmpty ? "The file" : "“\(name.prefix(80))”" }
}

/// A file that was looked at and may be kept.
public struct InspectedFile: Sendable {
    let source: any ByteSource
    /// As it was called where it came from, on one line and without folders.
    public let name: String
    public let type: FileType
    /// SHA-256, as 64 digits of base 16.
    public let digest: String
    /// Whether a scanner found no virus in it; false where none is set.
    public let wasScanned: Bool

    public var count: Int { source.count }
}
