import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "consultation-invitation": typeof import("@/emails/consultation-invitation")
    "consultation-reminder": typeof import("@/emails/consultation-reminder")
    "consultation-come-back": typeof import("@/emails/consultation-come-back")
    "consultation-confirm": typeof import("@/emails/consultation-confirm")
    "consultation-ready": typeof import("@/emails/consultation-ready")
    "consultation-copy": typeof import("@/emails/consultation-copy")
    "consultation-outcome": typeof import("@/emails/consultation-outcome")
    "consultation-changed": typeof import("@/emails/consultation-changed")
    "consultation-stopped": typeof import("@/emails/consultation-stopped")
  }
}

/** What the room says of itself. */
export const consultationsRoom = room({
  name: "consultations",
  timeline: { answers: { label: say("Consultations"), icon: "answer" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "answers" },
      "consultation.planned",
      "consultation.changed",
      "consultation.translated",
      "consultation.removed",
      "consultation.opened",
      "consultation.asked",
      "consultation.extended",
      "consultation.closed",
      "consultation.finished",
      "consultation.corrected",
      "consultation.stopped",
      "consultation.published",
      "consultation.withdrawn",
      "consultation.question_added",
      "consultation.question_changed",
      "consultation.question_corrected",
      "consultation.question_moved",
      "consultation.question_removed",
      "invitation.reminded",
      "invitation.declined",
      "response.begun",
      "response.signed_off",
      "response.consent",
      "response.first_signed",
      "response.signing_rule",
      "statement.proposed",
      "statement.shown",
      "statement.turned_down",
    ),
    ...events(
      { seenBy: "staff", timeline: "answers" },
      "invitation.reminder_planned",
      "invitation.reminder_called_off",
    ),
    ...events({ seenBy: "staff", timeline: "outcomes" }, "passage.taken", "passage.dropped"),
    ...events(
      { seenBy: "staff", timeline: null },
      "code.added",
      "code.changed",
      "code.merged",
      "passage.coded",
      "passage.coded_again",
    ),
    ...events({ seenBy: "staff", timeline: null }, "question_block.saved", "question_block.removed"),
  },
  finds: { consultation: { label: say("Consultations"), path: "consultations", forMembers: true } },
  undoes: ["reminders"],
  opensFiles: ["response"],
  streams: {
    consultations: {
      label: say("Consultation invitations and reminders"),
      why: say("You get this because a group you speak for was asked."),
    },
  },
  navigation: [
    { path: "consultations", label: say("Consultations"), for: "staff", under: "representation" },
    { path: "consultations", label: say("Our answers"), for: "members", place: 2 },
  ],
  hasJobs: true,
})
