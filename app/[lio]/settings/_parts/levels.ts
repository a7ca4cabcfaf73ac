/** What somebody on the staff may do, to choose from. */
export const LEVEL_OPTIONS = [
  { value: "worker", label: "Worker", hint: "Keeps groups, sessions, networks and consultations" },
  {
    value: "viewer",
    label: "Viewer",
    hint: "Reads everything and changes nothing: a trustee, for example",
  },
  { value: "manager", label: "Manager", hint: "May do everything, and invites staff" },
]
