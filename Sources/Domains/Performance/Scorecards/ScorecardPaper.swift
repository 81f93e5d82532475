import Foundation
import Kernel
import Ledger
import Store

/// What a frozen scorecard showed: words in rows, as they stood.
struct ScorecardPaper: Codable, Sendable, Equatable {
    let title: String
    let day: String
    let columns: [String]
    let rows: [[String]]

    /// The same paper gives the same bytes.
    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    static func digest(of bytes: Data) -> String {
        var digest = FileDigest()
        digest.add(bytes)
        return digest.hexadecimal
    }
}

extension Transaction {
    /// Keeps a paper under its digest; one that is there already is the same.
    func keep(_ paper: ScorecardPaper) throws -> String {
        let bytes = try paper.bytes(), digest = ScorecardPaper.digest(of: bytes)
        try run(
            """
            INSERT INTO performance_paper (digest, content) VALUES (\(digest), \(String(decoding: bytes, as: UTF8.self)))
            ON CONFLICT (digest) DO NOTHING
            """)
        return digest
    }

    /// The paper of a digest.
    /// - Returns: nil where there is none, or where what is there is not what was kept.
    func paper(_ digest: String) throws -> ScorecardPaper? {
        guard let row = try one("SELECT content FROM performance_paper WHERE digest = \(digest)") else { return nil }
        let bytes = Data(row.text(0).utf8)
        guard ScorecardPaper.digest(of: bytes) == digest else { return nil }
        return try? JSONDecoder().decode(ScorecardPaper.self, from: bytes)
    }
}
