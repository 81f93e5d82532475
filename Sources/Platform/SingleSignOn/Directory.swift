import Foundation
import Kernel
import Outbound

/// What a directory says of itself, as far as it is used (OpenID Connect Discovery 1.0, 3).
struct Directory: Sendable, Equatable {
    let authorization: WebAddress
    let token: WebAddress
    let keys: WebAddress
    let userInfo: WebAddress?
    /// Whether the client's name and secret go in the body, since the directory does not take them in a header.
    let takesSecretInBody: Bool
    /// Whether its answers name it (RFC 9207).
    let namesItself: Bool

    private struct Document: Decodable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
        let jwksUri: String
        let userinfoEndpoint: String?
        let tokenEndpointAuthMethodsSupported: [String]?
        let codeChallengeMethodsSupported: [String]?
        let authorizationResponseIssParameterSupported: Bool?
    }

    /// - Throws: `SignOnFailure.badDirectory` when it is not what was expected, or lacks what is needed.
    init(_ body: [UInt8], of issuer: WebAddress) throws(SignOnFailure) {
        guard let document = try? SnakeCase.decode(Document.self, from: body) else {
            throw .badDirectory("its description is not the JSON that OpenID Connect asks for")
        }
        // Compared letter for letter (4.3): a directory that can speak in another's name could sign anyone in.
        guard document.issuer == issuer.text else { throw .badDirectory("it calls itself by another name") }
        let methods = document.tokenEndpointAuthMethodsSupported ?? ["client_secret_basic"]
        guard methods.contains("client_secret_basic") || methods.contains("client_secret_post") else {
            throw .badDirectory("it takes no client_secret_basic and no client_secret_post")
        }
        // Many directories do not list what they take; one that lists and leaves S256 out does not take it.
        if let challenges = document.codeChallengeMethodsSupported, !challenges.contains("S256") {
            throw .badDirectory("it takes no code challenge of the kind S256")
        }
        takesSecretInBody = !methods.contains("client_secret_basic")
        namesItself = document.authorizationResponseIssParameterSupported ?? false
        authorization = try Directory.address(document.authorizationEndpoint)
        token = try Directory.address(document.tokenEndpoint)
        keys = try Directory.address(document.jwksUri)
        userInfo = try document.userinfoEndpoint.map { text throws(SignOnFailure) in try Directory.address(text) }
    }

    private static func address(_ text: String) throws(SignOnFailure) -> WebAddress {
        do { return try WebAddress(text) } catch {
            throw .badDirectory("one of its addresses does not begin with https://")
        }
    }
}

/// JSON whose names are written `like_this`.
enum SnakeCase {
    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(body))
    }
}
