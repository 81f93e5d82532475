import Foundation
import Kernel
import Outbound

/// What the directory says of a person, for a code.
extension SingleSignOn {
    struct Tokens: Decodable {
        let idToken: String
        let accessToken: String?
    }

    private struct TokenError: Decodable { let error: String }

    func exchange(_ code: String, _ pending: PendingSignOn, _ directory: Directory) async throws -> Tokens {
        var form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirect.text),
            ("code_verifier", pending.verifier),
        ]
        var headers = [Outbound.Header("Accept", "application/json")]
        if directory.takesSecretInBody {
            form += [("client_id", settings.clientID), ("client_secret", settings.clientSecret)]
        } else {
            // Each is form-encoded before they are joined (RFC 6749, 2.3.1).
            let pair = FormText.encode(settings.clientID) + ":" + FormText.encode(settings.clientSecret)
            headers.append(Outbound.Header("Authorization", "Basic " + Data(pair.utf8).base64EncodedString()))
        }
        let body = Array(FormText.encode(form).utf8), lines = headers.compactMap { $0 }
        let answer = try await fetch { try await self.fetching.post(directory.token, body, lines) }
        guard answer.status == 200 else {
            let told = try? JSONDecoder().decode(TokenError.self, from: Data(answer.body))
            throw SignOnFailure.refused(code: String((told?.error ?? "\(answer.status)").filter(\.isASCII).prefix(40)))
        }
        guard let tokens = try? SnakeCase.decode(Tokens.self, from: answer.body) else {
            throw SignOnFailure.badDirectory("it gave no ID token for a code")
        }
        return tokens
    }

    /// Asks for the address and name where the token does not have them: a directory may keep those on a page of
    /// their own.
    func complete(_ claims: TokenClaims, _ accessToken: String?, _ directory: Directory) async throws -> Claims {
        var told = claims
        if claims.texts[settings.emailClaim] == nil, let page = directory.userInfo, let accessToken,
            let header = Outbound.Header("Authorization", "Bearer \(accessToken)")
        {
            let answer = try await fetch { try await self.fetching.get(page, [header]) }
            let found = try? JSONDecoder().decode(TokenClaims.self, from: Data(answer.body))
            // A page about somebody else is not believed (5.3.2).
            guard answer.status == 200, let found, found.sub == claims.sub else {
                throw SignOnFailure.badDirectory("its page about a person does not say who they are")
            }
            told = found
        }
        return Claims(
            issuer: settings.issuer.text, subject: claims.sub, email: told.texts[settings.emailClaim],
            emailVerified: isVerified(told), name: claims.texts["name"] ?? told.texts["name"],
            // Only the token is signed, so only it is asked.
            hasProvedTwice: !settings.secondProofs.isDisjoint(with: claims.proofs))
    }

    /// What a directory says of `email` it says of no other claim.
    private func isVerified(_ told: TokenClaims) -> Bool {
        guard told.texts[settings.emailClaim] != nil else { return false }
        if settings.keepsAddresses { return true }
        return settings.emailClaim == "email" && (told.emailVerified?.isSet ?? false)
    }
}

/// Fields as a form sends them.
enum FormText {
    static func encode(_ fields: [(String, String)]) -> String {
        fields.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
    }

    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
            if isPlain || "-._~".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
