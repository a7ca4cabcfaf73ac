import { SESSION_KINDS } from "@/db/vocabulary"
import { formatDate, formatMinutes, inWords, say, shortened } from "../words"

/** Names as a sentence has them: "A, B and C"; from four on "A, B and 2 others". */
export const namesInWords = (names: string[]) =>
  inWords(
    names.length > 3 ? [...names.slice(0, 2), say("{names} others", { names: names.length - 2 })] : names,
  )

/** The usual kind of work, and what the LIO calls its own. */
type Kind = { kind: keyof typeof SESSION_KINDS; type: string | null }

/** What kind of work it was: as the LIO calls it, else the usual name. */
export const kindInWords = ({ kind, type }: Kind) => type ?? SESSION_KINDS[kind]

/** What a session is called: "Phone call, 4 June 2026". */
export const titleOf = (session: Kind & { on: string }) =>
  say("{kind}, {day}", { kind: kindInWords(session), day: formatDate(session.on) })

/** A session in one line of a timeline: "Phone call, 30 minutes, on 4 June 2026: talked about …". */
export function sessionInWords(session: Kind & { minutes: number; on: string; note: string }, today: string) {
  const said = {
    kind: kindInWords(session),
    length: formatMinutes(session.minutes),
    note: shortened(session.note, 240),
  }
  return session.on === today
    ? say("{kind}, {length}: {note}", said)
    : say("{kind}, {length}, on {day}: {note}", { ...said, day: formatDate(session.on) })
}
