import Foundation

/// What is known and not taken, by how it begins: so that a refusal can say what was sent.
enum ForeignType {
    /// What it is, to follow "is"; nil when it is nothing that is known.
    static func words(for start: [UInt8]) -> String? {
        for (mark, words) in marks where start.starts(with: mark) { return words }
        if start.count >= 12, start[4..<8].elementsEqual("ftyp".utf8) {
            return "a film, or a picture from a telephone (HEIC)"
        }
        if start.count >= 12, start.starts(with: "RIFF".utf8) {
            return start[8..<12].elementsEqual("WEBP".utf8) ? "a WebP picture" : "a sound or a film"
        }
        return nil
    }

    private static let marks: [([UInt8], String)] = [
        (Array("MZ".utf8), "a program for Windows"),
        ([0x7F] + Array("ELF".utf8), "a program for Linux"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a program for macOS"), ([0xCE, 0xFA, 0xED, 0xFE], "a program for macOS"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "a document of an old Office, or one with a password: save it without one as .docx, .xlsx or .pptx"
        ),
        (Array("{\\rtf".utf8), "rich text: save it as .docx or PDF"),
        (Array("%!PS".utf8), "PostScript, which is a program: save it as PDF"),
        (Array("#!".utf8), "a script, which is a program"),
        (Array("GIF8".utf8), "a GIF picture: save it as PNG"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture: save it as PNG or PDF"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture: save it as PNG or PDF"),
        ([0x1F, 0x8B], "a compressed file"), (Array("BZh".utf8), "a compressed file"),
        ([0xFD] + Array("7zXZ".utf8), "a compressed file"), ([0x28, 0xB5, 0x2F, 0xFD], "a compressed file"),
        (Array("7z".utf8) + [0xBC, 0xAF], "an archive of files"), (Array("Rar!".utf8), "an archive of files"),
        ([0xFF, 0xFE], "text in UTF-16: save it as UTF-8"), ([0xFE, 0xFF], "text in UTF-16: save it as UTF-8"),
        (Array("MSCF".utf8), "an archive of files"), (Array("SQLite format 3".utf8), "a database"),
        (Array("ID3".utf8), "a sound"), (Array("OggS".utf8), "a sound or a film"),
    ]
}
