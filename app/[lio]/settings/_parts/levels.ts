import { say } from "@/lib/words"

/** What somebody on the staff may do, to choose from. */
export const LEVEL_OPTIONS = [
  { value: "worker", label: say("Worker"), hint: say("Keeps groups, sessions, networks and consultations") },
  {
    value: "viewer",
    label: say("Viewer"),
    hint: say("Reads everything and changes nothing: a trustee, for example"),
  },
  { value: "manager", label: say("Manager"), hint: say("May do everything, and invites staff") },
]
