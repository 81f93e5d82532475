import Foundation

@testable import Server

/// A certificate for `localhost` that holds until 2126, made for these tests and trusted by nobody.
enum TestCertificate {
    /// The files, in a folder of their own.
    static func files(key: String = key) throws -> TLSFiles {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = TLSFiles(
            certificate: folder.appending(path: "certificate.pem").path, key: folder.appending(path: "key.pem").path)
        try certificate.write(toFile: files.certificate, atomically: true, encoding: .utf8)
        try key.write(toFile: files.key, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.key)
        return files
    }

    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIUAUY3EK4FUQ5EBS1PHrtx5h/DUZAwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA4NDcwN1oYDzIxMjYxMDI5
        MDg0NzA3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAR1Kaw8nOwhA+YwBNwzaFgqHo4l5YSiXEE1Odsja6cBlNbz03r0PsJP
        7lkZAiuAP1VMMB42GuJfayQTpQcKLjbWo28wbTAdBgNVHQ4EFgQU0CoAxtMhjSMa
        NVthOBCbrHBM0M4wHwYDVR0jBBgwFoAU0CoAxtMhjSMaNVthOBCbrHBM0M4wDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDSAAwRQIhAP+a/Js0yZ7VrKFIw7PF3LxyBtSgwDWgDvj7irmQX6EiAiBy
        3UTv4eTGxkPQs7p54u8z/ANjFpLLGAkghJ0ZDt6eyg==
        -----END CERTIFICATE-----

        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguUQiinOphDslwXpV
        MZukWPylW58VjI155u/Y+orANlyhRANCAAR1Kaw8nOwhA+YwBNwzaFgqHo4l5YSi
        XEE1Odsja6cBlNbz03r0PsJP7lkZAiuAP1VMMB42GuJfayQTpQcKLjbW
        -----END PRIVATE KEY-----

        """

    /// Of another certificate.
    static let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNHJx2SzT8vN5nNDz
        vqQSqGduEDaWnUNaK/jXCLo81BihRANCAAS0AHhSAUTJbWsc7gLCPgQR+xdVsaLY
        JOJWeZ5BTLWW/9Vc9EkvgjPEl9t0YFMDhYfGVQZGdjQNpW1jeGayintx
        -----END PRIVATE KEY-----

        """
}
