import Foundation
import Kernel
import Testing

@testable import Mail

@Suite("What a letter may hold")
struct LetterTests {
    @Test(
        "addresses that can be written to",
        arguments: [
            "name@example.org", "first.last+tag@sub.example.org", "o'neil@example.org", "a@b.c", "x_y-z@127.example",
            "root@localhost",
        ])
    func good(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    @Test(
        "addresses that cannot, above all those that would begin another header",
        arguments: [
            "", "name", "@example.org", "name@", "a@b@example.org", "name@example", "name@.org", "name@-a.org",
            "na me@example.org", "name@exa mple.org", ".name@example.org", "na..me@example.org", "<name@example.org>",
            "name@example.org\r\nBcc: other@example.org", "name\n@example.org", "name@example.org\r",
            "näme@example.org",
            "name@exämple.org", "\"a b\"@example.org", "name@[127.0.0.1]", "name@example.org,other@example.org",
            "name@example.org\u{0}", "name@example.org\u{2028}", String(repeating: "a", count: 65) + "@example.org",
            "a@" + String(repeating: "a.", count: 130) + "org",
        ])
    func bad(text: String) {
        #expect(throws: Refusal.self) { try MailAddress(text) }
    }

    @Test(
        "a subject is one line",
        arguments: [
            "", "a\r\nBcc: b@example.org", "a\nb", "a\rb", "a\u{0}b", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "\t",
            String(repeating: "a", count: 201),
        ])
    func subjects(text: String) {
        #expect(throws: Refusal.self) { try SubjectLine(text) }
    }

    @Test(
        "who letters come from",
        arguments: [
            ("a@example.org", "", "a@example.org"), ("Trust <a@example.org>", "Trust", "a@example.org"),
            ("\"A. Trust, Leeds\" <a@example.org>", "A. Trust, Leeds", "a@example.org"),
            ("<a@example.org>", "", "a@example.org"),
        ])
    func senders(text: String, name: String, address: String) throws {
        let sender = try Sender(text)
        #expect(sender.name == name && sender.address.text == address)
    }

    @Test("no sender begins another header", arguments: ["A\r\nBcc: b <a@example.org>", "A <a@example.org", "A", ""])
    func badSenders(text: String) {
        #expect(throws: Refusal.self) { try Sender(text) }
    }

    @Test(
        "a header's text is short, plain or encoded, and whole characters stay whole",
        arguments: [
            ("Hello", "Hello"), ("=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?="),
            ("Zoë", "=?utf-8?B?Wm/Dqw==?="),
            (
                String(repeating: "a", count: 61),
                "=?utf-8?B?" + String(repeating: "YWFh", count: 13) + "?=\r\n =?utf-8?B?"
                    + String(repeating: "YWFh", count: 7) + "YQ==?="
            ),
        ])
    func headers(text: String, encoded: String) {
        #expect(MailText.header(text) == encoded)
    }

    @Test(
        "a body's lines are short and safe",
        arguments: [
            ("a=b", "a=3Db\r\n"), ("a ", "a=20\r\n"), ("a\r\nb\rc\nd", "a\r\nb\r\nc\r\nd\r\n"), ("é", "=C3=A9\r\n"),
            (String(repeating: "a", count: 76), String(repeating: "a", count: 76) + "\r\n"),
            (String(repeating: "a", count: 77), String(repeating: "a", count: 75) + "=\r\naa\r\n"),
        ])
    func bodies(text: String, encoded: String) {
        #expect(String(decoding: MailText.quotedPrintable(text), as: UTF8.self) == encoded)
    }

    @Test(
        "a date is as RFC 5322 has it",
        arguments: [(0.0, "Thu, 1 Jan 1970 00:00:00 +0000"), (1_262_260_799, "Thu, 31 Dec 2009 11:59:59 +0000")])
    func dates(seconds: TimeInterval, text: String) {
        let day = text.replacingOccurrences(of: ", 1 ", with: ", 01 ")
        #expect(MailText.date(Date(timeIntervalSince1970: seconds)) == day)
    }
}
