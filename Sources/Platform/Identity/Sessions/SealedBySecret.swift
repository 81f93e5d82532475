import Crypto
import Foundation

extension Secret {
    /// The database holds this secret's digest alone, so that whoever reads it cannot make this key.
    private var sealingKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(text.utf8)), info: Data("thinkchild kept form 1".utf8),
            outputByteCount: 32)
    }

    /// Base 64 of what only the holder of this secret can open.
    func seal(_ bytes: Data) throws -> String {
        try AES.GCM.seal(bytes, using: sealingKey).combined?.base64EncodedString() ?? ""
    }

    /// Nil for what was not sealed by this secret.
    func open(_ text: String) -> Data? {
        guard let bytes = Data(base64Encoded: text), let box = try? AES.GCM.SealedBox(combined: bytes) else {
            return nil
        }
        return try? AES.GCM.open(box, using: sealingKey)
    }
}
