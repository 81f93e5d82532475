import Identity
import Testing

extension SignInHouse {
    /// Sets up one-time codes, where somebody's post asks for them, and takes the key.
    func setUpCodes(_ browser: Browser) async throws -> OneTimeCode {
        let asked = try await browser.get("/account/codes").body
        let key = try #require(asked.firstMatch(of: /name="key" value="([A-Z2-7 ]+)"/)).1
        let code = try #require(OneTimeCode(typed: String(key)))
        _ = try await browser.post("/account/codes", ["key": String(key), "code": code.code(at: clock)])
        wait(minutes: 1)
        return code
    }
}
