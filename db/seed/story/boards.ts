import type { CHOSEN_BY, SEAT_HOLDERS } from "@/db/vocabulary"
import { BUSES, HEALTH, type StoryElection } from "./elections"

/** Somebody on a seat, from so many days ago until so many. `interests`: what they declared; null is nothing to declare. */
export type StoryTerm = {
  name: string
  email: string
  group: string
  holds: keyof typeof SEAT_HOLDERS
  chosenBy: keyof typeof CHOSEN_BY
  note: string | null
  from: number
  until?: number
  why?: string
  interests?: string | null
  handover?: string
}

type StorySeat = {
  title: string
  mandate: string
  role: string
  time: string
  termMonths: number
  terms: StoryTerm[]
  election?: StoryElection
}

export type StoryBoard = {
  name: string
  bodies: string[]
  networks: string[]
  themes: string[]
  purpose: string
  terms: string | null
  contact: string
  since: number
  shown: boolean
  seats: StorySeat[]
  decided: { daysAgo: number; words: string; theme?: string }[]
}

/** The boards of Aldervale. */
export const BOARDS: StoryBoard[] = [
  {
    name: "Aldervale Health and Wellbeing Board",
    bodies: ["Aldervale Borough Council", "Pennine Fold Integrated Care Board"],
    networks: ["Food and Hardship Network", "Older People’s Forum"],
    themes: ["health"],
    purpose:
      "The council and the NHS agree here what Aldervale needs to stay well, and who does what about it.",
    terms:
      "The board meets every two months, in public. It has eleven members; ours has one vote.\n\n- It agrees the health and wellbeing strategy.\n- It says how the Better Care Fund is spent.\n- It can ask any member to answer for what was agreed.",
    contact: "Priya Nair, committee officer, 01632 960 220, committees@aldervale-council.example",
    since: 720,
    shown: true,
    seats: [
      {
        title: "Voluntary sector seat",
        mandate:
          "Speaks for all voluntary groups in Aldervale whose work keeps people well. Can agree to anything that the networks have been asked about; takes everything else back to them first.",
        role: "You read the papers, ask the networks what matters to them, say it plainly in a room full of directors, and tell groups afterwards what came of it. You don’t need to know the NHS. You need to know who to ask.",
        time: "Six meetings a year of two hours, with a day’s reading and talking for each",
        termMonths: 24,
        terms: [
          {
            ...{
              name: "Geoffrey Haworth",
              email: "geoffrey.haworth@aldervale.example",
              group: "Hob’s Mill Food Bank",
            },
            ...{ holds: "representative", chosenBy: "network", note: "Agreed by the Older People’s Forum" },
            ...{ from: 715, until: 372, why: "Moved to be near his daughter" },
            handover:
              "Ring Priya a week before: she tells you what the item is really about. The chair likes one example and one figure, in that order. Ask for dates; without one nothing happens.",
          },
        ],
        election: HEALTH,
      },
    ],
    decided: [
      {
        daysAgo: 128,
        words: "Social prescribing link workers stay until March 2028, one for each group of surgeries.",
        theme: "health",
      },
      {
        daysAgo: 66,
        words: "The winter fund opens in October: up to £3,000 a group, decided within two weeks.",
      },
    ],
  },
  {
    name: "Fold Valley Transport Liaison Group",
    bodies: ["Fold Valley Transport Authority"],
    networks: [],
    themes: [],
    purpose:
      "Bus companies and the authority talk here with the people who use the buses, before timetables are fixed.",
    terms: null,
    contact: "Sam Oyelaran, passenger liaison, 01632 960 311",
    since: 400,
    shown: true,
    seats: [
      {
        title: "Seat for groups of bus users",
        mandate: "Speaks for groups whose people can’t come without a bus.",
        role: "You collect what goes wrong with buses from groups, bring it in order, and ask until there is an answer. It helps to use the buses yourself.",
        time: "Four meetings a year of an hour and a half, in Alderbridge",
        termMonths: 36,
        terms: [],
        election: BUSES,
      },
    ],
    decided: [],
  },
  {
    name: "Aldervale Housing Forum",
    bodies: ["Aldervale Housing Partnership"],
    networks: [],
    themes: [],
    purpose: "Landlords, the council and advice groups, twice a year.",
    terms: null,
    contact: "Lena Fox, tenancy services",
    since: 300,
    shown: false,
    seats: [],
    decided: [],
  },
]

/** A meeting so many days from now (before it: less than none), with what was raised there and what was brought back. */
export type StoryMeeting = {
  days: number
  place: string
  agenda: string
  raised: { group: string; words: string; reply?: string; state?: "raised" | "answered" | "not_raised" }[]
  brief?: string
  report?: { decided: string; said: string; promised: string; needed: string }
  promises: { words: string; by: string; body: string; due: number; kept?: string; keptDaysAgo?: number }[]
}

/** A year of the Health and Wellbeing Board. */
export const BOARD_YEAR: StoryMeeting[] = [
  {
    ...{ days: -248, place: "Council Chamber, Alderbridge" },
    agenda: "1. Better Care Fund\n2. Food and health\n3. Link workers",
    raised: [
      {
        group: "Hob’s Mill Food Bank",
        words: "People come to us straight from hospital with nothing at home. Who rings ahead?",
        state: "raised",
        reply: "Raised under item 2. The hospital will ring before a discharge; see what they promised.",
      },
    ],
    brief: "Get a name at the hospital for discharges. Everything else can wait.",
    report: {
      decided: "The Better Care Fund stays as it was for a year.",
      said: "That food banks find out on the doorstep that somebody was discharged the same day.",
      promised:
        "Mr Hussain, discharge team: a ring before anybody goes home to an empty kitchen, from April.",
      needed: "Dates, without names, of discharges that went wrong.",
    },
    promises: [
      {
        ...{
          words: "A ring to the food bank before a discharge to an empty kitchen",
          by: "Mr Hussain, discharge team",
        },
        ...{ body: "Pennine Fold Integrated Care Board", due: -210 },
        ...{ kept: "The discharge team rings each weekday since 14 April.", keptDaysAgo: 190 },
      },
    ],
  },
  {
    ...{ days: -128, place: "Council Chamber, Alderbridge" },
    agenda: "1. Link workers\n2. Dentists\n3. Any other business",
    raised: [],
    report: {
      decided: "Social prescribing link workers stay until March 2028.",
      said: "That three groups would close if they went.",
      promised: "Nothing.",
      needed: "Tell your link worker what worked, so that it’s written down.",
    },
    promises: [],
  },
  {
    ...{ days: -66, place: "Online" },
    agenda: "1. Winter plan\n2. Small grants for the winter",
    raised: [
      {
        group: "Aldervale Good Neighbours",
        words: "Lifts home from the clinic end at four. People stay away.",
        state: "answered",
        reply:
          "The clinic told us that it has evening lifts on Tuesdays and Thursdays. The number is on its letter.",
      },
    ],
    report: {
      decided: "The winter fund opens in October, up to £3,000 a group, decided within two weeks.",
      said: "That two weeks is the longest a group can wait with a cold hall.",
      promised: "Public health: a list of warm places by the end of October.",
      needed: "Tell us if a decision takes longer than two weeks.",
    },
    promises: [
      {
        ...{ words: "A list of warm places, with opening times", by: "Public health" },
        ...{ body: "Aldervale Borough Council", due: -30 },
      },
    ],
  },
  {
    ...{ days: 6, place: "Council Chamber, Alderbridge" },
    agenda: "1. Winter so far\n2. Hospital discharge, a year on\n3. Plans for next year",
    raised: [
      {
        group: "Hob’s Mill Food Bank",
        words:
          "The calls before a discharge have stopped at weekends. Can that be put right before Christmas?",
      },
    ],
    promises: [],
  },
]
