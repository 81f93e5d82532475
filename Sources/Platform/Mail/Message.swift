import Foundation
import Kernel

/// A letter as it travels (RFC 5322): its header, and its text as quoted-printable.
struct Message {
    let id: ID<Letter>
    let letter: Letter
    let sender: Sender
    let date: Date

    var bytes: [UInt8] {
        let from = sender.name.isEmpty ? sender.address.text : "\(MailText.name(sender.name)) <\(sender.address)>"
        let header = [
            "From: \(from)",
            "To: \(letter.recipient)",
            "Subject: \(MailText.header(letter.subject.text))",
            "Date: \(MailText.date(date))",
            // The same at every attempt, so that a letter that was taken twice can be known for one.
            "Message-ID: <\(id)@\(sender.address.domain)>",
            // So that nobody's holiday notice answers it (RFC 3834, 5).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return Array((header.joined(separator: "\r\n") + "\r\n\r\n").utf8) + MailText.quotedPrintable(letter.text)
    }
}
