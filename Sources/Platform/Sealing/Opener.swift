public import Store

/// Opens many things in one transaction, looking each key up once. Keys are kept no longer than that: a key that is
/// destroyed opens nothing from then on, in any process.
public final class Opener {
    private let tx: Transaction
    private var keys: [SealedFor: [Int: Found]] = [:]

    private enum Found {
        case key(DataKey)
        case none(Opened)
    }

    public init(_ tx: Transaction) { self.tx = tx }

    /// As `Transaction.open`.
    public func open(_ bytes: [UInt8], for subject: SealedFor, at place: SealedPlace) throws -> Opened {
        let sealed = try SealedText(reading: bytes, at: place)
        switch try found(subject, sealed.keyVersion) {
        case .key(let key): return .open(try sealed.open(with: key, for: subject, at: place))
        case .none(let why): return why
        }
    }

    private func found(_ subject: SealedFor, _ version: Int) throws -> Found {
        if let held = keys[subject]?[version] { return held }
        let found = try look(subject, version)
        keys[subject, default: [:]][version] = found
        return found
    }

    private func look(_ subject: SealedFor, _ version: Int) throws -> Found {
        guard let held = try tx.heldKey(of: subject, version: version) else {
            return .none(try tx.erasure(of: subject).map(Opened.erased) ?? .lost)
        }
        return try tx.unwrapped(held).map(Found.key) ?? .none(.lost)
    }
}
