import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const enquiriesRoom = room({
  name: "enquiries",
  timeline: { enquiries: { label: say("Enquiry"), icon: "step" } },
  events: events(
    { seenBy: "staff", timeline: "enquiries" },
    "enquiry.made",
    "enquiry.answered",
    "enquiry.reopened",
    "enquiry.tasked",
    "enquiry.entered",
    "enquiry.changed",
    "enquiry.ended",
    "enquiry.begun",
    "enquiry.step_done",
    "enquiry.step_opened",
    "enquiry.step_changed",
    "enquiry.step_added",
    "enquiry.became",
    "pathway.added",
    "pathway.changed",
    "pathway.retired",
    "pathway.shared",
    "pathway.unshared",
  ),
  opensFiles: ["enquiry"],
  finds: { enquiry: { label: say("Enquiries"), path: "enquiries" } },
  undoes: ["enquiry"],
  navigation: [
    { path: "enquiries", label: say("Enquiries"), for: "staff", under: "development", counts: true },
  ],
  hasRetention: true,
})
