/** What a timeline may be narrowed to: word in the address → label, how the kinds of event begin, and whether only staff see them. */
export const TIMELINE_KINDS = {
  sessions: { label: "Sessions", begins: ["session."], staffOnly: true },
  steps: { label: "Next steps", begins: ["task."], staffOnly: true },
  answers: {
    label: "Consultations",
    begins: ["consultation.", "response.", "invitation."],
    staffOnly: false,
  },
  outcomes: {
    label: "Outcomes",
    begins: ["representation.", "ask.", "loop.", "need.", "passage."],
    staffOnly: false,
  },
  networks: { label: "Networks", begins: ["network.", "topic.", "post."], staffOnly: false },
  letters: { label: "Emails", begins: ["letter.", "email.", "chase."], staffOnly: true },
  membership: { label: "Membership", begins: ["membership."], staffOnly: false },
  changes: { label: "Changes", begins: ["group.", "person.", "role.", "answer."], staffOnly: false },
} as const
export type TimelineKind = keyof typeof TIMELINE_KINDS

/** Which part of a timeline: of one kind or all, older than a place in it. */
export type TimelinePlace = { kind?: TimelineKind; before?: { at: Date; id: string } }

const PLACE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const one = (said: string | string[] | undefined) => (Array.isArray(said) ? said[0] : said) ?? ""

/** Reads the place out of an address; what makes no sense is left out. */
export function timelinePlace(query: Record<string, string | string[] | undefined>): TimelinePlace {
  const kind = one(query.kind)
  const [, at, id] = PLACE.exec(one(query.before)) ?? []
  return {
    kind: kind in TIMELINE_KINDS ? (kind as TimelineKind) : undefined,
    before: at && id ? { at: new Date(Number(at)), id } : undefined,
  }
}

/** A place in the timeline as it stands in an address. */
export const placeWord = (place: { at: Date; id: string }) => `${place.at.getTime()}.${place.id}`
