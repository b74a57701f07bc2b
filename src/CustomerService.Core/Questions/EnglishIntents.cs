using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>How shoppers ask for each <see cref="Intent"/> in English. Read on the text with single spaces.</summary>
internal static partial class EnglishIntents
{
    public static IReadOnlyList<IntentPattern> All { get; } =
    [
        new(Intent.ProsAndCons, ProsAndCons()), new(Intent.Opinion, Opinion()), new(Intent.Price, Price()), new(Intent.Stock, Stock()),
        new(Intent.Delivery, Delivery()), new(Intent.Recommendation, Recommendation()), new(Intent.Comparison, Comparison()),
        new(Intent.Policy, Policy()), new(Intent.OrderStatus, OrderStatus()), new(Intent.Person, Person()), new(Intent.Overview, Overview()),
        new(Intent.Fact, Fact()),
    ];

    [GeneratedRegex("""
        \b ( pros | pro\sand\scon | cons | (dis)?advantages? | strengths? | weakness(es)? | weak\spoints? | strong\spoints? | drawbacks? | (down|up)sides? | good\sand\s(the\s)?bad | complain(s|ed|ts?|ing)? | (problems?|issues?|trouble)\s(with|are|do|does)
           | what('s|\sis|\sare)?\s(so\s)?(bad|wrong|great|good|the\sbest\sthing|the\sworst)\b.{0,12}\b(about|with|of) | dislikes? | what\sdo\s(people|customers|buyers|users)\s(like|love|hate) | shortcomings? | flaws? | negatives? | positives? | the\scatch ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ProsAndCons();

    [GeneratedRegex("""
        \b ( reviews? | reviewers? | opinions? | feedback | ratings? | how\s(well\s)?(is|are|does|do(?!\s(i|you|we)\b)|'s|was|good|comfortable|reliable|durable|sturdy|accurate|well|clear|noisy|loud|bad)\b(?!\s(it|this|they|these)\s(cost|weigh|take))(?!\s(this|it|the)?\s?(price|compatible|powered)) | how's | any\sgood
           | (is|are|does|do|would|will|can)\b.{0,40}\b(good|great|nice|comfortable|comfy|reliable|durable|sturdy|solid|worth|decent|okay|ok|suitable|fit|easy|clear|hurt|bad|pretty|loud\senough|fast\senough|powerful\senough|break|uncomfortable|flimsy|cheaply|well|crackle|tight|fall\sout|stay\sin|stay\son|disconnect|overheat|get\shot)\b
           | (people|customers|buyers|users|owners|others|everyone)\s(say|think|saying|feel|who|like|report|find|satisfied|happy) | worth | satisfied | happy\swith | regret | your\sexperience | (sound|build|call|picture|image|audio|mic|screen)\squality | recommend\s(it|this|them|these)(?!\sto\sme) | good\s(gift|present|for|as|choice|idea) | should\si\s(buy|get)\s(it|this|these|them) | stars?\sdoes ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Opinion();

    [GeneratedRegex("""
        \b ( price[sd]?(?!\s(range|below|under)) | pricing | how\smuch(?!\s(storage|ram|memory|battery|time|does\s(it|this)\sweigh|longer|power|space|weight|water|noise|is\s(in|left|stock|available)|stock|(do\s(you|we)\shave)|suction|louder|longer|lighter|better|(is|are|do|does)\b.{0,20}\b(ship|shipping|weigh|delivery|postage))) | costs? | discount(s|ed)? | on\s(sale|offer)(?!\w) | any\s(deals?|sales?|promotions?|promo|offers?|coupons?) | deals? | promo(tion)?s?(\scodes?)? | coupons?(\scodes?)? | price[\s-]match | black\sfriday | expensive ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Price();

    [GeneratedRegex("""
        \b ( (in|out\sof|of|any|the|your|have)\s?stock | stock(ed)?\b(?!\s(market|price|exchange)) | in[\s-]stock | restock(ed|ing)? | availab(le|ility) | sold\sout | back\s(in|again|soon)? | back\sin\sstock | (how\smany(?!\s(reviews|stars|ratings|people|buyers))|any|some|few|pieces|units|more|ones)\b.{0,24}\bleft | how\smany\b(?!\s(reviews|stars|ratings|people|buyers)).{0,20}\b(have|stock|available|there|buy|order|get) | do\syou\s(still\s)?have\s(it|this|these|them|that|any\s(left|more)|enough|the\s[a-z]\d{3})
           | still\s(selling|sell|have|available|in) | (buy|order|purchase|get|need|want|take)\s(\d+|two|three|four|five|ten|twenty|a\sdozen)(?!\s?(\$|won|dollars|hours?|gb|tb|w\b|inch|krw|g\b|,|\.|k\b|or\smore\shours)) | can\si\s(still\s)?(buy|order|purchase|get)\s(it|this|these|them|one)\b(?!\s(by|before|to|for|tomorrow|today|delivered|repaired|fixed|wet|refunded|on\s(mon|tue|wed|thu|fri|sat|sun)))
           | in\s(busan|seoul)\b | (busan|seoul)\s(warehouse|store|branch) | warehouses? | pick\s?up\s(in|at|from) | discontinued | bulk\s(order|buy|purchase) | pre-?order | \d+\s(units|pieces|pcs) | when\swill\b.{0,20}\bback )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Stock();

    [GeneratedRegex("""
        \b ( ship(s|ped|ping)?(?!\s(cost|fee|charge|price|polic|internationally|abroad|overseas))(?!ping\s(cost|fee|charge|price|rate|polic|internationally|abroad|overseas)) | deliver(y|ed|s|ies|ing)?(?!\s(cost|fee|charge|polic)) | arriv(e|es|al|ing)(?!ed) | dispatch(ed)? | same[\s-]day | next[\s-]day | overnight
           | (get|have|receive|here|need|it|them|this)\b.{0,16}\b(by|before|until|on)\s(the\s|this\s|next\s)?(tomorrow|today|tonight|weekend|week|(mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|christmas|\d)
           | (get|have|receive)\s(it|this|them|these|one)\s(today|tomorrow|tonight|this\sweek)
           | (when|how\s(soon|fast|quick(ly)?|long))\b.{0,24}\b(get\s(it|this|them|here|to\sme)|receive|come|here|reach|to\sarrive|deliver) | if\si\s(order|buy|pay)\b.{0,16}\b(now|today|tonight|tomorrow) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Delivery();

    [GeneratedRegex("""
        \b ( recommend(ation|ations)?\b(?!\s(it|this|them|these)\b(?!\sto\sme))(?!ed) | suggest(ion|ions)? | which\s(one|model|product|of\sthese)?\s?(should|would|do\syou|is\s(the\s)?best|are\s(the\s)?best) | what\s(should|would)\s(i|you)\s(buy|get|choose|pick|recommend|suggest) | what('s|\sis|\sare)\s(the|your)\s(best|top|cheapest|lightest|most|quietest|longest) | looking\s(for|to\sbuy) | (help|find)\s(me\s)?(choose|find|pick|decide|a|an|some)
           | i\s(need|want|would\slike|'d\slike|am\safter)\s(a|an|some|something|to\sbuy|new|wireless|good|the\sbest) | i'm\s(looking|after|searching|in\sthe\smarket) | i'd\slike\s(a|an|some|something) | show\sme | (do|can)\s(you|u)\s(have|sell|carry|offer|got|stock)\s(any|a|an|some|something|other|anything|wireless|good|cheap|headphones|earphones|earbuds|speakers|laptops|monitors|keyboards|mice)\b(?!\s(left|stock|more\sin|more\sleft|discount|coupon|deal|sale|promo|store|physical|offline|retail|return|phone|refund|warranty|showroom|shop|offer)) | got\sany\b(?!\sleft) | are\sthere\sany\b(?!\s(left|discount|reviews|problem|issue|deal|coupon|complain|downside|known|sale|promo|offer|drawback))
           | (something|anything|one)\s(similar|like|else|cheaper|better|lighter|smaller|bigger|with|under|for|that|around|below|more|less|in\sthe|quieter|louder|suitable|waterproof|portable) | alternatives? | similar\s(to|products?|ones?|models?|items?) | other\s(options?|models?|products?|ones|choices) | instead\sof | replacement\sfor | gift\s(for|ideas?) | best\b.{0,20}\b(for|under|below|around) | goes?\s(well\s)?with | pairs?\swell | your\s(best|cheapest|lightest|top)\b.{0,30} | popular ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Recommendation();

    [GeneratedRegex("""
        \b ( vs\.? | versus | compar(e|ed|es|ing|ison)(?!able) | differences? | differs? | different\s(from|than|to) | which\s(one\s)?(is|are|of\s(them|these|the\stwo))\b.{0,12}\b(better|best\sof) | better\s(than|or) | or\s(the\s)?[a-z]{1,3}-?\d{2,4}\b | which\s(one\s)?(has|lasts|sounds|weighs|should\si\s(get|buy|choose):?)\b.{0,24}\b(or|better|longer|more|less) | rather\sthan | what('s|\sis)\sbetter ) (?!\w)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Comparison();

    [GeneratedRegex("""
        \b ( returns? | return(ed|ing|able) | refund(s|ed|able)? | exchang(e|es|ing)(?!\srate) | (?<!noise[\s-])cancel(l?ed|l?ing|lation)? | pay(ments?|ing)?\b(?!\sattention) | paypal | credit\scards? | debit | installments? | instalments? | apple\spay | google\spay | kakao\s?pay | invoices? | receipts? | tax | vat | quot(e|ation)
           | repair(s|ed|ing)? | broken | broke | defect(s|ive)? | faulty | damaged | stopped\sworking | (doesn't|does\snot|not|won't)\s(work|turn\son|charge|pair)(ing)? | a/s | after[\s-]sales | (shipping|delivery)\s(cost|fee|charge|price|rate|polic)(s|y|ies)? | (cost|charge|price|much)\b.{0,16}\b(shipping|delivery|postage|ship) | free\s(shipping|delivery|returns?) | postage | ship\s(internationally|abroad|overseas) | internationally | overseas | polic(y|ies) | terms | gift[\s-]?(wrap|card|receipt)(ping|ped|s)? | loyalty | reward\spoints | points | account | password | (opening|business|store)\shours | (change|update|edit)\b.{0,24}\baddress | log\s?in | sign\s(up|in) | privacy | money\sback | warranty\s(claim|service|card|cover) | claim ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Policy();

    [GeneratedRegex("""
        \b ( (where('s|\sis|\sare)|when\swill|track(ing)?|status\sof|about|check)\s(on\s)?(is\s)?(my|our|the)\s(order|package|parcel|delivery|shipment|item|stuff|earphones|purchase|headphones|earbuds|laptop|monitor)\b(?!\sbe\sback) | (update|news)\b.{0,8}\bmy\s(order|package|parcel) | my\s(order|package|parcel|delivery|shipment)\s(is\s)?(late|delayed|missing|lost|stuck|status) | track(ing)?\b(?=.{0,12}\b(order|package|parcel|number|shipment|delivery|it|code|info)) | tracking | (hasn't|has\snot|haven't|have\snot|didn't|never|still\snot|not\syet)\b.{0,12}\b(arrive[d]?|come|received?|shipped|got|gotten|delivered|showed) | order\s(status|number|history|no\.?) | i\s(ordered|placed\san\sorder)\b.{0,40} ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex OrderStatus();

    [GeneratedRegex("""
        \b ( (a|the|some|real|actual|live)\s?(human|agent|representative|rep|operator|advisor|adviser) | humans? | agent | representative | (speak|talk|chat|connect|transfer|put)\b.{0,16}\b(to|with|through)\b.{0,12}\b(someone|somebody|a\sperson|person|people|human|agent|staff|manager|support|rep|representative|customer\sservice|your\steam|you\son\sthe\sphone|an\sactual\sperson|operator)
           | (real|actual|live)\s(person|people) | call\s(you|someone|customer|support|me)\b | (phone|telephone|contact)\s(number|no) | customer\s(service|support|care)(?!\s(good|like|rating|quality|review)) | contact\s(you|support|someone|the\sshop|us) | supervisor | someone\sfrom\syour\steam | hotline ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    public static partial Regex Person();

    [GeneratedRegex("""
        \b ( (tell|teach)\s(me\s)?(more\s|everything\s|something\s|a\sbit\s)?about | what('s|\sis|\sare)\s(this|it|that|these)\b(?!\s(made|compatible|worth|battery|price|weight|warranty)) | describe | description | more\sinfo(rmation)? | info(rmation)? | details? | overview | specs? | specifications? | features? | introduce | explain | summar(y|ize|ise) | what\s(can|does)\s(it|this)\s(do|offer) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Overview();

    // Facts that are asked for without a word for the attribute.
    [GeneratedRegex("""
          \b (?<battery_hours> how\s(long|many\shours)\b.{0,24}\b(last|lasts|run|runs|battery|play|plays|use\sit|on\s(a|one)\s(single\s|full\s)?charge|go\b.{0,10}charge) | (last|lasts)\s(a\s(whole\s|full\s)?day|all\sday|\d+\shours) | (single|full|one)\scharge | hours\s(of\s(playback|playtime|use|music|battery)|per\scharge) ) \b
        | \b (?<charge_minutes> how\s(long|fast|quick(ly)?|many\s(minutes|hours))\b.{0,24}\b(charge|charging|recharge)(?!\s?(last|d\b)) | charging\sspeed ) \b
        | \b (?<water_resistance> (get|gets|getting|got)\s(it\s|them\s|these\s)?wet | under\s?water | in\sthe\s(rain|shower|pool|sea|bath|water) | sweat(y|ing|proof)? | splash(es|proof)? | water[\s-]?proof | wash(able|\sit) ) \b
        | \b (?<compatibility> (work|works|pair|pairs|connect|connects|use\s(it|this|them)|used|sync|function|play|go)\s(well\s|fine\s|ok\s)?(with|to|on)\s(my\s|an?\s|the\s)?(iphone|ipad|mac|macbook|android|samsung|galaxy|pixel|windows|pc|laptop|computer|tv|phone|ps5|ps4|playstation|switch|xbox|nintendo|linux|tablet|ios|smart\s?phone|chromebook) | compatib(le|ility) | supports?\s(ios|android|windows|mac|iphone) ) \b
        | \b (?<weight_g> how\s(heavy|light)\b | how\smuch\b.{0,16}\bweigh | weigh(s|t)? | (is|are)\s(it|this|they|these)\s(very\s|too\s|really\s)?(heavy|light) ) \b
        | \b (?<size> how\s(big|large|small|wide|tall|thick|long\sis\sthe\scable) | dimensions? | measurements? ) \b
        | \b (?<included> (what('s|\sis)|come|comes|ship|ships|include[sd]?|get)\b.{0,12}\b(in\sthe\sbox|with\s(a|an|the|it)|included)\b | what\s(do\si\sget|comes) | includ(e|es|ed|ing) | in\sthe\sbox | sold\sseparately ) \b
        | \b (?<latency_ms> lip[\s-]?sync | out\sof\ssync | audio\slag ) \b
        | \b (?<warranty_months> (how\slong\b.{0,20}\b)?(warranty|guaranteed?)(?!\s(claim|service|card)) ) \b
        | \b (?<multipoint> (two|both|multiple|several|2)\s(devices?|phones|computers)(\sat\s(once|the\ssame\stime))? | at\sthe\ssame\stime ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Fact();
}
