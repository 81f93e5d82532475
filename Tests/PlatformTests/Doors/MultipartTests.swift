import Kernel
import Testing

@testable import Doors

@Suite("Forms with files")
struct MultipartTests {
    static let whole = """
        --B\r
        Content-Disposition: form-data; name="note"\r
        \r
        Siân said "x"\r
        --B\r
        content-disposition: form-data; name="file"; filename="C:\\folder\\a;b %22c%22.yaml"\r
        Content-Type: application/yaml\r
        \r
        a: 1\r
        --Bnot\r
        \r
        --B\r
        Content-Disposition: form-data; name="empty"; filename=""\r
        Content-Type: application/octet-stream\r
        \r
        \r
        --B--\r

        """

    @Test("Fields and files are told apart, and a file's name loses its folders")
    func reading() throws {
        let form = try Multipart(parsing: Array(Self.whole.replacing("--Bnot", with: "--Not").utf8), boundary: "B")
        #expect(form.fields.first("note") == "Siân said \"x\"")
        #expect(form.uploads.count == 1)
        let upload = try #require(form.uploads.first)
        #expect(
            upload.field == "file" && upload.filename == "a;b \"c\".yaml" && upload.contentType == "application/yaml")
        #expect(String(decoding: try upload.content.whole(), as: UTF8.self) == "a: 1\r\n--Not\r\n")
    }

    @Test(
        "What is not a whole form is refused",
        arguments: [
            "", "--B", "--B\r\n", "x--B--", "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--B\r\nnonsense\r\n\r\nx\r\n--B--",
            "--Bx\r\n", "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--B--",
        ])
    func broken(text: String) {
        #expect(throws: Malformed.self) { try Multipart(parsing: Array(text.utf8), boundary: "B") }
    }

    @Test("A form of no parts is a form, and a boundary must be one")
    func edges() throws {
        #expect(try Multipart(parsing: Array("--B--\r\n".utf8), boundary: "B").fields.isEmpty)
        #expect(throws: Malformed.self) { try Multipart(parsing: Array("----\r\n".utf8), boundary: "") }
        #expect(throws: Malformed.self) { try Multipart(parsing: [], boundary: String(repeating: "x", count: 71)) }
    }

    @Test("A form that arrives in pieces of any size is the same form", arguments: 1...40)
    func pieces(size: Int) throws {
        let body = Array(Self.whole.replacing("--Bnot", with: "--Not").utf8)
        var reader = try MultipartReader(boundary: "B")
        for start in stride(from: 0, to: body.count, by: size) {
            try reader.take(body[start..<min(body.count, start + size)])
        }
        try reader.finish()
        #expect(reader.fields.first("note") == "Siân said \"x\"")
        #expect(reader.uploads.count == 1)
        #expect(try reader.uploads.first?.content.whole() == Array("a: 1\r\n--Not\r\n".utf8))
    }

    @Test("A file that is too large, or one too many, is refused as soon as that shows")
    func limits() throws {
        let head = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\n"
        var large = try MultipartReader(boundary: "B", files: Upload.Limits(bytesMax: 1_000))
        try large.take(Array(head.utf8))
        #expect(throws: Refusal.tooLarge("A file is larger than 0 MB, the most that is taken")) {
            for _ in 0..<100 { try large.take([UInt8](repeating: 65, count: 100)) }
        }
        var many = try MultipartReader(boundary: "B", files: Upload.Limits(countMax: 2))
        #expect(throws: Refusal.tooLarge("More than 2 files were sent at once")) {
            // What ends the third shows that it was one.
            for _ in 0..<4 { try many.take(Array((head + "x\r\n").utf8)) }
        }
    }

    @Test("Whatever is broken in a form, it is read or refused", arguments: 0..<500 as Range<UInt64>)
    func anything(seed: UInt64) {
        var random = Dice(seed)
        var bytes = Array(Self.whole.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let at = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + 5))
            default: bytes.insert(contentsOf: random.bytes(upTo: 8), at: at)
            }
        }
        do {
            let form = try Multipart(parsing: bytes, boundary: "B")
            #expect(form.uploads.allSatisfy { !$0.filename.contains("/") && !$0.filename.contains("\\") })
        } catch {
            #expect(error is Malformed || error is Refusal)
        }
    }
}
