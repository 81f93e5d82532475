import Crypto

/// HMAC-SHA256 (RFC 2104): shows that whoever made a text knew the key.
public enum KeyedDigest {
    /// 32 bytes.
    public static func of(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    }

    /// Whether the digest is that of the message, found out in a time that does not depend on where it differs.
    public static func isValid(_ digest: [UInt8], of message: [UInt8], key: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(digest, authenticating: message, using: SymmetricKey(data: key))
    }
}
