import type { LetterName, PropsOf } from "@/lib/email/letters"
import { CONSORTIUM_LETTERS } from "./consortium-letters"
import { ELECTION_LETTERS } from "./election-letters"
import { PAPER_LETTERS } from "./paper-letters"

const closes = "Friday 4 December 2026 at 5pm"
const url = "/ribble/home"
const line = { label: "Telephone", said: "01254 000001" }
const LONG = 'Cymdeithas Trigolion Llanfairpwllgwyngyll a’r Cylch <&> "Friends"'
const asked = { title: "Buses after six", groups: [LONG, "Hob’s Mill Food Bank"], minutes: 10, closes, url }
const booking = {
  title: LONG,
  when: "Thursday 4 June 2026, 10am to midday",
  dates: [] as string[],
  place: "The Old Library, Alderbridge",
  onlineLink: "https://meet.example/aldervale",
  coming: ["Rita Entwistle", LONG],
  waiting: ["Sam O’Neill"],
  url: "/ribble/events/booking?key=k",
  calendarUrl: "/ribble/events/booking/calendar.ics?key=k",
}
const none = { count: 0, items: [] }
const bare = { ...booking, place: null, onlineLink: null, coming: [] }

/** What each kind of letter may be given, one of every turn it takes. A new kind does not compile until it stands here. */
export const LETTER_SAMPLES: { [N in LetterName]: PropsOf<N>[] } = {
  ...ELECTION_LETTERS,
  "health-check": [
    { group: LONG, again: false, url },
    { group: "Hob’s Mill Food Bank", again: true, url },
  ],
  "health-check-open": [
    { group: LONG, left: 30, all: 30, url },
    { group: "Hob’s Mill Food Bank", left: 1, all: 8, url },
    { group: "Hob’s Mill Food Bank", left: 0, all: 8, url },
  ],
  "board-brief": [
    { board: LONG, when: "Thursday 4 June 2026, 10am to 12:30pm", place: LONG, url },
    { board: "Health Board", when: "Thursday 4 June 2026", place: null, url },
  ],
  "board-report-asked": [
    { board: LONG, when: "Thursday 4 June 2026, 10am to 12:30pm", again: false, url },
    { board: "Health Board", when: "Thursday 4 June 2026", again: true, url },
  ],
  "board-declare": [
    { board: LONG, last: "4 June 2025", url },
    { board: "Health Board", last: null, url },
  ],
  "board-report-back": [{ board: LONG, reason: LONG, url }],
  "board-welcome": [
    { board: LONG, seat: LONG, holds: "representative", from: null, url },
    { board: "Health Board", seat: "Seat", holds: "substitute", from: "4 June 2026", url },
  ],
  ...CONSORTIUM_LETTERS,
  digest: [
    {
      lead: { title: "Answer by Friday", detail: "Buses after six", url, action: "Answer", subject: "Buses" },
      rest: "2 more things",
      sections: [
        { title: "New topics", items: [{ title: LONG, detail: "3 replies", url }], more: "And 4 more." },
      ],
    },
  ],
  guide: [
    {
      title: LONG,
      summary: "You can open an account.",
      words: "As we said.\n\nRing us.",
      url,
      groups: [LONG],
    },
    { title: "Start a group", summary: LONG, words: null, url, groups: asked.groups },
  ],
  "daily-letter": [
    {
      overdue: { count: 12, items: [{ title: LONG, detail: "Was due on 3 June", url }] },
      today: { count: 1, items: [{ title: "Ring the hall", detail: "", url }] },
      handed: { count: 1, items: [{ title: "Write to the vicar", detail: "Wendy handed it to you", url }] },
      events: { count: 1, items: [{ title: "Drop-in", detail: "10:00am", url }] },
      cases: { count: 1, items: [{ title: LONG, detail: "Last session on 1 May", url }] },
      ...{ enquiries: 2, url, enquiriesUrl: url },
    },
    {
      ...{ overdue: none, today: none, handed: none, events: none, cases: none },
      ...{ enquiries: 1, url, enquiriesUrl: url },
    },
  ],
  resource: [
    {
      title: LONG,
      summary: "A form to fill in.",
      words: "As we said.\n\nRing us.",
      url,
      signsIn: true,
      groups: [LONG],
    },
    { title: "Rota", summary: null, words: null, url, signsIn: false, groups: asked.groups },
  ],
  "funding-tip": [
    {
      ...{
        funder: LONG,
        what: "A minibus",
        words: "As we said.\n\nRing us.",
        funds: "Transport",
        url: "https://funder.example",
      },
      ...{ whoCanAsk: "Charities", sums: "Up to £10,000", closes: "Friday 4 December 2026", groups: [LONG] },
    },
    {
      ...{
        funder: "A trust",
        what: LONG,
        words: null,
        funds: null,
        whoCanAsk: null,
        sums: null,
        closes: null,
        url: null,
      },
      groups: asked.groups,
    },
  ],
  mailing: [
    { title: LONG, words: "The hall is free again.\n\nTell us if you want it.", groups: [LONG] },
    { title: "A hall again", words: LONG, groups: asked.groups },
  ],
  "event-booked": [
    {
      ...booking,
      price: "£20, or £10 for members",
      also: [{ title: LONG, when: booking.when, url: "/ribble/events/e" }],
    },
    { ...bare, price: null, also: [] },
    { ...booking, waiting: [], price: null, also: [] },
  ],
  "event-offered": [
    { ...booking, offered: ["Sam O’Neill"], until: "2 June 2026 at 9:32am" },
    { ...bare, offered: [LONG, "Sam O’Neill"], until: "2 June 2026 at 9:32am" },
  ],
  "event-reminder": [booking, { ...bare, coming: [LONG] }],
  "event-changed": [
    {
      ...booking,
      reason: null,
      change: "date",
      before: { when: "Friday 5 June 2026, 10am to midday", place: LONG },
    },
    {
      ...bare,
      reason: null,
      change: "date",
      before: { when: "Friday 5 June 2026, 10am to midday", place: null },
    },
    { ...booking, reason: null, change: "link", before: null },
    { ...booking, dates: [booking.when, LONG], change: "dates", before: null, reason: LONG },
  ],
  "event-feedback": [{ title: LONG, url: "/ribble/events/booking?key=k#feedback" }],
  "event-cancelled": [
    {
      title: LONG,
      when: booking.when,
      reason: "The trainer is ill.",
      dates: [],
      eventsUrl: "/ribble/events",
    },
    { title: LONG, when: booking.when, reason: LONG, dates: [booking.when], eventsUrl: "/ribble/events" },
  ],
  "import-done": [{ name: "list.csv", made: 12, changed: 3, leftOut: 1, toMend: 2, days: 7, url }],
  "membership-asked": (["join", "renewal"] as const).flatMap((kind) =>
    [LONG, null].map((group) => ({ kind, group, type: "Full member", fee: "£20" })),
  ),
  "membership-decided": [
    { kind: "join", group: LONG, type: "Full", fee: "£20", reason: null, until: "31 March 2027", url },
    {
      kind: "renewal",
      group: LONG,
      type: "Full",
      fee: null,
      reason: "You are outside the area.",
      until: null,
      url: null,
    },
  ],
  "membership-renewal": [
    {
      group: LONG,
      type: "Full",
      step: "before",
      ends: "31 March 2027",
      counts: null,
      fee: "£20",
      length: "another year",
      url,
    },
    {
      group: LONG,
      type: "Full",
      step: "grace",
      ends: "31 March 2027",
      counts: "30 April 2027",
      fee: null,
      length: "another year",
      url,
    },
  ],
  "group-confirm": [true, false].map((again) => ({
    ...{
      group: LONG,
      facts: [
        { label: "Telephone", said: null },
        { label: "About", said: "Food & <friends>" },
      ],
      again,
      url,
    },
  })),
  "network-decision": [
    { title: "Hall hire", network: "Food network", decision: "We **share** the hall.", href: url },
  ],
  "network-place": (["let-in", "put-in", "not-let-in"] as const).map((how) => ({
    ...{
      network: "Food network",
      about: "Food & drink",
      group: LONG,
      how,
      reason: how === "not-let-in" ? "Full" : null,
      href: url,
    },
  })),
  "network-post": (["named", "replied", "all"] as const).map((reason) => ({
    ...{
      title: "Hall hire",
      network: "Food network",
      by: "Mo, for the choir",
      text: "See `this` & <that>\n\n- one\n- two",
      reason,
      href: url,
    },
  })),
  "proposal-decided": [
    { group: LONG, accepted: [line], refused: [], note: null, url },
    { group: LONG, accepted: [line], refused: [line], note: "We rang to check.", url },
    { group: LONG, accepted: [], refused: [line], note: null, url },
  ],
  ...PAPER_LETTERS,
  "role-given": (["lead", "member"] as const).map((speaks) => ({
    ...{ group: LONG, by: "Wendy Worker of Ribble CVS", role: "Treasurer", speaks, url },
  })),
  "role-invitation": (["lead", "member", null] as const).map((speaks) => ({
    ...{ group: LONG, by: "Leila Lead", role: "Treasurer", speaks, days: 30, url },
  })),
  "sign-in": [false, true].map((confirms) => ({
    ...{ url: "http://localhost:3000/sign-in/confirm?token=a&email=b%40c.example", minutes: 20, confirms },
  })),
  "test-email": [{ by: LONG }],
  "staff-invitation": [{ level: "worker", url }],
  "consultation-invitation": [
    { ...asked, about: "What the council plans.", body: "Borough Council", lead: true },
    { ...asked, about: null, body: null, lead: false },
    {
      ...{ ...asked, about: null, body: null, lead: true },
      also: [{ language: "cy", dir: "ltr", title: LONG, canAnswer: "Gallwch ateb yn Gymraeg." }],
    },
  ],
  "consultation-reminder": [true, false].map((lead) => ({ ...asked, lead, left: "3 days left" })),
  "consultation-confirm": [
    {
      title: "Do the buses work for you?",
      closes: "4 June 2027, 5pm",
      url: "https://trellis.example/ribble/have-your-say/answer?key=k",
    },
  ],
  "consultation-come-back": [true, false].map((sent) => ({
    ...{ title: "Buses after six", group: LONG, closes, url },
    sent,
  })),
  "consultation-ready": [{ title: "Buses after six", group: LONG, by: "Mo Member", closes, url }],
  "consultation-copy": [
    {
      ...{ title: "Buses after six", group: LONG, reference: "RB-1234", by: "Leila Lead", closes, url },
      answers: [{ question: "Do your people use the bus?", answer: "Yes, <every> day" }],
    },
  ],
  "consultation-changed": [
    {
      ...{ title: "Buses after six", groups: [LONG], closes, url },
      changes: [
        {
          words: ["Question 3 has one more answer to choose from: “The college”."],
          reason: "Two groups asked for it.",
        },
      ],
    },
  ],
  "consultation-stopped": [
    { title: "Buses after six", groups: [LONG], reason: "The council took it back.", url },
  ],
  "consultation-outcome": [{ title: "Buses after six", groups: [LONG], outcome: "Two buses & more", url }],
}
