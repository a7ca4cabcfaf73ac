/** The groups of the story, one a line, as somebody keeps them in a spreadsheet. In a module, so that it is there wherever the code is. */
export const LISTED = `lio,name,stage,sector,theme,ward,legal,income,volunteers,about
aldervale,Alderbridge Community Pantry,member,voluntary,food,north,cio,to_50k,34,"A weekly shop for £4, open to anybody in the north of the town, with tea while you wait."
aldervale,Hob’s Mill Food Bank,member,voluntary,food,hob,trust,to_200k,52,"Three-day food parcels by referral, Tuesdays and Fridays at the Methodist hall."
aldervale,Skelby Community Fridge,member,voluntary,food,skelby,unincorporated,to_5k,9,"Saves good food from shops and shares it, every morning from eight."
aldervale,"The Warm Room, Netherfold",member,voluntary,food,nether,unincorporated,to_10k,14,"A warm, free room with soup on weekday afternoons from October to March."
aldervale,St Oswin’s Lunch Club,member,voluntary,older,north,unincorporated,to_10k,11,"Hot dinner and company for people over 65, Wednesdays."
aldervale,Aldervale Good Neighbours,member,voluntary,older,south,cio,to_50k,61,"Lifts, shopping and a friendly call for people who live alone."
aldervale,Thornclough Over-Sixties,member,voluntary,older,thorn,unincorporated,to_5k,6,Outings and a Monday social up at Moor Side.
aldervale,Memory Café Alderbridge,member,voluntary,older,south,cio,to_25k,18,"Singing, tea and advice for people with dementia and those who care for them."
aldervale,Skelby Gardeners,member,voluntary,green,skelby,unincorporated,none,12,"Allotments on the old goods yard, and plants for every front step."
aldervale,Friends of Mill Park,member,voluntary,green,hob,unincorporated,to_5k,22,"Looks after Mill Park: bulbs, benches and a litter pick each month."
aldervale,Alder River Trust,member,voluntary,green,north,cio,to_200k,40,Cleans and studies the river Alder from the moor to the weir.
aldervale,Moor Side Tree Wardens,member,voluntary,green,thorn,unincorporated,none,15,Plants hedges and orchards with farmers and schools.
aldervale,Aldervale Youth Voice,member,voluntary,young,south,cic,to_50k,8,Young people aged 13 to 19 who say what they think to those who decide.
aldervale,1st Skelby Scouts,member,voluntary,young,skelby,trust,to_25k,13,"Beavers, Cubs and Scouts in the old chapel."
aldervale,Little Acorns Playgroup,member,voluntary,young,nether,cio,to_50k,5,"Play and learning for two- to four-year-olds, with a stay-and-play on Fridays."
aldervale,Hob’s Mill Junior Netball,member,voluntary,sport,hob,casc,to_10k,10,"Netball for girls of eight to sixteen, at cost."
aldervale,Alderbridge Harriers,member,voluntary,sport,north,casc,to_10k,16,"Running for all, from couch to half marathon."
aldervale,Skelby Bowling Club,member,voluntary,sport,skelby,casc,to_25k,20,Crown green bowls since 1911.
aldervale,Walking Football Aldervale,member,voluntary,sport,south,unincorporated,to_5k,7,"Football at a walk, for the over-fifties and those on the mend."
aldervale,Alderbridge Citizens’ Help Desk,member,voluntary,advice,south,company,to_500k,27,"Free advice on debt, benefits, housing and work."
aldervale,Netherfold Credit Union,member,voluntary,advice,nether,society,to_200k,19,Fair savings and loans for people who live or work in Aldervale.
aldervale,Money Matters Moor Side,member,voluntary,advice,thorn,unincorporated,to_5k,4,Neighbours who help neighbours with bills and forms.
aldervale,Carers Together Aldervale,member,voluntary,health,south,cio,to_200k,23,"Breaks, advice and a voice for unpaid carers."
aldervale,Breathe Easy Skelby,member,voluntary,health,skelby,unincorporated,none,5,"A group for people with lung conditions, with singing for breath."
aldervale,Mind the Gap Peer Support,member,voluntary,health,north,cic,to_50k,9,People with experience of poor mental health supporting each other.
aldervale,Aldervale Deaf Club,member,voluntary,health,north,unincorporated,to_5k,8,Social evenings and British Sign Language for beginners.
aldervale,Recovery Walks,member,voluntary,health,thorn,unincorporated,to_5k,6,Saturday walks for people in recovery and their families.
aldervale,Aldervale Brass,member,voluntary,arts,nether,trust,to_25k,31,"The town band, with a training band for all ages."
aldervale,Mill Street Players,member,voluntary,arts,hob,unincorporated,to_10k,24,Two plays and a pantomime a year in the Institute.
aldervale,Skelby Heritage Society,member,voluntary,arts,skelby,cio,to_10k,17,Keeps the archive of the village and opens the signal box on Sundays.
aldervale,Open Door Arts,member,voluntary,arts,south,cic,to_200k,12,Art for people who would not call themselves artists.
aldervale,Côr Cymry Aldervale: Cymdeithas Gorawl a Diwylliannol Cymry’r Dyffryn,member,voluntary,arts,north,unincorporated,to_5k,21,"Welsh choir and language evenings, for speakers and learners."
aldervale,Al-Noor Community Centre,member,voluntary,faith,hob,trust,to_200k,38,"Prayer, homework club, food on Fridays for anyone who comes."
aldervale,St Oswin’s and St Bride’s,member,voluntary,faith,north,trust,to_200k,45,Parish church with a hall that thirty groups use.
aldervale,Skelby Methodist Chapel,member,voluntary,faith,skelby,trust,to_25k,12,"Chapel and schoolroom, warm space on Mondays."
aldervale,Welcome Aldervale,member,voluntary,arrivals,south,cio,to_50k,29,"English lessons, furniture and friendship for people seeking safety."
aldervale,Polska Szkoła Alderbridge,member,voluntary,arrivals,north,unincorporated,to_10k,14,"Saturday school in Polish, with advice for parents."
aldervale,Women’s Sewing Circle,member,voluntary,arrivals,hob,unincorporated,none,8,"Sewing, mending and talk for women of every language."
aldervale,Alderbridge Repair Café,member,voluntary,green,south,unincorporated,to_5k,16,"Bring it broken, take it mended: first Saturdays."
aldervale,Netherfold Village Hall,member,voluntary,arts,nether,trust,to_25k,13,"The hall itself: bookings, repairs and the Christmas fair."
aldervale,Community Wheels,member,voluntary,older,thorn,cic,to_200k,26,Minibuses with volunteer drivers for groups and for people who cannot use the bus.
aldervale,Hob’s Mill Baby Bank,member,voluntary,food,hob,unincorporated,to_5k,10,"Cots, prams and clothes passed on, washed and checked."
aldervale,Alderbridge Women’s Refuge,member,voluntary,health,south,cio,to_500k,20,Safe homes and help for women and children.
aldervale,Skelby Toddlers,member,voluntary,young,skelby,unincorporated,to_5k,4,Tuesday mornings in the schoolroom.
aldervale,Sikh Seva Kitchen,member,voluntary,faith,north,trust,to_50k,33,"Hot vegetarian meals, Sundays, for anyone."
aldervale,Netherfold Flood Wardens,member,voluntary,green,nether,unincorporated,none,12,Watches the river and knocks on doors.
aldervale,Aldervale Talking News,member,voluntary,older,south,cio,to_10k,14,"The week’s local news, read aloud for people who cannot see to read."
aldervale,Aldervale Foodshare Collective,member,voluntary,food,south,company,to_50k,19,Buys together for eleven pantries and clubs.
aldervale,Rotary Club of Alderbridge,affiliate,voluntary,advice,north,unincorporated,to_25k,30,Raises money for local causes.
aldervale,Alder Valley Model Railway,affiliate,voluntary,arts,skelby,unincorporated,,,Meets above the library.
aldervale,Hob’s Mill Bell Ringers,affiliate,voluntary,arts,hob,unincorporated,,9,Rings on Sundays and for weddings.
aldervale,Aldervale Beekeepers,affiliate,voluntary,green,thorn,unincorporated,to_5k,11,"Bees, honey and beginners’ courses."
aldervale,Thornclough Dads’ Shed,forming,voluntary,health,thorn,unincorporated,,,Wants to open a workshop where men can talk and make things.
aldervale,Skelby Knit and Natter,not_member,voluntary,older,skelby,unincorporated,,,Meets in the pub on Thursdays.
aldervale,Netherfold Toy Library,closed,voluntary,young,nether,unincorporated,,,Closed in 2025 when its room was sold.
aldervale,Young Carers’ Breakfast,enquiry,voluntary,young,south,unincorporated,,,Three parents with an idea and a kettle.
aldervale,Aldervale Borough Council,not_member,statutory,advice,south,statutory,,,The district council.
aldervale,Pennine Fold Integrated Care Board,not_member,statutory,health,south,statutory,,,The NHS body that plans care for Aldervale and its neighbours.
aldervale,Fold Valley Transport Authority,not_member,statutory,older,south,statutory,,,Runs bus contracts for the county.
aldervale,Aldervale Housing Partnership,not_member,statutory,advice,north,statutory,,,"Landlord of 4,200 homes."
brackendale,Brackendale Food Share,member,,food,north,,,,"Food for those who need it, no questions."
brackendale,Dale Riders,member,,young,south,,,,Riding for disabled children.
brackendale,Upper Dale Band,member,,arts,thorn,,,,"Brass, and plenty of it."
`
