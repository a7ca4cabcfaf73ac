import type { LIO_KINDS } from "@/db/vocabulary"
import { say } from "../words"
import type { About } from "./input"

/** What each kind of LIO is, for somebody who has never heard of one. */
export const KINDS_EXPLAINED: Record<keyof typeof LIO_KINDS, { question: string; answer: string }> = {
  cvs: {
    question: say("What is a CVS?"),
    answer: say(
      "A council for voluntary service (CVS) is a charity that helps the voluntary groups of one place to start, to keep going and to be heard. It is not part of the council, and most of its help is free. Some have another name, such as Voluntary Action or Community Action.",
    ),
  },
  vag: {
    question: say("What is a voluntary action group?"),
    answer: say(
      "A voluntary action group does the same work as a council for voluntary service: it helps the voluntary groups of one place to start, to keep going and to be heard.",
    ),
  },
  volunteer_centre: {
    question: say("What is a volunteer centre?"),
    answer: say(
      "A volunteer centre brings together people who want to volunteer and groups looking for volunteers.",
    ),
  },
  youth: {
    question: say("What is a youth association?"),
    answer: say("A youth association helps the clubs and groups of one place that work with young people."),
  },
  rural: {
    question: say("What is a rural community council?"),
    answer: say(
      "A rural community council helps village halls, parish groups and community businesses in the countryside.",
    ),
  },
  other: {
    question: say("What is a support organisation?"),
    answer: say("An organisation that helps voluntary groups to start and to keep going."),
  },
}

/** The nations of the United Kingdom, by the first letter of the codes of their districts. */
export const NATIONS = {
  E: say("England"),
  W: say("Wales"),
  S: say("Scotland"),
  N: say("Northern Ireland"),
} as const
/** One of them. */
export type Nation = keyof typeof NATIONS

/** An organisation that helps groups, or those who help them, all over a nation. */
export type NationalBody = { name: string; website: string; what: string; nations: string; about?: About }

/** National bodies, by what most groups need first. Their own websites say how to reach them. */
export const NATIONAL_BODIES: NationalBody[] = [
  {
    name: "NAVCA",
    website: "https://www.navca.org.uk",
    what: say(
      "The network of councils for voluntary service in England. It can tell you which one is yours.",
    ),
    nations: "E",
  },
  {
    name: "Third Sector Support Wales",
    website: "https://thirdsectorsupport.wales",
    what: say("The county voluntary councils of Wales and WCVA. It can tell you which one is yours."),
    nations: "W",
  },
  {
    name: "SCVO",
    website: "https://scvo.scot",
    what: say(
      "Help for voluntary groups all over Scotland, and the way to your third sector interface (TSI).",
    ),
    nations: "S",
  },
  {
    name: "NICVA",
    website: "https://www.nicva.org",
    what: say("Help for voluntary and community groups all over Northern Ireland."),
    nations: "N",
  },
  {
    name: "NCVO",
    website: "https://www.ncvo.org.uk",
    what: say("Guides on starting and running a charity or a voluntary group in England."),
    nations: "E",
  },
  {
    name: "WCVA",
    website: "https://wcva.cymru",
    what: say("Help and funding for voluntary groups all over Wales."),
    nations: "W",
  },
  {
    name: "Charity Commission for England and Wales",
    website: "https://www.gov.uk/government/organisations/charity-commission",
    what: say("The regulator: registering a charity, and what its trustees have to do."),
    nations: "EW",
  },
  {
    name: "OSCR",
    website: "https://www.oscr.org.uk",
    what: say("Scotland’s regulator: registering a charity, and what its trustees have to do."),
    nations: "S",
  },
  {
    name: "Charity Commission for Northern Ireland",
    website: "https://www.charitycommissionni.org.uk",
    what: say("Northern Ireland’s regulator: registering a charity, and what its trustees have to do."),
    nations: "N",
  },
  {
    name: "ACRE",
    website: "https://acre.org.uk",
    what: say(
      "The network of rural community councils in England: village halls and groups in the countryside.",
    ),
    nations: "E",
    about: "rural",
  },
  {
    name: "Consortium",
    website: "https://www.consortium.lgbt",
    what: say("Help for LGBT+ groups and projects all over the UK."),
    nations: "EWSN",
    about: "lgbt",
  },
  {
    name: "Disability Rights UK",
    website: "https://www.disabilityrightsuk.org",
    what: say("Run by disabled people; works with disabled people’s organisations."),
    nations: "EWSN",
    about: "disabled",
  },
  {
    name: "FaithAction",
    website: "https://www.faithaction.net",
    what: say("A network of faith and community groups that serve the people round them."),
    nations: "E",
    about: "faith",
  },
  {
    name: "UK Youth",
    website: "https://www.ukyouth.org",
    what: say("A network of youth organisations all over the UK."),
    nations: "EWSN",
    about: "young",
  },
]

/** The order of an answer, as the page says it. */
export const ORDER = say(
  "The council for voluntary service comes first, then those whose area and speciality fit most closely, then the rest by name. Nobody can pay to be higher up.",
)
