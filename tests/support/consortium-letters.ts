import type { LetterName, PropsOf } from "@/lib/email/letters"

const url = "/ribble/consortia"
const LONG = 'Cymdeithas Trigolion Llanfairpwllgwyngyll a’r Cylch <&> "Friends"'

/** What the letters of consortia may be given, one of every turn they take. */
export const CONSORTIUM_LETTERS = {
  "consortium-invitation": [{ group: LONG, by: LONG, title: LONG, url }],
  "consortium-let-in": [{ url }],
  "consortium-without": [
    { by: LONG, title: LONG, reason: LONG, url },
    { by: "Hob’s Mill Food Bank", title: "Friendly visits", reason: null, url },
  ],
} satisfies { [N in LetterName]?: PropsOf<N>[] }
