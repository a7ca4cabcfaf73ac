import { SESSION_KINDS } from "@/db/vocabulary"
import { formatDate, formatMinutes, inWords, say, shortened } from "../words"

/** Names as a sentence has them: "A, B and C"; from four on "A, B and 2 others". */
export const namesInWords = (names: string[]) =>
  inWords(
    names.length > 3 ? [...names.slice(0, 2), say("{names} others", { names: names.length - 2 })] : names,
  )

/** What a session is called: "Phone call, 4 June 2026". */
export const titleOf = ({ kind, on }: { kind: keyof typeof SESSION_KINDS; on: string }) =>
  `${SESSION_KINDS[kind]}, ${formatDate(on)}`

/** A session in one line of a timeline: "Phone call, 30 minutes, on 4 June 2026: talked about …". */
export function sessionInWords(
  session: { kind: keyof typeof SESSION_KINDS; minutes: number; on: string; note: string },
  today: string,
) {
  const when = session.on === today ? "" : say(", on {on}", { on: formatDate(session.on) })
  return `${SESSION_KINDS[session.kind]}, ${formatMinutes(session.minutes)}${when}: ${shortened(session.note, 240)}`
}
