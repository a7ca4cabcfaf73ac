import type { PropsOf } from "@/lib/email/letters"

const url = "/ribble/home"
const LONG = 'Cymdeithas Trigolion Llanfairpwllgwyngyll a’r Cylch <&> "Friends"'

type Name = "representation-chaser" | "representation-outcome" | "representation-sent"

/** What each letter about a paper may be given, one of every turn it takes. */
export const PAPER_LETTERS: { [N in Name]: PropsOf<N>[] } = {
  "representation-chaser": [
    {
      ...{ title: "Evening buses", body: LONG, toName: "Pat Officer", words: "As we said.\n\nRing us.", url },
      ...{ sentOn: "4 June 2026", dueOn: "2 July 2026", late: true, waiting: ["Bring back the 21:10", LONG] },
      promises: [{ ask: "Cheaper fares", by: "The cabinet member", on: "1 August 2026" }],
    },
    {
      ...{ title: LONG, body: "Borough Council", toName: null, words: null, url },
      ...{ sentOn: "4 June 2026", dueOn: "2 July 2026", late: false, waiting: [LONG], promises: [] },
    },
    {
      ...{ title: LONG, body: "Borough Council", toName: null, words: null, url },
      ...{ sentOn: "4 June 2026", dueOn: null, late: false, waiting: [] },
      promises: [{ ask: LONG, by: "The cabinet member", on: "1 August 2026" }],
    },
  ],
  "representation-outcome": [
    {
      ...{
        title: "Evening buses",
        body: "Borough Council",
        consultation: "Buses after six",
        outcome: "Two buses are back.",
        groups: [
          { name: LONG, counted: true, said: ["We walk home in the dark"] },
          { name: "The choir", counted: true, said: [] },
        ],
      },
      asks: [
        {
          text: "Bring back the 21:10",
          reply: "accepted",
          replyText: "From May",
          outcome: "It runs.",
        },
        { text: "Cheaper fares", reply: null, replyText: null, outcome: null },
      ],
      url,
    },
  ],
  "representation-sent": [
    {
      ...{ title: LONG, body: "Borough Council", toName: "Pat Officer", words: "As agreed.\n\nRing us." },
      ...{ version: 2, asks: ["Bring back the 21:10", LONG], url, replyUrl: url, copyOf: null },
    },
    {
      ...{ title: "Evening buses", body: LONG, toName: null, words: null },
      ...{ version: 1, asks: [LONG], url, replyUrl: null, copyOf: "Pat Officer" },
    },
  ],
}
