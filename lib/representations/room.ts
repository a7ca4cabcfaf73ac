import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "representation-chaser": typeof import("@/emails/representation-chaser")
    "representation-outcome": typeof import("@/emails/representation-outcome")
    "representation-sent": typeof import("@/emails/representation-sent")
  }
}

/** What the room says of itself. */
export const representationsRoom = room({
  name: "representations",
  timeline: { outcomes: { label: say("Outcomes"), icon: "outcome" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "outcomes" },
      "representation.started",
      "representation.changed",
      "representation.published",
      "representation.sent",
      "representation.acknowledged",
      "representation.chased",
      "representation.withdrawn",
      "representation.closed",
      "representation.reopened",
      "paper.part_added",
      "paper.part_changed",
      "paper.part_moved",
      "paper.part_dropped",
      "ask.added",
      "ask.changed",
      "ask.moved",
      "ask.dropped",
      "ask.replied",
      "ask.outcome",
    ),
    ...events({ seenBy: "staff", timeline: "outcomes" }, "body.commented"),
    ...events({ seenBy: "staff", timeline: "outcomes" }, "passage.pinned", "passage.unpinned"),
    ...events({ seenBy: "staff", timeline: "outcomes" }, "paper.pinned", "paper.unpinned"),
    ...events(
      { seenBy: "staff", timeline: null },
      "paper.remarked",
      "paper.remark_settled",
      "paper.signed_off",
      "lio.papers_chosen",
      "paper.partner_asked",
      "paper.partner_dropped",
      "paper.partner_answered",
    ),
    ...events(
      { seenBy: "staff", timeline: "outcomes" },
      "representation.link_opened",
      "representation.link_ended",
      "ask.proposed",
      "ask.refused",
    ),
  },
  hasJobs: true,
  opensFiles: ["representation", "proposed_reply"],
  finds: { representation: { label: say("Representations"), path: "representations" } },
  streams: {
    outcomes: {
      label: say("What came of what you said"),
      why: say("You get this because a group you speak for had its say."),
    },
  },
  navigation: [
    { path: "representations", label: say("Representations"), for: "staff", under: "representation" },
    {
      path: "representations/scorecard",
      label: say("How bodies reply"),
      for: "staff",
      under: "representation",
    },
    { path: "outcomes", label: say("What came of it"), for: "members", place: 3 },
  ],
})
