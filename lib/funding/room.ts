import { events, room } from "../access/room-type"
import { say } from "../words"
import { fundingList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "funding-tip": typeof import("@/emails/funding-tip")
  }
}

/** What the room says of itself. */
export const fundingRoom = room({
  name: "funding",
  lists: [fundingList],
  timeline: { funding: { label: say("Funding"), icon: "outcome" } },
  events: {
    ...events(
      { seenBy: "staff", timeline: "funding" },
      "bid.added",
      "bid.changed",
      "bid.prepared",
      "bid.sent",
      "bid.won",
      "bid.refused",
      "bid.withdrawn",
      "bid.reopened",
      "bid.paid",
      "bid.proved",
      "bid.undone",
      "bid.moved_back",
      "grant.confirmed",
      "grant.reconsidered",
      "funding.wanted",
      "funding.want_changed",
      "funding.not_wanted",
      "funding.told",
      "funding.tasked",
    ),
    ...events(
      { seenBy: "staff", timeline: null },
      "grants.read",
      "grant.refused",
      "funder.added",
      "funder.changed",
      "funder.checked",
      "funder.retired",
      "funder.restored",
    ),
  },
  finds: {
    bid: { label: say("Bids"), path: "funding" },
    funder: { label: say("Funders"), path: "funding/funders" },
  },
  undoes: ["bid", "bid-change", "grant", "funding-search"],
  navigation: [{ path: "funding", label: say("Funding"), for: "staff", under: "support" }],
})
