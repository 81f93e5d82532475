public import Files
public import Identity
public import Ledger
public import Outbound
public import Web

/// What a handler answers. How it goes over the wire is the front door's business.
public indirect enum Reply: Sendable, Equatable {
    /// A page. One that shows problems is sent as 422 unless it says otherwise.
    case page(Page, status: Int = 200)
    /// Done; look here. A path of this service.
    case see(String)
    case json([UInt8], status: Int = 200)
    /// A file for a spreadsheet; `filename` without a path, such as `findings.csv`.
    case csv([UInt8], filename: String)
    case svg([UInt8])
    case text(String)
    case file([UInt8], type: String, filename: String)
    /// A kept file, sent as it is read. The asker may keep it as long as its digest is asked about each time.
    case download(Download)
    /// Done, with nothing to say.
    case empty
    /// What the asker has is what there is.
    case notModified
    /// The reply, which shows these restricted records.
    case showing([Shown], Reply)
    /// The reply, and from now on this session's secret.
    case signedIn(Secret, Reply)
    /// The reply, and from now on no session.
    case signedOut(Reply)
    /// Look elsewhere, at this address of the council's directory; the browser holds the secret until it is back.
    case leave(for: WebAddress, holding: Secret)
    /// A page that says that something outside failed, and what whoever runs the service finds in its log: words that
    /// name nobody.
    case failed(Page, status: Int, because: String)
}
