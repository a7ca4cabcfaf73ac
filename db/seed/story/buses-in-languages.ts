/** The consultation on buses in Welsh, by the English of each text. */
export const BUSES_IN_WELSH: Record<string, string> = {
  "Buses after six: what do your people lose?": "Bysiau ar ôl chwech: beth mae eich pobl yn ei golli?",
  "Fold Valley Transport Authority is planning the bus contracts for the next four years. It asks for views until the end of the month. We put your answers together and send them in one paper, with your name if you wish.":
    "Mae Awdurdod Trafnidiaeth Dyffryn Fold yn cynllunio’r contractau bysiau ar gyfer y pedair blynedd nesaf. Mae’n gofyn am farn tan ddiwedd y mis. Byddwn yn rhoi eich atebion at ei gilydd ac yn eu hanfon mewn un papur, gyda’ch enw os dymunwch.",
  "Do you run anything that ends after six in the evening?":
    "Ydych chi’n cynnal unrhyw beth sy’n gorffen ar ôl chwech yr hwyr?",
  "Yes, every week": "Ydym, bob wythnos",
  "Yes, sometimes": "Ydym, weithiau",
  "We used to, and stopped": "Roedden ni’n arfer gwneud, ond fe wnaethon ni roi’r gorau iddi",
  No: "Nac ydym",
  "What did you stop, and when was that?": "Beth wnaethoch chi roi’r gorau iddo, a phryd oedd hynny?",
  "Which places can your people not get to or from?":
    "I ba leoedd, neu o ba leoedd, na all eich pobl deithio?",
  "Moor Side": "Moor Side",
  Skelby: "Skelby",
  Netherfold: "Netherfold",
  "The hospital": "Yr ysbyty",
  "The college": "Y coleg",
  "None of these": "Dim un o’r rhain",
  "How much do buses decide who can come to your group?":
    "I ba raddau mae bysiau’n penderfynu pwy sy’n gallu dod i’ch grŵp?",
  "Not at all": "Ddim o gwbl",
  Completely: "Yn llwyr",
  "Who has stopped coming? Tell us about one person.":
    "Pwy sydd wedi rhoi’r gorau i ddod? Soniwch wrthym am un person.",
  "No names, please.": "Dim enwau, os gwelwch yn dda.",
  "What one change to the timetable would help most?": "Pa un newid i’r amserlen fyddai’n helpu fwyaf?",
  "What should change": "Beth ddylai newid",
  "How many people come to you by bus in a usual week?":
    "Faint o bobl sy’n dod atoch ar y bws mewn wythnos arferol?",
  people: "o bobl",
  "How well do the buses serve your people now?": "Pa mor dda mae’r bysiau’n gwasanaethu eich pobl nawr?",
  "By day": "Yn ystod y dydd",
  "After six": "Ar ôl chwech",
  "On Sundays": "Ar y Sul",
  "To the hospital": "I’r ysbyty",
  "Very well": "Yn dda iawn",
  "What should the authority put right first?": "Beth ddylai’r awdurdod ei gywiro gyntaf?",
  "Later buses": "Bysiau hwyrach",
  "Cheaper fares": "Tocynnau rhatach",
  "Buses on Sundays": "Bysiau ar y Sul",
  "Better stops": "Gwell arosfannau",
  "Do you have anything that shows this?": "Oes gennych chi unrhyw beth sy’n dangos hyn?",
  "For example, a programme with the times of your meetings, or a photo of the bus stop.":
    "Er enghraifft, rhaglen gydag amseroedd eich cyfarfodydd, neu lun o’r safle bws.",
  "What should the new contracts say?": "Beth ddylai’r contractau newydd ei ddweud?",
  "Every village should have one bus after eight in the evening.":
    "Dylai pob pentref gael un bws ar ôl wyth yr hwyr.",
  "Fewer stops are all right if buses run later.":
    "Mae llai o arosfannau’n iawn os yw’r bysiau’n rhedeg yn hwyrach.",
  "Volunteers on duty should travel at half fare.":
    "Dylai gwirfoddolwyr sydd ar ddyletswydd deithio am hanner pris.",
  "A bus to the hospital matters more than a bus to the college.":
    "Mae bws i’r ysbyty’n bwysicach na bws i’r coleg.",
  "Community minibuses should get a part of the money.": "Dylai bysiau mini cymunedol gael rhan o’r arian.",
  "Timetables should change once a year, and no oftener.":
    "Dylai amserlenni newid unwaith y flwyddyn, a dim amlach.",
}

/** Polish, only begun: groups aren’t offered it. */
export const BUSES_IN_POLISH: Record<string, string> = {
  "Buses after six: what do your people lose?": "Autobusy po szóstej: co tracą Państwa członkowie?",
  "Do you run anything that ends after six in the evening?":
    "Czy prowadzą Państwo zajęcia, które kończą się po szóstej wieczorem?",
}
