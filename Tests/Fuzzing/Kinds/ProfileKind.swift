import Importing

/// A profile has problems, or a file can be read with it.
func checkProfile(_ bytes: [UInt8]) {
    var diagnostics = Diagnostics()
    let profile = Profile("p", String(decoding: bytes, as: UTF8.self), reporting: &diagnostics)
    require(
        (profile == nil) == (diagnostics.problemCount > 0), "a profile is refused without a word")
    guard let profile else { return }
    var options = ImportOptions()
    options.adopt(profile)
    let text = """
        Ticker;Date;Close;Volume;Hash Rate;Note
        RIOT;2025-12-31;"12,5";100;1.1e20;x
        MARA;31/12/2025;$9.5m;;385 EH/s;y

        """
    AnyFile(csv: Array(text.utf8), options: options).check()
}
