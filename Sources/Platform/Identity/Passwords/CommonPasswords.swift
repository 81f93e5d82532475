/// Words that passwords are made of when nobody thinks much. Ours, short on purpose: the rules beside it find what is
/// made from them, and throttling stops what goes through a longer list.
enum CommonPasswords {
    static let all = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let words = """
        password passwort passw0rd pass word letmein welcome admin administrator root guest user test testing login
        secret changeme default master access private computer internet server security system manager service
        qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm azerty abc abcd abcde abcdef abcdefg abcdefgh iloveyou
        love lovely loveme baby babygirl princess angel sunshine sunny flower flowers summer winter spring autumn
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august
        september october november december morning evening tonight forever always whatever nothing something
        football rugby cricket tennis hockey baseball soccer golf arsenal chelsea liverpool everton united city
        rovers rangers celtic spurs tottenham leeds manchester london england britain scotland wales ireland
        yorkshire bradford sheffield wakefield harrogate birmingham bristol newcastle york
        dragon monkey tiger lion eagle falcon shadow wolf bear panda kitten puppy buster charlie rover bailey max
        molly bella daisy poppy ruby jack harry oliver george thomas william james michael daniel joshua matthew
        jessica emily sophie hannah charlotte amelia olivia grace lucy chloe emma sarah laura rachel rebecca
        nicole jennifer ashley amanda melissa michelle andrew robert david richard anthony jordan hunter killer
        batman superman spiderman starwars pokemon minecraft matrix trustno trustnoone freedom liberty justice
        hello hallo goodbye please thankyou money dollar pound sterling silver golden gold diamond black white
        green blue orange purple yellow red pink brown chocolate cookie coffee cheese banana apple cherry peach
        cupcake pizza chicken butter sugar honey candy ginger pepper garden house home school teacher student
        children child young people council social worker health nurse doctor police family mother father brother
        sister friend friends team office work holiday birthday christmas easter party music guitar piano dance
        mustang ferrari porsche mercedes jaguar camaro corvette harley yamaha honda toyota
        maggie ginger samantha thunder lightning storm rainbow star stars moon sun ocean river mountain forest
        phoenix merlin wizard magic jesus christ heaven god blessed faith hope peace happy smile lucky
        google facebook twitter amazon apple microsoft windows samsung iphone android linux
        correct horse battery staple thinkchild
        """
}
