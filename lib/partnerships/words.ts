import { SEAT_HOLDERS } from "@/db/vocabulary"
import { whereIs } from "../tasks/words"
import { inSentence, say } from "../words"

/** What somebody is on a board, in a sentence: "representative". */
export const holdsInWords = (holds: keyof typeof SEAT_HOLDERS) => inSentence(SEAT_HOLDERS[holds])

/** How the words of a task end that is about what a body promised at a meeting, as its report says. */
export const wherePromised = (meetingId: string) => whereIs(`board-meetings/${meetingId}/report#promises`)

/** For how long a seat is held at a time. */
export const termInWords = (months: number | null) =>
  months === null
    ? null
    : months % 12 === 0
      ? months === 12
        ? say("1 year")
        : say("{years} years", { years: months / 12 })
      : say("{months} months", { months })
