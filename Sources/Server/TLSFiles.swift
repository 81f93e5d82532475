public import Foundation
internal import HummingbirdCore
internal import HummingbirdTLS
public import Kernel
internal import NIOSSL

/// The certificate that the service shows, and the key that proves it is its own. Read when it starts, and not again:
/// a renewed certificate needs a restart.
public struct TLSFiles: Sendable, Equatable {
    /// PEM: the service's own certificate first, then those that lead from it to one that browsers know.
    public let certificate: String
    /// PEM, without a passphrase.
    public let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// - Throws: `.invalid` when a file cannot be read, or the two do not belong together.
    func configuration() throws(Refusal) -> TLSConfiguration {
        let chain = try chain()
        let privateKey: NIOSSLPrivateKey
        do { privateKey = try NIOSSLPrivateKey(file: key, format: .pem) } catch {
            throw .invalid([Problem("tls.key", "\(key) holds no private key that can be read, in PEM and unlocked")])
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do { _ = try NIOSSLContext(configuration: configuration) } catch {
            throw .invalid([Problem("tls.key", "The key in \(key) is not that of the certificate in \(certificate)")])
        }
        return configuration
    }

    private func chain() throws(Refusal) -> [NIOSSLCertificate] {
        if let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty { return chain }
        throw .invalid([
            Problem("tls.certificate", "\(certificate) holds no certificate that can be read, in PEM")
        ])
    }

    /// When the certificate, or the first of its chain to do so, ceases to hold. Proves the key on the way.
    /// - Throws: `.invalid` when a file cannot be read, or the two do not belong together.
    public func expiry() throws(Refusal) -> Date {
        _ = try configuration()
        let ends = try chain().map { Date(timeIntervalSince1970: Double($0.notValidAfter)) }
        return ends.min() ?? .distantPast
    }
}

extension HTTPServerBuilder {
    /// Over TLS when there are files for it.
    static func http1(
        _ files: TLSFiles?, configuration: HTTP1Channel.Configuration
    ) throws -> HTTPServerBuilder {
        guard let files else { return .http1(configuration: configuration) }
        return try .tls(.http1(configuration: configuration), tlsConfiguration: files.configuration())
    }
}
