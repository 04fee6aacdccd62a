/// What ``WordEndings`` is made of: endings of English words, longest match first, and what a
/// key has in their place. A rule is `ending>replacement`; `^` stands for the beginning of the
/// word, a number after the replacement for the fewest letters that the word must have (4, where
/// there is none), and a rule that replaces an ending by itself protects it.
///
/// The purpose is that two writings of one term meet, not that the result is a word.
enum WordTable {
  /// Plurals.
  static let plurals = """
    s> ss>ss us>us is>is as>a,5 ics>ics
    ies>y,5 sses>ss ches>ch shes>sh xes>x zzes>zz
    news>news series>series species>species ^always>always ^lens>lens ^texas>texas
    ^atlas>atlas ^canvas>canvas ^alias>alias ^bias>bias ^chaos>chaos ^cosmos>cosmos ^perhaps>perhaps
    ^christmas>christmas ^kansas>kansas ^arkansas>arkansas ^whereas>whereas ^this>this ^thus>thus
    ^does>does ^pancreas>pancreas ^hans>hans ^paris>paris ^wales>wales
    ^topics>topic metrics>metric ^fabrics>fabric ^clinics>clinic ^critics>critic ^graphics>graphic
    ^characteristics>characteristic ^comics>comic ^antibiotics>antibiotic ^tropics>tropic
    caches>cache ^aches>ache headaches>headache ^niches>niche avalanches>avalanche
    ^axes>axis ^movies>movie ^cookies>cookie ^calories>calorie ^selfies>selfie ^prairies>prairie
    ^gases>gas biogases>biogas ^gasses>gas ^buses>bus statuses>status viruses>virus
    campuses>campus censuses>census bonuses>bonus apparatuses>apparatus biases>bias
    lenses>lens atlases>atlas aliases>alias canvases>canvas
    analyses>analysis hypotheses>hypothesis syntheses>synthesis ^theses>thesis ^crises>crisis
    diagnoses>diagnosis prognoses>prognosis parentheses>parenthesis ^emphases>emphasis
    indices>index matrices>matrix vertices>vertex ^appendices>appendix criteria>criterion
    phenomena>phenomenon ^halves>half ^shelves>shelf ^leaves>leaf ^knives>knife ^wolves>wolf
    ^vetoes>veto ^heroes>hero ^echoes>echo ^cargoes>cargo potatoes>potato tomatoes>tomato
    mosquitoes>mosquito ^women>woman ^womens>woman
    """

  /// British endings and words, as American English writes them.
  static let spellings = """
    centre>center centred>centered centring>centering metre>meter litre>liter fibre>fiber
    theatre>theater calibre>caliber lustre>luster spectre>specter
    manoeuvre>maneuver manoeuvring>maneuvering
    programme>program catalogue>catalog cataloguing>cataloging catalogued>cataloged
    analogue>analog dialogue>dialog
    licence>license licenced>licensed licencing>licensing defence>defense offence>offense
    pretence>pretense practise>practice practised>practiced practising>practicing
    analyse>analyze analysed>analyzed analyser>analyzer analysing>analyzing
    catalyse>catalyze catalysed>catalyzed catalysing>catalyzing
    paralyse>paralyze paralysed>paralyzed hydrolyse>hydrolyze electrolyse>electrolyze
    ^grey>gray ^tyre>tire aluminium>aluminum ^cheque>check ^plough>plow ^mould>mold
    moulding>molding moulded>molded artefact>artifact ^ageing>aging
    judgement>judgment acknowledgement>acknowledgment ^enquiry>inquiry ^despatch>dispatch
    ^adviser>advisor ^speciality>specialty ^disc>disk ^draught>draft draughting>drafting
    instalment>installment enrolment>enrollment fulfilment>fulfillment ^fulfil>fulfill
    ^enrol>enroll skilful>skillful ^wilful>willful ^jewellery>jewelry ^marvellous>marvelous
    ^woollen>woolen counsellor>counselor sulphur>sulfur sulphate>sulfate sulphide>sulfide
    sulphuric>sulfuric paediatric>pediatric orthopaedic>orthopedic anaesthesia>anesthesia
    anaesthetic>anesthetic haemoglobin>hemoglobin haemorrhage>hemorrhage leukaemia>leukemia
    anaemia>anemia diarrhoea>diarrhea oestrogen>estrogen oesophagus>esophagus foetus>fetus
    foetal>fetal gynaecology>gynecology encyclopaedia>encyclopedia archaeology>archeology
    archaeological>archeological mediaeval>medieval ^aeroplane>airplane ^kerb>curb
    towards>toward afterwards>afterward ^whilst>while ^amongst>among ^maths>math
    """

  /// Stems in *-our*, which every ending may follow.
  static let ourStems = """
    colo behavio labo favo hono harbo neighbo rumo vapo humo endeavo flavo armo odo tumo rigo
    splendo
    """

  /// What may follow a stem in *-our*.
  static let ourEndings = """
    ,ed,ing,er,able,ite,al,hood,ful,less,ist,ation,ary
    """

  /// Stems whose last *l* British English doubles before *-ing*, *-ed* and *-er*.
  static let doubledStems = """
    label travel model cancel signal channel fuel level tunnel dial counsel total equal panel
    parcel pedal pencil quarrel rival spiral shovel trial unravel bevel funnel barrel medal
    """

  /// Stems in *-is* that keep the *s* in both: supervise, revising, enterprise.
  static let keptStems = """
    enterpris compris surpris repris appris upris supervis revis advis improvis televis ^devis
    exercis precis excis incis concis promis premis ^demis wis expertis treatis advertis
    franchis merchandis paradis disguis rais prais nois ^pois cruis bruis ^aris ^ris ^vis
    liais chais turquois tortois ^anis ^despis
    """
}
