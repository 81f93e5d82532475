import Foundation
import Kernel
import Settings
import Testing

@testable import Files

@Suite("What is taken in, and what it is")
struct IntakeTests {
    static let tooLong = String(repeating: "x", count: 300) + ".pdf"
    let intake = Intake(bytesMax: 1_048_576)

    private func inspect(_ name: String, _ bytes: [UInt8]) async throws -> InspectedFile {
        try await intake.inspect(HeldBytes(bytes), named: name, field: "file")
    }

    private func problem(_ name: String, _ bytes: [UInt8]) async -> String {
        do {
            return "taken as \(try await inspect(name, bytes).type)"
        } catch {
            guard case .invalid(let problems) = error as? Refusal, problems.count == 1 else { return "\(error)" }
            return problems[0].field == "file" ? problems[0].message : "of another field"
        }
    }

    @Test(
        "Each type is told by its content, and its name agrees",
        arguments: [
            ("a.pdf", Samples.pdf, FileType.pdf), ("A.PDF", Samples.pdf, .pdf), ("a.docx", Samples.docx, .docx),
            ("a.xlsx", Samples.xlsx, .xlsx), ("a.pptx", Samples.pptx, .pptx), ("a.png", Samples.png, .png),
            ("a.jpg", Samples.jpeg, .jpeg), ("a.JPEG", Samples.jpeg, .jpeg),
            ("a.txt", Samples.text("Siân\r\nsaid £5\n"), .text),
            ("a.csv", Samples.text("a,b\n-4,+44 113\n-,x-y\n"), .csv),
            ("a.b.csv", [0xEF, 0xBB, 0xBF] + Samples.text("a;b\n"), .csv),
        ] as [(String, [UInt8], FileType)])
    func types(name: String, bytes: [UInt8], type: FileType) async throws {
        let file = try await inspect(name, bytes)
        #expect(file.type == type && file.count == bytes.count && !file.wasScanned)
        #expect(file.digest.utf8.count == 64)
    }

    @Test(
        "A name is one line without folders, read in the direction in which it is written",
        arguments: [
            ("a\r\nb.pdf", "ab.pdf"), ("a\nContent-Type: text/html.pdf", "html.pdf"), ("../../etc/a.pdf", "a.pdf"),
            ("C:\\papers\\a.pdf", "a.pdf"), ("a\u{0}.pdf", "a.pdf"), ("a\u{202E}cod.pdf", "acod.pdf"),
            ("a\u{2028}b.pdf", "ab.pdf"), (tooLong, String(tooLong.suffix(200))),
        ] as [(String, String)])
    func names(given: String, kept: String) async throws {
        #expect(try await inspect(given, Samples.pdf).name == kept)
    }

    @Test(
        "What is not taken is refused, saying what it is",
        arguments: [
            ("a.pdf", [], "“a.pdf” is empty"),
            ("a.pdf", Samples.docx, "“a.pdf” is a Word document, and its name does not end in .docx"),
            ("a.docx", Samples.xlsx, "“a.docx” is an Excel workbook, and its name does not end in .xlsx"),
            ("a.jpg", Samples.png, "“a.jpg” is a PNG picture, and its name does not end in .png"),
            ("a", Samples.jpeg, "“a” is a JPEG picture, and its name does not end in .jpg or .jpeg"),
            (".pdf", Samples.pdf, "“.pdf” is a PDF document, and its name does not end in .pdf"),
            ("a.pdf", Samples.text("MZ\u{1}\u{2}"), "“a.pdf” is a program for Windows"),
            ("a.txt", Samples.text("#!/bin/sh\nrm -r /\n"), "“a.txt” is a script, which is a program"),
            ("a.txt", Samples.text("  \n<?php x ?>"), "“a.txt” is a script, which is a program"),
            ("a.pdf", Samples.text("%!PS-Adobe"), "“a.pdf” is PostScript, which is a program: save it as PDF"),
            (
                "a.txt", Samples.text("hello <ScRiPt>alert(1)</script>"),
                "“a.txt” is a web page or a drawing that may hold a script: save it as PDF"
            ),
            (
                "a.png", Samples.text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                "“a.png” is a web page or a drawing that may hold a script: save it as PDF"
            ),
            ("a.txt", Samples.text("<a/>"), "“a.txt” is XML or a web page: save it as PDF"),
            ("a.pdf", Samples.pdf + Samples.docx, "“a.pdf” is two things at once: it ends as an archive of files does"),
            (
                "a.png", Samples.png + Samples.zip(["x"]),
                "“a.png” is two things at once: it ends as an archive of files does"
            ),
            ("a.png", Samples.png + [0], "“a.png” is a PNG picture with something after its end"),
            ("a.png", Array(Samples.png.dropLast(5)), "“a.png” is a PNG picture that was cut short"),
            ("a.png", Array(Samples.png.dropLast(2)), "“a.png” is a PNG picture that was cut short"),
            ("a.jpg", [0xFF, 0xD8, 0xFF, 0x20], "“a.jpg” begins as a JPEG picture does, and is none"),
            (
                "a.pdf", Samples.text("%PDF-1.7\nhello"),
                "“a.pdf” is a PDF document whose end is missing: it may have been cut short"
            ),
            ("a.pdf", Samples.text("%PDF-evil"), "“a.pdf” begins as a PDF document does, and is none"),
            ("a.txt", [0x61, 0], "“a.txt” is none of the types that are taken: send \(FileType.taken)"),
            ("a.txt", [0xC3, 0x28], "“a.txt” is none of the types that are taken: send \(FileType.taken)"),
            ("a.txt", [0xED, 0xA0, 0x80], "“a.txt” is none of the types that are taken: send \(FileType.taken)"),
            ("a.txt", [0x61, 0xE2, 0x82], "“a.txt” is none of the types that are taken: send \(FileType.taken)"),
            ("a.csv", [0xFF, 0xFE, 0x61, 0], "“a.csv” is text in UTF-16: save it as UTF-8"),
            ("a\r\nb.pdf", [1], "“ab.pdf” is none of the types that are taken: send \(FileType.taken)"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], words: String) async { #expect(await problem(name, bytes) == words) }

    @Test(
        "A container that two programs would read differently is refused",
        arguments: [
            (Samples.zip(["a.txt"]), "is an archive of files: send each document by itself"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml", "xl/workbook.xml"]), "is two kinds"),
            (
                Samples.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
                "holds a program (macros)"
            ),
            (Samples.zip(["[Content_Types].xml", "word/document.xml", "../../etc/passwd"]), "name leads out of it"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml", "/etc/passwd"]), "name leads out of it"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml", "c:\\x"]), "name leads out of it"),
            (Samples.zip(["a", "a"]), "holds two files of one name"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml"], flags: 1), "is locked with a password"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml"], claiming: 900_000_000), "unpack to far more"),
            (Samples.zip(["abc", "abd"], sharing: true), "whose list of files is not right"),
            (Samples.docx + [0], "has something after its end"),
            (Samples.zip(["[Content_Types].xml"], comment: Samples.text("<script>")), "has something after its end"),
            (Array(Samples.docx.dropLast(30)), "was cut short"),
            ([0x50, 0x4B, 3, 4], "was cut short"),
            (Samples.zip(["[Content_Types].xml", "word/document.xml"], gap: 12), "something between its files"),
            (
                Samples.zip(["[Content_Types].xml", "word/document.xml"], flags: 8, gap: 13),
                "something between its files"
            ),
            (Samples.zip(["abc"], calling: "xyz"), "whose list of files is not right"),
        ] as [([UInt8], String)])
    func containers(bytes: [UInt8], words: String) async {
        let said = await problem("a.docx", bytes)
        #expect(said.contains(words), "\(said)")
    }

    @Test("A container whose files' lengths are written after them is taken")
    func lengthsAfter() async {
        let bytes = Samples.zip(["[Content_Types].xml", "word/document.xml"], flags: 8, gap: 16)
        #expect(await problem("a.docx", bytes) == "taken as docx")
    }

    /// Lists of content types, deflated by zlib: with codes of their own, with the fixed ones; and one with a program in
    /// it that is called a theme.
    static let listed = [
        """
        7c5BCsIwEAXQq5RuxeYCbTfu1YUXCMlEAslMmMRWb28L0kPIXw5//ueNj0+hOo+3hVSjp+5utV1tpqk3q6g3XtwrE7\
        fhnVPfXYTbduylqbelpOhsi8JmYT9IId6+gmi2rZ4lhOjo6O9rRcVRrZGfOQ1Hkm3k0z5v5tH8PGCBBRZYYIEFFlhg\
        gQUWWGCBBRZYYIEFFlhggfWPrC8=
        """,
        """
        swmpLEgttrPxL0stKspMSVUISCwq8UvMTbVV0i/PL0rRT8lPLs1NzSvRq8jNUVJwzs8rAXJAmmyVEgsKcjKTE0sy8/\
        P0y/JS9PILUvOAqtLyi3ITS4p189PSMpNT4fpBphUU5SenFhdn5qXn5ujBZXITM/O0Qcbr29noQ9wDAA==
        """,
        """
        Jc0xDsIwDAXQq1TZiSXmtAs7dOACJvkVQU0cuVYKt0dVD/D0wvPXsE3h0aGaE4aZ1e5cMDraRRPZGwVX/y2rG25SDd\
        UOMjpubc2RLUulXpMv20WWJUf4/uJZ5YNojqZA5/AH
        """,
    ]

    @Test("A program by another name is refused by what the list of parts calls it")
    func programs() async throws {
        let name = "[Content_Types].xml", parts = [name, "word/document.xml", "word/theme2.xml"]
        func said(_ text: String) async -> String {
            let bytes = Array(text.utf8)
            return await problem("a.docx", Samples.zip(parts, packed: [name: (0, bytes, bytes.count)]))
        }
        func said(_ index: Int, _ size: Int) async throws -> String {
            let bytes = Array(try #require(Data(base64Encoded: Self.listed[index])))
            return await problem("a.docx", Samples.zip(parts, packed: [name: (8, bytes, size)]))
        }
        #expect(try await said(0, 6040) == "taken as docx")
        #expect(try await said(1, 151) == "taken as docx")
        #expect(try await said(2, 105).contains("holds a program (macros)"))
        #expect(await said("<Types/>") == "taken as docx")
        for text in ["application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.VBAPROJECT"] {
            #expect(await said("<Types ContentType='\(text)'/>").contains("holds a program (macros)"), "\(text)")
        }
        for text in ["<Types ContentType='&#109;acroEnabled'/>", "<!DOCTYPE x><Types/>"] {
            #expect(await said(text).contains("says something other than it seems to"), "\(text)")
        }
        #expect(await said("\u{0}m\u{0}a").contains("not in UTF-8"))
    }

    @Test("What unpacks to what zlib packed, and to no more than it may")
    func inflating() throws {
        let bytes = Array(try #require(Data(base64Encoded: Self.listed[0])))
        let text = String(decoding: try Inflate.unpacked(bytes, most: 10_000), as: UTF8.self)
        #expect(text.count == 6040 && text.hasPrefix("<Types><Override PartName=") && text.hasSuffix("</Types>"))
        #expect(throws: Inflate.Damaged.self) { try Inflate.unpacked(bytes, most: 6039) }
        #expect(throws: Inflate.Damaged.self) { try Inflate.unpacked(Array(bytes.dropLast(3)), most: 10_000) }
        #expect(throws: Inflate.Damaged.self) { try Inflate.unpacked([7], most: 10) }
    }

    @Test("A picture of more points than are taken is refused by its head")
    func points() async {
        func png(_ side: UInt8) -> [UInt8] {
            PictureShape.pngMark + Samples.chunk("IHDR", [0, 0, side, 0, 0, 0, side, 0, 8, 2, 0, 0, 0])
                + Samples.chunk("IEND", [])
        }
        func jpeg(_ side: UInt8) -> [UInt8] {
            [0xFF, 0xD8, 0xFF, 0xC2, 0, 8, 8, side, 0, side, 0, 1, 0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9]
        }
        for (name, bytes) in [("a.png", png), ("a.jpg", jpeg)] {
            #expect(await problem(name, bytes(0x10)).hasPrefix("taken as "))
            let said = await problem(name, bytes(0xF0))
            #expect(said.contains("61440 by 61440 points"), "\(said)")
        }
    }

    @Test("A table that a spreadsheet would run is refused, with its line")
    func formulas() async {
        for cell in [
            "=cmd|' /C calc'!A0", "@SUM(1)", "+cmd|x", "-1+cmd", "\"=1\"", " =1", "-1+cmd|' /C calc'!A0",
            "--cmd|' /C calc'!A0", "\"-2+3\"", "+1+2", "- A1", "-£cmd", "+44113cmd", "-\"cmd\"",
        ] {
            for end in ["\n", "", ";y\n"] {
                let said = await problem("a.csv", Array("a,b\nx,\(cell)\(end)".utf8))
                #expect(said.contains("a spreadsheet would run, in line 2"), "\(cell): \(said)")
            }
        }
        for cell in [
            "-4", "-.5", "\"-1,200.50\"", "- £1 200", "-1.5e-3", "-20%", "+44 (0)113 496 0000", "-", "--", "+3 ",
            "a-b=c", "x@example.org", "12-4",
        ] {
            let said = await problem("a.csv", Array("a,b\nx,\(cell)\ny,1\n".utf8))
            #expect(said.contains("taken as csv"), "\(cell): \(said)")
        }
        #expect(await problem("a.txt", Array("=1".utf8)) == "taken as text")
    }

    @Test("Whatever is broken in a file, it is taken or refused", arguments: 0..<300 as Range<UInt64>)
    func anything(seed: UInt64) async {
        var random = Dice(seed)
        let all = [Samples.pdf, Samples.png, Samples.jpeg, Samples.docx, Samples.xlsx]
        var bytes = all[Int.random(in: all.indices, using: &random)]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let at = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + 5))
            default: bytes.insert(contentsOf: random.bytes(upTo: 8), at: at)
            }
        }
        do { _ = try await inspect("a.docx", bytes) } catch { #expect(error is Refusal) }
    }

    @Test("A file over the limit is refused before it is looked at")
    func size() async {
        await #expect(throws: Refusal.tooLarge("“a.pdf” is larger than 1 MB, the most that is taken")) {
            _ = try await inspect("a.pdf", [UInt8](repeating: 0, count: 1_048_577))
        }
    }

    @Test("A disk that is full is said to be, and the spool leaves no name behind")
    func fullDisk() throws {
        let full = Spool(descriptor: open("/dev/full", O_RDWR))
        #expect(throws: Refusal.self) { try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try full.append($0) } }
        let spool = try Spool()
        try Array("hello".utf8).withUnsafeBytes { try spool.append($0) }
        try Array(" there".utf8).withUnsafeBytes { try spool.append($0) }
        #expect(spool.count == 11)
        #expect(try spool.bytes(at: 6, length: 100) == Array("there".utf8))
        #expect(try spool.bytes(at: 11, length: 1).isEmpty)
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(spool.descriptor)")
        #expect(link.contains("/thinkchild-upload-") && link.hasSuffix(" (deleted)"), "\(link)")
    }
}
