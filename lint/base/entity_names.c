/* entity_names.c - the names of HTML's character references (HTML 13.5) */

#include "lint/base/entity.h"

#include <string.h>

/* name=text; by the first letter of the name, which is left out. */
static const char *const names['z' - 'A' + 1] = {
    ['A' - 'A'] =
        "Elig=Æ;MP=&;acute=Á;breve=Ă;circ=Â;cy=А;fr=𝔄;grave=À;lpha=Α;macr=Ā;nd=⩓;ogon=Ą;"
        "opf=𝔸;pplyFunction=\342\201\241;ring=Å;scr=𝒜;ssign=≔;tilde=Ã;uml=Ä;",
    ['B' - 'A'] =
        "ackslash=∖;arv=⫧;arwed=⌆;cy=Б;ecause=∵;ernoullis=ℬ;eta=Β;fr=𝔅;opf=𝔹;reve=˘;"
        "scr=ℬ;umpeq=≎;",
    ['C' - 'A'] =
        "Hcy=Ч;OPY=©;acute=Ć;ap=⋒;apitalDifferentialD=ⅅ;ayleys=ℭ;caron=Č;cedil=Ç;circ=Ĉ;"
        "conint=∰;dot=Ċ;edilla=¸;enterDot=·;fr=ℭ;hi=Χ;ircleDot=⊙;ircleMinus=⊖;"
        "irclePlus=⊕;ircleTimes=⊗;lockwiseContourIntegral=∲;loseCurlyDoubleQuote=”;"
        "loseCurlyQuote=’;olon=∷;olone=⩴;ongruent=≡;onint=∯;ontourIntegral=∮;opf=ℂ;"
        "oproduct=∐;ounterClockwiseContourIntegral=∳;ross=⨯;scr=𝒞;up=⋓;upCap=≍;",
    ['D' - 'A'] =
        "D=ⅅ;Dotrahd=⤑;Jcy=Ђ;Scy=Ѕ;Zcy=Џ;agger=‡;arr=↡;ashv=⫤;caron=Ď;cy=Д;el=∇;elta=Δ;"
        "fr=𝔇;iacriticalAcute=´;iacriticalDot=˙;iacriticalDoubleAcute=˝;"
        "iacriticalGrave=`;iacriticalTilde=˜;iamond=⋄;ifferentialD=ⅆ;opf=𝔻;ot=¨;"
        "otDot=\342\203\234;otEqual=≐;oubleContourIntegral=∯;oubleDot=¨;"
        "oubleDownArrow=⇓;oubleLeftArrow=⇐;oubleLeftRightArrow=⇔;oubleLeftTee=⫤;"
        "oubleLongLeftArrow=⟸;oubleLongLeftRightArrow=⟺;oubleLongRightArrow=⟹;"
        "oubleRightArrow=⇒;oubleRightTee=⊨;oubleUpArrow=⇑;oubleUpDownArrow=⇕;"
        "oubleVerticalBar=∥;ownArrow=↓;ownArrowBar=⤓;ownArrowUpArrow=⇵;"
        "ownBreve=\314\221;ownLeftRightVector=⥐;ownLeftTeeVector=⥞;ownLeftVector=↽;"
        "ownLeftVectorBar=⥖;ownRightTeeVector=⥟;ownRightVector=⇁;ownRightVectorBar=⥗;"
        "ownTee=⊤;ownTeeArrow=↧;ownarrow=⇓;scr=𝒟;strok=Đ;",
    ['E' - 'A'] =
        "NG=Ŋ;TH=Ð;acute=É;caron=Ě;circ=Ê;cy=Э;dot=Ė;fr=𝔈;grave=È;lement=∈;macr=Ē;"
        "mptySmallSquare=◻;mptyVerySmallSquare=▫;ogon=Ę;opf=𝔼;psilon=Ε;qual=⩵;"
        "qualTilde=≂;quilibrium=⇌;scr=ℰ;sim=⩳;ta=Η;uml=Ë;xists=∃;xponentialE=ⅇ;",
    ['F' - 'A'] =
        "cy=Ф;fr=𝔉;illedSmallSquare=◼;illedVerySmallSquare=▪;opf=𝔽;orAll=∀;ouriertrf=ℱ;"
        "scr=ℱ;",
    ['G' - 'A'] =
        "Jcy=Ѓ;T=>;amma=Γ;ammad=Ϝ;breve=Ğ;cedil=Ģ;circ=Ĝ;cy=Г;dot=Ġ;fr=𝔊;g=⋙;opf=𝔾;"
        "reaterEqual=≥;reaterEqualLess=⋛;reaterFullEqual=≧;reaterGreater=⪢;reaterLess=≷;"
        "reaterSlantEqual=⩾;reaterTilde=≳;scr=𝒢;t=≫;",
    ['H' - 'A'] =
        "ARDcy=Ъ;acek=ˇ;at=^;circ=Ĥ;fr=ℌ;ilbertSpace=ℋ;opf=ℍ;orizontalLine=─;scr=ℋ;"
        "strok=Ħ;umpDownHump=≎;umpEqual=≏;",
    ['I' - 'A'] =
        "Ecy=Е;Jlig=Ĳ;Ocy=Ё;acute=Í;circ=Î;cy=И;dot=İ;fr=ℑ;grave=Ì;m=ℑ;macr=Ī;"
        "maginaryI=ⅈ;mplies=⇒;nt=∬;ntegral=∫;ntersection=⋂;nvisibleComma=\342\201\243;"
        "nvisibleTimes=\342\201\242;ogon=Į;opf=𝕀;ota=Ι;scr=ℐ;tilde=Ĩ;ukcy=І;uml=Ï;",
    ['J' - 'A'] = "circ=Ĵ;cy=Й;fr=𝔍;opf=𝕁;scr=𝒥;sercy=Ј;ukcy=Є;",
    ['K' - 'A'] = "Hcy=Х;Jcy=Ќ;appa=Κ;cedil=Ķ;cy=К;fr=𝔎;opf=𝕂;scr=𝒦;",
    ['L' - 'A'] =
        "Jcy=Љ;T=<;acute=Ĺ;ambda=Λ;ang=⟪;aplacetrf=ℒ;arr=↞;caron=Ľ;cedil=Ļ;cy=Л;"
        "eftAngleBracket=⟨;eftArrow=←;eftArrowBar=⇤;eftArrowRightArrow=⇆;eftCeiling=⌈;"
        "eftDoubleBracket=⟦;eftDownTeeVector=⥡;eftDownVector=⇃;eftDownVectorBar=⥙;"
        "eftFloor=⌊;eftRightArrow=↔;eftRightVector=⥎;eftTee=⊣;eftTeeArrow=↤;"
        "eftTeeVector=⥚;eftTriangle=⊲;eftTriangleBar=⧏;eftTriangleEqual=⊴;"
        "eftUpDownVector=⥑;eftUpTeeVector=⥠;eftUpVector=↿;eftUpVectorBar=⥘;eftVector=↼;"
        "eftVectorBar=⥒;eftarrow=⇐;eftrightarrow=⇔;essEqualGreater=⋚;essFullEqual=≦;"
        "essGreater=≶;essLess=⪡;essSlantEqual=⩽;essTilde=≲;fr=𝔏;l=⋘;leftarrow=⇚;midot=Ŀ;"
        "ongLeftArrow=⟵;ongLeftRightArrow=⟷;ongRightArrow=⟶;ongleftarrow=⟸;"
        "ongleftrightarrow=⟺;ongrightarrow=⟹;opf=𝕃;owerLeftArrow=↙;owerRightArrow=↘;"
        "scr=ℒ;sh=↰;strok=Ł;t=≪;",
    ['M' - 'A'] =
        "ap=⤅;cy=М;ediumSpace=\342\201\237;ellintrf=ℳ;fr=𝔐;inusPlus=∓;opf=𝕄;scr=ℳ;u=Μ;",
    ['N' - 'A'] =
        "Jcy=Њ;acute=Ń;caron=Ň;cedil=Ņ;cy=Н;egativeMediumSpace=\342\200\213;"
        "egativeThickSpace=\342\200\213;egativeThinSpace=\342\200\213;"
        "egativeVeryThinSpace=\342\200\213;estedGreaterGreater=≫;estedLessLess=≪;"
        "ewLine=\012;fr=𝔑;oBreak=\342\201\240;onBreakingSpace=\302\240;opf=ℕ;ot=⫬;"
        "otCongruent=≢;otCupCap=≭;otDoubleVerticalBar=∦;otElement=∉;otEqual=≠;"
        "otEqualTilde=\342\211\202\314\270;otExists=∄;otGreater=≯;otGreaterEqual=≱;"
        "otGreaterFullEqual=\342\211\247\314\270;otGreaterGreater=\342\211\253\314\270;"
        "otGreaterLess=≹;otGreaterSlantEqual=\342\251\276\314\270;otGreaterTilde=≵;"
        "otHumpDownHump=\342\211\216\314\270;otHumpEqual=\342\211\217\314\270;"
        "otLeftTriangle=⋪;otLeftTriangleBar=\342\247\217\314\270;otLeftTriangleEqual=⋬;"
        "otLess=≮;otLessEqual=≰;otLessGreater=≸;otLessLess=\342\211\252\314\270;"
        "otLessSlantEqual=\342\251\275\314\270;otLessTilde=≴;"
        "otNestedGreaterGreater=\342\252\242\314\270;"
        "otNestedLessLess=\342\252\241\314\270;otPrecedes=⊀;"
        "otPrecedesEqual=\342\252\257\314\270;otPrecedesSlantEqual=⋠;otReverseElement=∌;"
        "otRightTriangle=⋫;otRightTriangleBar=\342\247\220\314\270;"
        "otRightTriangleEqual=⋭;otSquareSubset=\342\212\217\314\270;"
        "otSquareSubsetEqual=⋢;otSquareSuperset=\342\212\220\314\270;"
        "otSquareSupersetEqual=⋣;otSubset=\342\212\202\342\203\222;otSubsetEqual=⊈;"
        "otSucceeds=⊁;otSucceedsEqual=\342\252\260\314\270;otSucceedsSlantEqual=⋡;"
        "otSucceedsTilde=\342\211\277\314\270;otSuperset=\342\212\203\342\203\222;"
        "otSupersetEqual=⊉;otTilde=≁;otTildeEqual=≄;otTildeFullEqual=≇;otTildeTilde=≉;"
        "otVerticalBar=∤;scr=𝒩;tilde=Ñ;u=Ν;",
    ['O' - 'A'] =
        "Elig=Œ;acute=Ó;circ=Ô;cy=О;dblac=Ő;fr=𝔒;grave=Ò;macr=Ō;mega=Ω;micron=Ο;opf=𝕆;"
        "penCurlyDoubleQuote=“;penCurlyQuote=‘;r=⩔;scr=𝒪;slash=Ø;tilde=Õ;times=⨷;uml=Ö;"
        "verBar=‾;verBrace=⏞;verBracket=⎴;verParenthesis=⏜;",
    ['P' - 'A'] =
        "artialD=∂;cy=П;fr=𝔓;hi=Φ;i=Π;lusMinus=±;oincareplane=ℌ;opf=ℙ;r=⪻;recedes=≺;"
        "recedesEqual=⪯;recedesSlantEqual=≼;recedesTilde=≾;rime=″;roduct=∏;roportion=∷;"
        "roportional=∝;scr=𝒫;si=Ψ;",
    ['Q' - 'A'] = "UOT=\042;fr=𝔔;opf=ℚ;scr=𝒬;",
    ['R' - 'A'] =
        "Barr=⤐;EG=®;acute=Ŕ;ang=⟫;arr=↠;arrtl=⤖;caron=Ř;cedil=Ŗ;cy=Р;e=ℜ;"
        "everseElement=∋;everseEquilibrium=⇋;everseUpEquilibrium=⥯;fr=ℜ;ho=Ρ;"
        "ightAngleBracket=⟩;ightArrow=→;ightArrowBar=⇥;ightArrowLeftArrow=⇄;"
        "ightCeiling=⌉;ightDoubleBracket=⟧;ightDownTeeVector=⥝;ightDownVector=⇂;"
        "ightDownVectorBar=⥕;ightFloor=⌋;ightTee=⊢;ightTeeArrow=↦;ightTeeVector=⥛;"
        "ightTriangle=⊳;ightTriangleBar=⧐;ightTriangleEqual=⊵;ightUpDownVector=⥏;"
        "ightUpTeeVector=⥜;ightUpVector=↾;ightUpVectorBar=⥔;ightVector=⇀;"
        "ightVectorBar=⥓;ightarrow=⇒;opf=ℝ;oundImplies=⥰;rightarrow=⇛;scr=ℛ;sh=↱;"
        "uleDelayed=⧴;",
    ['S' - 'A'] =
        "HCHcy=Щ;Hcy=Ш;OFTcy=Ь;acute=Ś;c=⪼;caron=Š;cedil=Ş;circ=Ŝ;cy=С;fr=𝔖;"
        "hortDownArrow=↓;hortLeftArrow=←;hortRightArrow=→;hortUpArrow=↑;igma=Σ;"
        "mallCircle=∘;opf=𝕊;qrt=√;quare=□;quareIntersection=⊓;quareSubset=⊏;"
        "quareSubsetEqual=⊑;quareSuperset=⊐;quareSupersetEqual=⊒;quareUnion=⊔;scr=𝒮;"
        "tar=⋆;ub=⋐;ubset=⋐;ubsetEqual=⊆;ucceeds=≻;ucceedsEqual=⪰;ucceedsSlantEqual=≽;"
        "ucceedsTilde=≿;uchThat=∋;um=∑;up=⋑;uperset=⊃;upersetEqual=⊇;upset=⋑;",
    ['T' - 'A'] =
        "HORN=Þ;RADE=™;SHcy=Ћ;Scy=Ц;ab=\011;au=Τ;caron=Ť;cedil=Ţ;cy=Т;fr=𝔗;herefore=∴;"
        "heta=Θ;hickSpace=\342\201\237\342\200\212;hinSpace=\342\200\211;ilde=∼;"
        "ildeEqual=≃;ildeFullEqual=≅;ildeTilde=≈;opf=𝕋;ripleDot=\342\203\233;scr=𝒯;"
        "strok=Ŧ;",
    ['U' - 'A'] =
        "acute=Ú;arr=↟;arrocir=⥉;brcy=Ў;breve=Ŭ;circ=Û;cy=У;dblac=Ű;fr=𝔘;grave=Ù;macr=Ū;"
        "nderBar=_;nderBrace=⏟;nderBracket=⎵;nderParenthesis=⏝;nion=⋃;nionPlus=⊎;ogon=Ų;"
        "opf=𝕌;pArrow=↑;pArrowBar=⤒;pArrowDownArrow=⇅;pDownArrow=↕;pEquilibrium=⥮;"
        "pTee=⊥;pTeeArrow=↥;parrow=⇑;pdownarrow=⇕;pperLeftArrow=↖;pperRightArrow=↗;"
        "psi=ϒ;psilon=Υ;ring=Ů;scr=𝒰;tilde=Ũ;uml=Ü;",
    ['V' - 'A'] =
        "Dash=⊫;bar=⫫;cy=В;dash=⊩;dashl=⫦;ee=⋁;erbar=‖;ert=‖;erticalBar=∣;erticalLine=|;"
        "erticalSeparator=❘;erticalTilde=≀;eryThinSpace=\342\200\212;fr=𝔙;opf=𝕍;scr=𝒱;"
        "vdash=⊪;",
    ['W' - 'A'] = "circ=Ŵ;edge=⋀;fr=𝔚;opf=𝕎;scr=𝒲;",
    ['X' - 'A'] = "fr=𝔛;i=Ξ;opf=𝕏;scr=𝒳;",
    ['Y' - 'A'] = "Acy=Я;Icy=Ї;Ucy=Ю;acute=Ý;circ=Ŷ;cy=Ы;fr=𝔜;opf=𝕐;scr=𝒴;uml=Ÿ;",
    ['Z' - 'A'] =
        "Hcy=Ж;acute=Ź;caron=Ž;cy=З;dot=Ż;eroWidthSpace=\342\200\213;eta=Ζ;fr=ℨ;opf=ℤ;"
        "scr=𝒵;",
    ['a' - 'A'] =
        "acute=á;breve=ă;c=∾;cE=\342\210\276\314\263;cd=∿;circ=â;cute=´;cy=а;elig=æ;"
        "f=\342\201\241;fr=𝔞;grave=à;lefsym=ℵ;leph=ℵ;lpha=α;macr=ā;malg=⨿;mp=&;nd=∧;"
        "ndand=⩕;ndd=⩜;ndslope=⩘;ndv=⩚;ng=∠;nge=⦤;ngle=∠;ngmsd=∡;ngmsdaa=⦨;ngmsdab=⦩;"
        "ngmsdac=⦪;ngmsdad=⦫;ngmsdae=⦬;ngmsdaf=⦭;ngmsdag=⦮;ngmsdah=⦯;ngrt=∟;ngrtvb=⊾;"
        "ngrtvbd=⦝;ngsph=∢;ngst=Å;ngzarr=⍼;ogon=ą;opf=𝕒;p=≈;pE=⩰;pacir=⩯;pe=≊;pid=≋;"
        "pos=';pprox=≈;pproxeq=≊;ring=å;scr=𝒶;st=*;symp=≈;sympeq=≍;tilde=ã;uml=ä;"
        "wconint=∳;wint=⨑;",
    ['b' - 'A'] =
        "Not=⫭;ackcong=≌;ackepsilon=϶;ackprime=‵;acksim=∽;acksimeq=⋍;arvee=⊽;arwed=⌅;"
        "arwedge=⌅;brk=⎵;brktbrk=⎶;cong=≌;cy=б;dquo=„;ecaus=∵;ecause=∵;emptyv=⦰;epsi=϶;"
        "ernou=ℬ;eta=β;eth=ℶ;etween=≬;fr=𝔟;igcap=⋂;igcirc=◯;igcup=⋃;igodot=⨀;igoplus=⨁;"
        "igotimes=⨂;igsqcup=⨆;igstar=★;igtriangledown=▽;igtriangleup=△;iguplus=⨄;"
        "igvee=⋁;igwedge=⋀;karow=⤍;lacklozenge=⧫;lacksquare=▪;lacktriangle=▴;"
        "lacktriangledown=▾;lacktriangleleft=◂;lacktriangleright=▸;lank=␣;lk12=▒;lk14=░;"
        "lk34=▓;lock=█;ne=\075\342\203\245;nequiv=\342\211\241\342\203\245;not=⌐;opf=𝕓;"
        "ot=⊥;ottom=⊥;owtie=⋈;oxDL=╗;oxDR=╔;oxDl=╖;oxDr=╓;oxH=═;oxHD=╦;oxHU=╩;oxHd=╤;"
        "oxHu=╧;oxUL=╝;oxUR=╚;oxUl=╜;oxUr=╙;oxV=║;oxVH=╬;oxVL=╣;oxVR=╠;oxVh=╫;oxVl=╢;"
        "oxVr=╟;oxbox=⧉;oxdL=╕;oxdR=╒;oxdl=┐;oxdr=┌;oxh=─;oxhD=╥;oxhU=╨;oxhd=┬;oxhu=┴;"
        "oxminus=⊟;oxplus=⊞;oxtimes=⊠;oxuL=╛;oxuR=╘;oxul=┘;oxur=└;oxv=│;oxvH=╪;oxvL=╡;"
        "oxvR=╞;oxvh=┼;oxvl=┤;oxvr=├;prime=‵;reve=˘;rvbar=¦;scr=𝒷;semi=⁏;sim=∽;sime=⋍;"
        "sol=\134;solb=⧅;solhsub=⟈;ull=•;ullet=•;ump=≎;umpE=⪮;umpe=≏;umpeq=≏;",
    ['c' - 'A'] =
        "acute=ć;ap=∩;apand=⩄;apbrcup=⩉;apcap=⩋;apcup=⩇;apdot=⩀;"
        "aps=\342\210\251\357\270\200;aret=⁁;aron=ˇ;caps=⩍;caron=č;cedil=ç;circ=ĉ;"
        "cups=⩌;cupssm=⩐;dot=ċ;edil=¸;emptyv=⦲;ent=¢;enterdot=·;fr=𝔠;hcy=ч;heck=✓;"
        "heckmark=✓;hi=χ;ir=○;irE=⧃;irc=ˆ;irceq=≗;irclearrowleft=↺;irclearrowright=↻;"
        "ircledR=®;ircledS=Ⓢ;ircledast=⊛;ircledcirc=⊚;ircleddash=⊝;ire=≗;irfnint=⨐;"
        "irmid=⫯;irscir=⧂;lubs=♣;lubsuit=♣;olon=:;olone=≔;oloneq=≔;omma=,;ommat=@;omp=∁;"
        "ompfn=∘;omplement=∁;omplexes=ℂ;ong=≅;ongdot=⩭;onint=∮;opf=𝕔;oprod=∐;opy=©;"
        "opysr=℗;rarr=↵;ross=✗;scr=𝒸;sub=⫏;sube=⫑;sup=⫐;supe=⫒;tdot=⋯;udarrl=⤸;udarrr=⤵;"
        "uepr=⋞;uesc=⋟;ularr=↶;ularrp=⤽;up=∪;upbrcap=⩈;upcap=⩆;upcup=⩊;updot=⊍;upor=⩅;"
        "ups=\342\210\252\357\270\200;urarr=↷;urarrm=⤼;urlyeqprec=⋞;urlyeqsucc=⋟;"
        "urlyvee=⋎;urlywedge=⋏;urren=¤;urvearrowleft=↶;urvearrowright=↷;uvee=⋎;uwed=⋏;"
        "wconint=∲;wint=∱;ylcty=⌭;",
    ['d' - 'A'] =
        "Arr=⇓;Har=⥥;agger=†;aleth=ℸ;arr=↓;ash=‐;ashv=⊣;bkarow=⤏;blac=˝;caron=ď;cy=д;"
        "d=ⅆ;dagger=‡;darr=⇊;dotseq=⩷;eg=°;elta=δ;emptyv=⦱;fisht=⥿;fr=𝔡;harl=⇃;harr=⇂;"
        "iam=⋄;iamond=⋄;iamondsuit=♦;iams=♦;ie=¨;igamma=ϝ;isin=⋲;iv=÷;ivide=÷;"
        "ivideontimes=⋇;ivonx=⋇;jcy=ђ;lcorn=⌞;lcrop=⌍;ollar=$;opf=𝕕;ot=˙;oteq=≐;"
        "oteqdot=≑;otminus=∸;otplus=∔;otsquare=⊡;oublebarwedge=⌆;ownarrow=↓;"
        "owndownarrows=⇊;ownharpoonleft=⇃;ownharpoonright=⇂;rbkarow=⤐;rcorn=⌟;rcrop=⌌;"
        "scr=𝒹;scy=ѕ;sol=⧶;strok=đ;tdot=⋱;tri=▿;trif=▾;uarr=⇵;uhar=⥯;wangle=⦦;zcy=џ;"
        "zigrarr=⟿;",
    ['e' - 'A'] =
        "DDot=⩷;Dot=≑;acute=é;aster=⩮;caron=ě;cir=≖;circ=ê;colon=≕;cy=э;dot=ė;e=ⅇ;"
        "fDot=≒;fr=𝔢;g=⪚;grave=è;gs=⪖;gsdot=⪘;l=⪙;linters=⏧;ll=ℓ;ls=⪕;lsdot=⪗;macr=ē;"
        "mpty=∅;mptyset=∅;mptyv=∅;msp=\342\200\203;msp13=\342\200\204;"
        "msp14=\342\200\205;ng=ŋ;nsp=\342\200\202;ogon=ę;opf=𝕖;par=⋕;parsl=⧣;plus=⩱;"
        "psi=ε;psilon=ε;psiv=ϵ;qcirc=≖;qcolon=≕;qsim=≂;qslantgtr=⪖;qslantless=⪕;"
        "quals=\075;quest=≟;quiv=≡;quivDD=⩸;qvparsl=⧥;rDot=≓;rarr=⥱;scr=ℯ;sdot=≐;sim=≂;"
        "ta=η;th=ð;uml=ë;uro=€;xcl=!;xist=∃;xpectation=ℰ;xponentiale=ⅇ;",
    ['f' - 'A'] =
        "allingdotseq=≒;cy=ф;emale=♀;filig=ﬃ;flig=ﬀ;fllig=ﬄ;fr=𝔣;ilig=ﬁ;jlig=fj;lat=♭;"
        "llig=ﬂ;ltns=▱;nof=ƒ;opf=𝕗;orall=∀;ork=⋔;orkv=⫙;partint=⨍;rac12=½;rac13=⅓;"
        "rac14=¼;rac15=⅕;rac16=⅙;rac18=⅛;rac23=⅔;rac25=⅖;rac34=¾;rac35=⅗;rac38=⅜;"
        "rac45=⅘;rac56=⅚;rac58=⅝;rac78=⅞;rasl=⁄;rown=⌢;scr=𝒻;",
    ['g' - 'A'] =
        "E=≧;El=⪌;acute=ǵ;amma=γ;ammad=ϝ;ap=⪆;breve=ğ;circ=ĝ;cy=г;dot=ġ;e=≥;el=⋛;eq=≥;"
        "eqq=≧;eqslant=⩾;es=⩾;escc=⪩;esdot=⪀;esdoto=⪂;esdotol=⪄;"
        "esl=\342\213\233\357\270\200;esles=⪔;fr=𝔤;g=≫;gg=⋙;imel=ℷ;jcy=ѓ;l=≷;lE=⪒;la=⪥;"
        "lj=⪤;nE=≩;nap=⪊;napprox=⪊;ne=⪈;neq=⪈;neqq=≩;nsim=⋧;opf=𝕘;rave=`;scr=ℊ;sim=≳;"
        "sime=⪎;siml=⪐;t=>;tcc=⪧;tcir=⩺;tdot=⋗;tlPar=⦕;tquest=⩼;trapprox=⪆;trarr=⥸;"
        "trdot=⋗;treqless=⋛;treqqless=⪌;trless=≷;trsim=≳;"
        "vertneqq=\342\211\251\357\270\200;vnE=\342\211\251\357\270\200;",
    ['h' - 'A'] =
        "Arr=⇔;airsp=\342\200\212;alf=½;amilt=ℋ;ardcy=ъ;arr=↔;arrcir=⥈;arrw=↭;bar=ℏ;"
        "circ=ĥ;earts=♥;eartsuit=♥;ellip=…;ercon=⊹;fr=𝔥;ksearow=⤥;kswarow=⤦;oarr=⇿;"
        "omtht=∻;ookleftarrow=↩;ookrightarrow=↪;opf=𝕙;orbar=―;scr=𝒽;slash=ℏ;strok=ħ;"
        "ybull=⁃;yphen=‐;",
    ['i' - 'A'] =
        "acute=í;c=\342\201\243;circ=î;cy=и;ecy=е;excl=¡;ff=⇔;fr=𝔦;grave=ì;i=ⅈ;iiint=⨌;"
        "iint=∭;infin=⧜;iota=℩;jlig=ĳ;macr=ī;mage=ℑ;magline=ℐ;magpart=ℑ;math=ı;mof=⊷;"
        "mped=Ƶ;n=∈;ncare=℅;nfin=∞;nfintie=⧝;nodot=ı;nt=∫;ntcal=⊺;ntegers=ℤ;ntercal=⊺;"
        "ntlarhk=⨗;ntprod=⨼;ocy=ё;ogon=į;opf=𝕚;ota=ι;prod=⨼;quest=¿;scr=𝒾;sin=∈;sinE=⋹;"
        "sindot=⋵;sins=⋴;sinsv=⋳;sinv=∈;t=\342\201\242;tilde=ĩ;ukcy=і;uml=ï;",
    ['j' - 'A'] = "circ=ĵ;cy=й;fr=𝔧;math=ȷ;opf=𝕛;scr=𝒿;sercy=ј;ukcy=є;",
    ['k' - 'A'] = "appa=κ;appav=ϰ;cedil=ķ;cy=к;fr=𝔨;green=ĸ;hcy=х;jcy=ќ;opf=𝕜;scr=𝓀;",
    ['l' - 'A'] =
        "Aarr=⇚;Arr=⇐;Atail=⤛;Barr=⤎;E=≦;Eg=⪋;Har=⥢;acute=ĺ;aemptyv=⦴;agran=ℒ;ambda=λ;"
        "ang=⟨;angd=⦑;angle=⟨;ap=⪅;aquo=«;arr=←;arrb=⇤;arrbfs=⤟;arrfs=⤝;arrhk=↩;arrlp=↫;"
        "arrpl=⤹;arrsim=⥳;arrtl=↢;at=⪫;atail=⤙;ate=⪭;ates=\342\252\255\357\270\200;"
        "barr=⤌;bbrk=❲;brace={;brack=[;brke=⦋;brksld=⦏;brkslu=⦍;caron=ľ;cedil=ļ;ceil=⌈;"
        "cub={;cy=л;dca=⤶;dquo=“;dquor=„;drdhar=⥧;drushar=⥋;dsh=↲;e=≤;eftarrow=←;"
        "eftarrowtail=↢;eftharpoondown=↽;eftharpoonup=↼;eftleftarrows=⇇;eftrightarrow=↔;"
        "eftrightarrows=⇆;eftrightharpoons=⇋;eftrightsquigarrow=↭;eftthreetimes=⋋;eg=⋚;"
        "eq=≤;eqq=≦;eqslant=⩽;es=⩽;escc=⪨;esdot=⩿;esdoto=⪁;esdotor=⪃;"
        "esg=\342\213\232\357\270\200;esges=⪓;essapprox=⪅;essdot=⋖;esseqgtr=⋚;"
        "esseqqgtr=⪋;essgtr=≶;esssim=≲;fisht=⥼;floor=⌊;fr=𝔩;g=≶;gE=⪑;hard=↽;haru=↼;"
        "harul=⥪;hblk=▄;jcy=љ;l=≪;larr=⇇;lcorner=⌞;lhard=⥫;ltri=◺;midot=ŀ;moust=⎰;"
        "moustache=⎰;nE=≨;nap=⪉;napprox=⪉;ne=⪇;neq=⪇;neqq=≨;nsim=⋦;oang=⟬;oarr=⇽;obrk=⟦;"
        "ongleftarrow=⟵;ongleftrightarrow=⟷;ongmapsto=⟼;ongrightarrow=⟶;ooparrowleft=↫;"
        "ooparrowright=↬;opar=⦅;opf=𝕝;oplus=⨭;otimes=⨴;owast=∗;owbar=_;oz=◊;ozenge=◊;"
        "ozf=⧫;par=(;parlt=⦓;rarr=⇆;rcorner=⌟;rhar=⇋;rhard=⥭;rm=\342\200\216;rtri=⊿;"
        "saquo=‹;scr=𝓁;sh=↰;sim=≲;sime=⪍;simg=⪏;sqb=[;squo=‘;squor=‚;strok=ł;t=<;tcc=⪦;"
        "tcir=⩹;tdot=⋖;three=⋋;times=⋉;tlarr=⥶;tquest=⩻;trPar=⦖;tri=◃;trie=⊴;trif=◂;"
        "urdshar=⥊;uruhar=⥦;vertneqq=\342\211\250\357\270\200;"
        "vnE=\342\211\250\357\270\200;",
    ['m' - 'A'] =
        "DDot=∺;acr=¯;ale=♂;alt=✠;altese=✠;ap=↦;apsto=↦;apstodown=↧;apstoleft=↤;"
        "apstoup=↥;arker=▮;comma=⨩;cy=м;dash=—;easuredangle=∡;fr=𝔪;ho=℧;icro=µ;id=∣;"
        "idast=*;idcir=⫰;iddot=·;inus=−;inusb=⊟;inusd=∸;inusdu=⨪;lcp=⫛;ldr=…;nplus=∓;"
        "odels=⊧;opf=𝕞;p=∓;scr=𝓂;stpos=∾;u=μ;ultimap=⊸;umap=⊸;",
    ['n' - 'A'] =
        "Gg=\342\213\231\314\270;Gt=\342\211\253\342\203\222;Gtv=\342\211\253\314\270;"
        "Leftarrow=⇍;Leftrightarrow=⇎;Ll=\342\213\230\314\270;"
        "Lt=\342\211\252\342\203\222;Ltv=\342\211\252\314\270;Rightarrow=⇏;VDash=⊯;"
        "Vdash=⊮;abla=∇;acute=ń;ang=\342\210\240\342\203\222;ap=≉;"
        "apE=\342\251\260\314\270;apid=\342\211\213\314\270;apos=ŉ;approx=≉;atur=♮;"
        "atural=♮;aturals=ℕ;bsp=\302\240;bump=\342\211\216\314\270;"
        "bumpe=\342\211\217\314\270;cap=⩃;caron=ň;cedil=ņ;cong=≇;"
        "congdot=\342\251\255\314\270;cup=⩂;cy=н;dash=–;e=≠;eArr=⇗;earhk=⤤;earr=↗;"
        "earrow=↗;edot=\342\211\220\314\270;equiv=≢;esear=⤨;esim=\342\211\202\314\270;"
        "exist=∄;exists=∄;fr=𝔫;gE=\342\211\247\314\270;ge=≱;geq=≱;"
        "geqq=\342\211\247\314\270;geqslant=\342\251\276\314\270;"
        "ges=\342\251\276\314\270;gsim=≵;gt=≯;gtr=≯;hArr=⇎;harr=↮;hpar=⫲;i=∋;is=⋼;isd=⋺;"
        "iv=∋;jcy=њ;lArr=⇍;lE=\342\211\246\314\270;larr=↚;ldr=‥;le=≰;leftarrow=↚;"
        "leftrightarrow=↮;leq=≰;leqq=\342\211\246\314\270;leqslant=\342\251\275\314\270;"
        "les=\342\251\275\314\270;less=≮;lsim=≴;lt=≮;ltri=⋪;ltrie=⋬;mid=∤;opf=𝕟;ot=¬;"
        "otin=∉;otinE=\342\213\271\314\270;otindot=\342\213\265\314\270;otinva=∉;"
        "otinvb=⋷;otinvc=⋶;otni=∌;otniva=∌;otnivb=⋾;otnivc=⋽;par=∦;parallel=∦;"
        "parsl=\342\253\275\342\203\245;part=\342\210\202\314\270;polint=⨔;pr=⊀;prcue=⋠;"
        "pre=\342\252\257\314\270;prec=⊀;preceq=\342\252\257\314\270;rArr=⇏;rarr=↛;"
        "rarrc=\342\244\263\314\270;rarrw=\342\206\235\314\270;rightarrow=↛;rtri=⋫;"
        "rtrie=⋭;sc=⊁;sccue=⋡;sce=\342\252\260\314\270;scr=𝓃;shortmid=∤;shortparallel=∦;"
        "sim=≁;sime=≄;simeq=≄;smid=∤;spar=∦;sqsube=⋢;sqsupe=⋣;sub=⊄;"
        "subE=\342\253\205\314\270;sube=⊈;subset=\342\212\202\342\203\222;subseteq=⊈;"
        "subseteqq=\342\253\205\314\270;succ=⊁;succeq=\342\252\260\314\270;sup=⊅;"
        "supE=\342\253\206\314\270;supe=⊉;supset=\342\212\203\342\203\222;supseteq=⊉;"
        "supseteqq=\342\253\206\314\270;tgl=≹;tilde=ñ;tlg=≸;triangleleft=⋪;"
        "trianglelefteq=⋬;triangleright=⋫;trianglerighteq=⋭;u=ν;um=#;umero=№;"
        "umsp=\342\200\207;vDash=⊭;vHarr=⤄;vap=\342\211\215\342\203\222;vdash=⊬;"
        "vge=\342\211\245\342\203\222;vgt=\076\342\203\222;vinfin=⧞;vlArr=⤂;"
        "vle=\342\211\244\342\203\222;vlt=\074\342\203\222;"
        "vltrie=\342\212\264\342\203\222;vrArr=⤃;vrtrie=\342\212\265\342\203\222;"
        "vsim=\342\210\274\342\203\222;wArr=⇖;warhk=⤣;warr=↖;warrow=↖;wnear=⤧;",
    ['o' - 'A'] =
        "S=Ⓢ;acute=ó;ast=⊛;cir=⊚;circ=ô;cy=о;dash=⊝;dblac=ő;div=⨸;dot=⊙;dsold=⦼;elig=œ;"
        "fcir=⦿;fr=𝔬;gon=˛;grave=ò;gt=⧁;hbar=⦵;hm=Ω;int=∮;larr=↺;lcir=⦾;lcross=⦻;line=‾;"
        "lt=⧀;macr=ō;mega=ω;micron=ο;mid=⦶;minus=⊖;opf=𝕠;par=⦷;perp=⦹;plus=⊕;r=∨;rarr=↻;"
        "rd=⩝;rder=ℴ;rderof=ℴ;rdf=ª;rdm=º;rigof=⊶;ror=⩖;rslope=⩗;rv=⩛;scr=ℴ;slash=ø;"
        "sol=⊘;tilde=õ;times=⊗;timesas=⨶;uml=ö;vbar=⌽;",
    ['p' - 'A'] =
        "ar=∥;ara=¶;arallel=∥;arsim=⫳;arsl=⫽;art=∂;cy=п;ercnt=%;eriod=.;ermil=‰;erp=⊥;"
        "ertenk=‱;fr=𝔭;hi=φ;hiv=ϕ;hmmat=ℳ;hone=☎;i=π;itchfork=⋔;iv=ϖ;lanck=ℏ;lanckh=ℎ;"
        "lankv=ℏ;lus=+;lusacir=⨣;lusb=⊞;luscir=⨢;lusdo=∔;lusdu=⨥;luse=⩲;lusmn=±;"
        "lussim=⨦;lustwo=⨧;m=±;ointint=⨕;opf=𝕡;ound=£;r=≺;rE=⪳;rap=⪷;rcue=≼;re=⪯;rec=≺;"
        "recapprox=⪷;reccurlyeq=≼;receq=⪯;recnapprox=⪹;recneqq=⪵;recnsim=⋨;recsim=≾;"
        "rime=′;rimes=ℙ;rnE=⪵;rnap=⪹;rnsim=⋨;rod=∏;rofalar=⌮;rofline=⌒;rofsurf=⌓;rop=∝;"
        "ropto=∝;rsim=≾;rurel=⊰;scr=𝓅;si=ψ;uncsp=\342\200\210;",
    ['q' - 'A'] =
        "fr=𝔮;int=⨌;opf=𝕢;prime=⁗;scr=𝓆;uaternions=ℍ;uatint=⨖;uest=\077;uesteq=≟;"
        "uot=\042;",
    ['r' - 'A'] =
        "Aarr=⇛;Arr=⇒;Atail=⤜;Barr=⤏;Har=⥤;ace=\342\210\275\314\261;acute=ŕ;adic=√;"
        "aemptyv=⦳;ang=⟩;angd=⦒;ange=⦥;angle=⟩;aquo=»;arr=→;arrap=⥵;arrb=⇥;arrbfs=⤠;"
        "arrc=⤳;arrfs=⤞;arrhk=↪;arrlp=↬;arrpl=⥅;arrsim=⥴;arrtl=↣;arrw=↝;atail=⤚;atio=∶;"
        "ationals=ℚ;barr=⤍;bbrk=❳;brace=};brack=];brke=⦌;brksld=⦎;brkslu=⦐;caron=ř;"
        "cedil=ŗ;ceil=⌉;cub=};cy=р;dca=⤷;dldhar=⥩;dquo=”;dquor=”;dsh=↳;eal=ℜ;ealine=ℛ;"
        "ealpart=ℜ;eals=ℝ;ect=▭;eg=®;fisht=⥽;floor=⌋;fr=𝔯;hard=⇁;haru=⇀;harul=⥬;ho=ρ;"
        "hov=ϱ;ightarrow=→;ightarrowtail=↣;ightharpoondown=⇁;ightharpoonup=⇀;"
        "ightleftarrows=⇄;ightleftharpoons=⇌;ightrightarrows=⇉;ightsquigarrow=↝;"
        "ightthreetimes=⋌;ing=˚;isingdotseq=≓;larr=⇄;lhar=⇌;lm=\342\200\217;moust=⎱;"
        "moustache=⎱;nmid=⫮;oang=⟭;oarr=⇾;obrk=⟧;opar=⦆;opf=𝕣;oplus=⨮;otimes=⨵;par=);"
        "pargt=⦔;ppolint=⨒;rarr=⇉;saquo=›;scr=𝓇;sh=↱;sqb=];squo=’;squor=’;three=⋌;"
        "times=⋊;tri=▹;trie=⊵;trif=▸;triltri=⧎;uluhar=⥨;x=℞;",
    ['s' - 'A'] =
        "acute=ś;bquo=‚;c=≻;cE=⪴;cap=⪸;caron=š;ccue=≽;ce=⪰;cedil=ş;circ=ŝ;cnE=⪶;cnap=⪺;"
        "cnsim=⋩;cpolint=⨓;csim=≿;cy=с;dot=⋅;dotb=⊡;dote=⩦;eArr=⇘;earhk=⤥;earr=↘;"
        "earrow=↘;ect=§;emi=\073;eswar=⤩;etminus=∖;etmn=∖;ext=✶;fr=𝔰;frown=⌢;harp=♯;"
        "hchcy=щ;hcy=ш;hortmid=∣;hortparallel=∥;hy=\302\255;igma=σ;igmaf=ς;igmav=ς;im=∼;"
        "imdot=⩪;ime=≃;imeq=≃;img=⪞;imgE=⪠;iml=⪝;imlE=⪟;imne=≆;implus=⨤;imrarr=⥲;larr=←;"
        "mallsetminus=∖;mashp=⨳;meparsl=⧤;mid=∣;mile=⌣;mt=⪪;mte=⪬;"
        "mtes=\342\252\254\357\270\200;oftcy=ь;ol=/;olb=⧄;olbar=⌿;opf=𝕤;pades=♠;"
        "padesuit=♠;par=∥;qcap=⊓;qcaps=\342\212\223\357\270\200;qcup=⊔;"
        "qcups=\342\212\224\357\270\200;qsub=⊏;qsube=⊑;qsubset=⊏;qsubseteq=⊑;qsup=⊐;"
        "qsupe=⊒;qsupset=⊐;qsupseteq=⊒;qu=□;quare=□;quarf=▪;quf=▪;rarr=→;scr=𝓈;setmn=∖;"
        "smile=⌣;starf=⋆;tar=☆;tarf=★;traightepsilon=ϵ;traightphi=ϕ;trns=¯;ub=⊂;ubE=⫅;"
        "ubdot=⪽;ube=⊆;ubedot=⫃;ubmult=⫁;ubnE=⫋;ubne=⊊;ubplus=⪿;ubrarr=⥹;ubset=⊂;"
        "ubseteq=⊆;ubseteqq=⫅;ubsetneq=⊊;ubsetneqq=⫋;ubsim=⫇;ubsub=⫕;ubsup=⫓;ucc=≻;"
        "uccapprox=⪸;ucccurlyeq=≽;ucceq=⪰;uccnapprox=⪺;uccneqq=⪶;uccnsim=⋩;uccsim=≿;"
        "um=∑;ung=♪;up=⊃;up1=¹;up2=²;up3=³;upE=⫆;updot=⪾;updsub=⫘;upe=⊇;upedot=⫄;"
        "uphsol=⟉;uphsub=⫗;uplarr=⥻;upmult=⫂;upnE=⫌;upne=⊋;upplus=⫀;upset=⊃;upseteq=⊇;"
        "upseteqq=⫆;upsetneq=⊋;upsetneqq=⫌;upsim=⫈;upsub=⫔;upsup=⫖;wArr=⇙;warhk=⤦;"
        "warr=↙;warrow=↙;wnwar=⤪;zlig=ß;",
    ['t' - 'A'] =
        "arget=⌖;au=τ;brk=⎴;caron=ť;cedil=ţ;cy=т;dot=\342\203\233;elrec=⌕;fr=𝔱;here4=∴;"
        "herefore=∴;heta=θ;hetasym=ϑ;hetav=ϑ;hickapprox=≈;hicksim=∼;hinsp=\342\200\211;"
        "hkap=≈;hksim=∼;horn=þ;ilde=˜;imes=×;imesb=⊠;imesbar=⨱;imesd=⨰;int=∭;oea=⤨;op=⊤;"
        "opbot=⌶;opcir=⫱;opf=𝕥;opfork=⫚;osa=⤩;prime=‴;rade=™;riangle=▵;riangledown=▿;"
        "riangleleft=◃;rianglelefteq=⊴;riangleq=≜;riangleright=▹;rianglerighteq=⊵;"
        "ridot=◬;rie=≜;riminus=⨺;riplus=⨹;risb=⧍;ritime=⨻;rpezium=⏢;scr=𝓉;scy=ц;shcy=ћ;"
        "strok=ŧ;wixt=≬;woheadleftarrow=↞;woheadrightarrow=↠;",
    ['u' - 'A'] =
        "Arr=⇑;Har=⥣;acute=ú;arr=↑;brcy=ў;breve=ŭ;circ=û;cy=у;darr=⇅;dblac=ű;dhar=⥮;"
        "fisht=⥾;fr=𝔲;grave=ù;harl=↿;harr=↾;hblk=▀;lcorn=⌜;lcorner=⌜;lcrop=⌏;ltri=◸;"
        "macr=ū;ml=¨;ogon=ų;opf=𝕦;parrow=↑;pdownarrow=↕;pharpoonleft=↿;pharpoonright=↾;"
        "plus=⊎;psi=υ;psih=ϒ;psilon=υ;puparrows=⇈;rcorn=⌝;rcorner=⌝;rcrop=⌎;ring=ů;"
        "rtri=◹;scr=𝓊;tdot=⋰;tilde=ũ;tri=▵;trif=▴;uarr=⇈;uml=ü;wangle=⦧;",
    ['v' - 'A'] =
        "Arr=⇕;Bar=⫨;Barv=⫩;Dash=⊨;angrt=⦜;arepsilon=ϵ;arkappa=ϰ;arnothing=∅;arphi=ϕ;"
        "arpi=ϖ;arpropto=∝;arr=↕;arrho=ϱ;arsigma=ς;arsubsetneq=\342\212\212\357\270\200;"
        "arsubsetneqq=\342\253\213\357\270\200;arsupsetneq=\342\212\213\357\270\200;"
        "arsupsetneqq=\342\253\214\357\270\200;artheta=ϑ;artriangleleft=⊲;"
        "artriangleright=⊳;cy=в;dash=⊢;ee=∨;eebar=⊻;eeeq=≚;ellip=⋮;erbar=|;ert=|;fr=𝔳;"
        "ltri=⊲;nsub=\342\212\202\342\203\222;nsup=\342\212\203\342\203\222;opf=𝕧;"
        "prop=∝;rtri=⊳;scr=𝓋;subnE=\342\253\213\357\270\200;"
        "subne=\342\212\212\357\270\200;supnE=\342\253\214\357\270\200;"
        "supne=\342\212\213\357\270\200;zigzag=⦚;",
    ['w' - 'A'] =
        "circ=ŵ;edbar=⩟;edge=∧;edgeq=≙;eierp=℘;fr=𝔴;opf=𝕨;p=℘;r=≀;reath=≀;scr=𝓌;",
    ['x' - 'A'] =
        "cap=⋂;circ=◯;cup=⋃;dtri=▽;fr=𝔵;hArr=⟺;harr=⟷;i=ξ;lArr=⟸;larr=⟵;map=⟼;nis=⋻;"
        "odot=⨀;opf=𝕩;oplus=⨁;otime=⨂;rArr=⟹;rarr=⟶;scr=𝓍;sqcup=⨆;uplus=⨄;utri=△;vee=⋁;"
        "wedge=⋀;",
    ['y' - 'A'] = "acute=ý;acy=я;circ=ŷ;cy=ы;en=¥;fr=𝔶;icy=ї;opf=𝕪;scr=𝓎;ucy=ю;uml=ÿ;",
    ['z' - 'A'] =
        "acute=ź;caron=ž;cy=з;dot=ż;eetrf=ℨ;eta=ζ;fr=𝔷;hcy=ж;igrarr=⇝;opf=𝕫;scr=𝓏;"
        "wj=\342\200\215;wnj=\342\200\214;",
};

struct str entity_named(struct str name)
{
    char first = name.len ? name.data[0] : '\0';
    const char *entry = first >= 'A' && first <= 'z' ? names[first - 'A'] : NULL;

    while (entry && *entry) {
        const char *text = strchr(entry, '=') + 1;
        /* &semi; is a semicolon. */
        const char *end = strchr(text + 1, ';');

        if ((size_t)(text - entry) == name.len &&
            memcmp(entry, name.data + 1, name.len - 1) == 0)
            return (struct str){text, (size_t)(end - text)};
        entry = end + 1;
    }
    return (struct str){NULL, 0};
}
