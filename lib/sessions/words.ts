import { SESSION_KINDS } from "@/db/vocabulary"
import { formatDate, formatMinutes, inWords, say, shortened } from "../words"

/** Names as a sentence has them: "A, B and C"; from four on "A, B and 2 others". */
export const namesInWords = (names: string[]) =>
  inWords(
    names.length > 3 ? [...names.slice(0, 2), say("{names} others", { names: names.length - 2 })] : names,
  )

/** What a session is called: "Phone call, 4 June 2026". */
export const titleOf = ({ kind, on }: { kind: keyof typeof SESSION_KINDS; on: string }) =>
  say("{kind}, {day}", { kind: SESSION_KINDS[kind], day: formatDate(on) })

/** A session in one line of a timeline: "Phone call, 30 minutes, on 4 June 2026: talked about …". */
export function sessionInWords(
  session: { kind: keyof typeof SESSION_KINDS; minutes: number; on: string; note: string },
  today: string,
) {
  const said = {
    kind: SESSION_KINDS[session.kind],
    length: formatMinutes(session.minutes),
    note: shortened(session.note, 240),
  }
  return session.on === today
    ? say("{kind}, {length}: {note}", said)
    : say("{kind}, {length}, on {day}: {note}", { ...said, day: formatDate(session.on) })
}
