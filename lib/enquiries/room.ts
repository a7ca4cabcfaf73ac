import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const enquiriesRoom = room({
  name: "enquiries",
  events: events(
    { seenBy: "staff", timeline: null },
    "enquiry.made",
    "enquiry.answered",
    "enquiry.reopened",
    "enquiry.tasked",
  ),
  undoes: ["enquiry"],
  navigation: [
    { path: "enquiries", label: say("Enquiries"), for: "staff", under: "development", counts: true },
  ],
  hasRetention: true,
})
