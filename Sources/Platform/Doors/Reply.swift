public import Files
public import Identity
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
    /// The reply, and from now on this session's secret.
    case signedIn(Secret, Reply)
    /// The reply, and from now on no session.
    case signedOut(Reply)
}
