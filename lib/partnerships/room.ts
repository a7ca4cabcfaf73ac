import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "election-news": typeof import("@/emails/election-news")
    "election-nominee": typeof import("@/emails/election-nominee")
    "election-checked": typeof import("@/emails/election-checked")
    "election-ballot": typeof import("@/emails/election-ballot")
    "election-voted": typeof import("@/emails/election-voted")
    "election-outcome": typeof import("@/emails/election-outcome")
    "board-brief": typeof import("@/emails/board-brief")
    "board-declare": typeof import("@/emails/board-declare")
    "board-report-asked": typeof import("@/emails/board-report-asked")
    "board-report-back": typeof import("@/emails/board-report-back")
    "board-welcome": typeof import("@/emails/board-welcome")
  }
}

/** What the room says of itself. */
export const partnershipsRoom = room({
  name: "partnerships",
  timeline: { partnerships: { label: say("Partnerships"), icon: "people" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "partnerships" },
      "term.started",
      "term.changed",
      "term.ended",
      "question.raised",
      "question.taken_back",
      "question.replied",
    ),
    ...events(
      { seenBy: "group", timeline: "partnerships" },
      "nomination.made",
      "nomination.agreed",
      "nomination.endorsed",
      "nomination.withdrawn",
      "nomination.valid",
      "nomination.refused",
      "roll.appealed",
      "roll.decided",
      "roll.disputed",
      "voter.changed",
    ),
    ...events(
      { seenBy: "staff", timeline: "partnerships" },
      "election.planned",
      "election.changed",
      "election.published",
      "election.extended",
      "election.called_off",
      "election.nominations_closed",
      "election.roll_frozen",
      "election.opened",
      "election.began_again",
      "election.paper_added",
      "election.counted",
      "election.ended",
      "election.shown",
    ),
    ...events(
      { seenBy: "staff", timeline: "partnerships" },
      "board.opened",
      "board.changed",
      "board.shown",
      "board.hidden",
      "board.ended",
      "board.decided",
      "board.decision_dropped",
      "seat.added",
      "seat.changed",
      "seat.ended",
      "interests.declared",
      "handover.written",
      "meeting.planned",
      "meeting.changed",
      "meeting.cancelled",
      "meeting.ask_put",
      "meeting.ask_taken_back",
      "brief.made",
      "brief.edited",
      "brief.sent",
      "report.sent",
      "report.given_back",
      "report.published",
      "promise.made",
      "promise.ended",
    ),
  },
  finds: { board: { label: say("Boards"), path: "partnerships" } },
  opensFiles: ["board", "nomination"],
  streams: {
    elections: {
      label: say("When groups choose who speaks for them on a board"),
      why: say("You get this because you speak for a group that can put somebody up, and votes."),
    },
  },
  hasJobs: true,
  hasRetention: true,
  navigation: [
    {
      path: "partnerships",
      label: say("Boards and seats"),
      for: "staff",
      under: "partnership",
      counts: true,
    },
    { path: "representing", label: say("Your boards"), for: "representatives", place: 1 },
  ],
})
