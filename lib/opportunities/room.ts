import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"
import { opportunityList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "consortium-invitation": typeof import("@/emails/consortium-invitation")
    "consortium-let-in": typeof import("@/emails/consortium-let-in")
    "consortium-without": typeof import("@/emails/consortium-without")
  }
}

/** What is found of a room: in which, what it is, and where it stands on the room's pages. */
const IN_ROOMS = sql`(
  select id, consortium_id, ${say("Terms")}::text as what, '/terms' as page from consortium_terms
  union all select id, consortium_id, ${say("Decision")}, '#decisions' from consortium_decisions
  union all select id, consortium_id, ${say("Task")}, '#tasks' from consortium_tasks
  union all select id, consortium_id, case when answers_id is null then ${say("Question")} else ${say("Answer")} end, '#questions' from consortium_posts)`

/** What the room says of itself. */
export const opportunitiesRoom = room({
  name: "opportunities",
  lists: [opportunityList],
  timeline: { opportunities: { label: say("Opportunities"), icon: "outcome" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "opportunities" },
      "interest.expressed",
      "interest.changed",
      "interest.withdrawn",
      "bidding.consent_said",
      "consortium.formed",
      "consortium.asked",
      "consortium.joined",
      "consortium.declined",
      "consortium.left",
      "consortium.withdrawn",
      "consortium.removed",
      "consortium.dissolved",
      "consortium.lead_changed",
    ),
    ...events(
      { seenBy: "staff", timeline: null },
      "opportunities.read",
      "opportunity.added",
      "opportunity.changed",
      "opportunity.hidden",
      "opportunity.shown",
      "opportunity.noted",
      "opportunity_source.added",
      "opportunity_source.removed",
      "consortium.proposed",
    ),
    // These carry the audience of their room: only its people read them.
    ...events(
      { seenBy: "staff", timeline: null },
      "consortium.named",
      "consortium.entered",
      "consortium.stepped_out",
      "consortium.terms_proposed",
      "consortium.terms_agreed",
      "consortium.decided",
      "consortium.task_added",
      "consortium.task_done",
      "consortium.said",
      "consortium.bid_submitted",
      "consortium.bid_decided",
      "consortium.feedback_told",
    ),
  },
  finds: {
    opportunity: { label: say("Opportunities"), path: "opportunities", forMembers: true },
    consortium: {
      label: say("Your rooms"),
      path: "consortia",
      forMembers: true,
      hint: () => sql`(select concat_ws(' · ', i.what, o.title) from ${IN_ROOMS} i join consortia c on c.id = i.consortium_id
        left join opportunities o on o.id = c.opportunity_id where i.id = hit.id)`,
      at: sql`(select concat('consortia/', i.consortium_id, i.page) from ${IN_ROOMS} i where i.id = hit.id)`,
    },
  },
  navigation: [
    { path: "opportunities", label: say("Opportunities"), for: "staff", under: "liaison" },
    { path: "opportunities", label: say("Opportunities"), for: "members", place: 8 },
  ],
  opensFiles: ["consortium"],
  hasJobs: true,
})
