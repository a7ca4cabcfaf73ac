import { daysAfter, monthsBefore } from "../../days"
import { say } from "../../words"
import { dateRead, poundsSaid } from "./amounts"
import { yesOrNo } from "./cells"
import type { ReadingContext } from "./context"
import { stageSaid } from "./kinds"
import type { Reading } from "./reading"

/** What a row says of a membership. `paidOn` true: it was paid, on a day that is not said. Money in pence. */
export type DraftPeriod = {
  typeId: string | null
  startsOn: string | null
  endsOn: string | null
  paidOn: string | true | null
  feePence: number | null
}

const plain = (text: string) => text.toLowerCase().replace(/\bmember(ship)?s?\b|[^\p{L}\p{N}]+/gu, "")

const noFee = (text: string) =>
  say("“{text}” isn’t yes or no, a date or an amount.", { text: text.slice(0, 60) })

/** Who joined long ago and is a member until a day has been one for many periods: the last of them, of a year, is meant. */
function lastYear(joinedOn: string | null, endsOn: string | null) {
  if (!joinedOn || !endsOn) return joinedOn
  const begins = daysAfter(monthsBefore(endsOn, 12), 1)
  return joinedOn > begins ? joinedOn : begins
}

/** The period of membership in a row; null when it says nothing of one. */
export function periodIn(
  { words, read, readWord, wrong, has }: Reading,
  { kinds, on }: ReadingContext,
  joinedOn: string | null,
): DraftPeriod | null {
  if (!has("membershipKind") && !has("membershipStart") && !has("membershipEnd") && !has("feePaid"))
    return null
  const kind = words("membershipKind")
  const named = kinds.find(
    ({ name }) => name.toLowerCase() === kind.toLowerCase() || plain(name) === plain(kind),
  )
  // "Member" under "Membership type" is a stage, where no kind is called so.
  const typeId =
    named || !kind || (stageSaid(kind) && kinds.length < 2)
      ? (named?.id ?? null)
      : readWord(
          "membershipKind",
          () => null,
          kinds.map(({ id, name }) => [id, name]),
          (text) => say("“{text}” is no kind of membership that you keep.", { text }),
        )
  const startsOn = read("membershipStart", (text) => dateRead(text, { on }))
  const endsOn = read("membershipEnd", (text) => dateRead(text, { on }))
  const fee = words("feePaid")
  const yes = fee ? yesOrNo(fee) : null
  const amount = fee && yes === null ? poundsSaid(fee) : null
  const paidOn =
    yes === true || (amount ?? 0) > 0
      ? true
      : fee && yes === null && amount === null
        ? read("feePaid", (text) =>
            /\d/.test(text) ? dateRead(text, { on, past: true }) : { value: null, note: noFee(text) },
          )
        : null
  const first = typeId ?? startsOn ?? endsOn ?? paidOn
  if (first === null) return null
  if (kinds.length === 0) {
    wrong(
      has("membershipEnd") ? "membershipEnd" : has("membershipKind") ? "membershipKind" : "membershipStart",
      say("You keep no kinds of membership yet, so this was left out. Add them under Memberships first."),
    )
    return null
  }
  const begins = startsOn ?? lastYear(joinedOn, endsOn)
  if (begins && endsOn && endsOn < begins) {
    wrong("membershipEnd", say("This is before the first day of the membership, so it was left out."))
    return { typeId, startsOn: begins, endsOn: null, paidOn, feePence: amount }
  }
  return { typeId, startsOn: begins, endsOn, paidOn, feePence: amount }
}
