/** What groups of Aldervale can join, as the form of a kind sends it. */
export const KINDS = {
  full: {
    name: "Full member",
    about: "For voluntary and community groups that work in Aldervale and have no more than one paid worker.",
    entitlements:
      "A vote at the annual meeting\nAdvice and training, free\nA place in our networks, and a say in what we tell the council\nThe small grants letter each month",
    standing: "member",
    period: "rolling",
    months: "12",
    fee: "",
    graceDays: "30",
    renewalDays: "30",
    openToJoin: "yes",
    renewsAtOnce: "yes",
  },
  larger: {
    name: "Larger group",
    about: "For groups with paid staff. Your fee pays for the advice of those who have none.",
    entitlements:
      "All that full members have\nOur meeting room for six days a year\nA health check of your policies each spring",
    standing: "member",
    period: "fixed",
    yearDay: "1",
    yearMonth: "4",
    fee: "60",
    graceDays: "60",
    renewalDays: "42",
    openToJoin: "yes",
  },
  affiliate: {
    name: "Affiliate",
    about: "For clubs, churches and companies that wish us well.",
    entitlements: "The newsletter\nA place at our events\nNo vote",
    standing: "affiliate",
    period: "rolling",
    months: "12",
    fee: "20",
    graceDays: "30",
    renewalDays: "30",
    openToJoin: "yes",
  },
} as const

/** Groups whose last period ends so many days from now (behind us when negative). The others have months to go. */
export const ENDS_IN: Record<string, number> = {
  "Hob’s Mill Food Bank": 18,
  "Skelby Gardeners": 6,
  "Memory Café Alderbridge": 12,
  "Aldervale Brass": 23,
  "Netherfold Village Hall": 27,
  "Rotary Club of Alderbridge": 15,
  "Recovery Walks": -4,
  "Skelby Heritage Society": -11,
  "Hob’s Mill Bell Ringers": -20,
  "Skelby Bowling Club": -48,
  "Walking Football Aldervale": -95,
  "Skelby Knit and Natter": -260,
}

/** Has not begun yet: in so many days. */
export const BEGINS_SOON = { name: "Thornclough Dads’ Shed", days: 20 }

/** Ended before its time. */
export const ENDED = {
  name: "Alder Valley Model Railway",
  daysAgo: 40,
  reason: "The room above the library has closed. They meet in Brackendale now and have joined there.",
}

/** Whose lead wants no reminders of this kind. */
export const STOPPED = "Skelby Heritage Society"

/** What staff wrote down when they asked groups to renew: days ago, how, what was said. */
export const ASKED: [
  name: string,
  daysAgo: number,
  how: "phone" | "visit" | "email" | "post",
  note: string,
][] = [
  [
    "Recovery Walks",
    2,
    "phone",
    "Rang in the evening. Their secretary has moved; the new one looks for the letter.",
  ],
  ["Skelby Bowling Club", 30, "phone", "Nobody answered. Left a message with the bar."],
  ["Skelby Bowling Club", 12, "post", "A card to the clubhouse: we would be sorry to lose you."],
  [
    "Walking Football Aldervale",
    60,
    "visit",
    "Saw them on the pitch. They like the networks; the form is what puts them off.",
  ],
  ["Skelby Gardeners", 1, "email", "Sent the link once more. It had gone to the old treasurer."],
]

/** Who asks to join, and has not been answered. The name is very like one that is on the list already. */
export const JOINS = {
  group: "Skelby Knit & Natter Group",
  about:
    "We knit for the baby bank and talk. Thursdays in the back room of the Fleece, twelve of us and a dog.",
  postcode: null,
  name: "Brenda Pilling",
  email: "brenda.pilling@aldervale.example",
  phone: "01632 960 714",
  role: "secretary" as const,
  directory: "yes" as const,
  daysAgo: 3,
}

/** Whose lead asked to renew, and waits. */
export const RENEWS = { name: "Rotary Club of Alderbridge", daysAgo: 1 }
