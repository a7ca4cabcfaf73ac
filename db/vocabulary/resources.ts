import { say } from "../../lib/words"

/** What a resource is. */
export const RESOURCE_KINDS = {
  template: say("Template"),
  policy: say("Model policy"),
  form: say("Form"),
  checklist: say("Checklist"),
  leaflet: say("Leaflet"),
  recording: say("Recording"),
  website: say("Website"),
  other: say("Something else"),
} as const

/** Who can open a resource. */
export const RESOURCE_READERS = {
  public: say("Anyone, on your public page"),
  members: say("Your groups, when they’re signed in"),
  staff: say("Staff only"),
} as const
