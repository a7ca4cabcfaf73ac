import { ASK_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import { formatDate, formatMoment, percent, say, sayCount } from "../../words"
import type { Asked, PrintedAsk, PrintedQuote } from "../paper"
import type { Removed, Reply } from "./queries"

/** What stands where a quotation was. */
export function removedInWords({ on, why }: Removed): string {
  if (why === "stopped") return say("[A quotation was removed here because the consultation was stopped]")
  return on
    ? say("[A quotation was removed here on {day} because the group withdrew its consent]", {
        day: formatDate(on),
      })
    : say("[A quotation was removed here because the group withdrew its consent]")
}

/** Whose words they are, and what they answer. */
export function sourceOf({ by, question, on }: PrintedQuote): string {
  const who = by ?? say("A group that answered")
  if (!question) return who
  return on
    ? say("{who}, in answer to “{question}”, {day}", { who, question, day: formatDate(on) })
    : say("{who}, in answer to “{question}”", { who, question })
}

/** How many groups were asked and answered, and whether that is final. */
export function askedInWords(asked: Asked): string {
  const first = sayCount(
    asked.asked,
    { one: "{count} group was asked in “{title}”.", other: "{count} groups were asked in “{title}”." },
    { title: asked.title },
  )
  const values = { answered: asked.answered, share: percent(asked.answered, asked.asked) }
  const then = asked.openUntil
    ? say(
        "{answered} had answered when this was published ({share}). It was still open then, until {openUntil}, so these numbers aren’t final.",
        { ...values, openUntil: formatMoment(asked.openUntil) },
      )
    : say("{answered} answered ({share}).", values)
  return `${first} ${then}`
}

/** From how many groups the words behind an ask were chosen, where that may be told; nothing where none are. */
export function chosenInWords(ask: PrintedAsk): string | null {
  if (ask.groups === 0) return null
  const chosen =
    ask.groups === null
      ? say("This rests on passages that we chose from the answers.")
      : ask.pinned?.length === 1
        ? say("This rests on a passage that we chose from one group’s answer.")
        : sayCount(ask.groups, {
            one: "This rests on passages that we chose from the answers of {count} group.",
            other: "This rests on passages that we chose from the answers of {count} groups.",
          })
  return ask.evidence.length > 0 ? `${chosen} ${say("In their words, quoted with their agreement:")}` : chosen
}

/** What stands before the counts of those who said the same. */
export const sameHeading = () =>
  say(
    "How many groups said the same. We sorted what they wrote under these headings, and counted each group once:",
  )

/** Who should do what is asked, with what and by when. */
export const detailsOf = ({ byWhom, withWhat, byWhen }: PrintedAsk): string[] =>
  [
    byWhom ? say("Who: {who}", { who: byWhom }) : null,
    withWhat ? say("With what: {what}", { what: withWhat }) : null,
    byWhen ? say("By when: {when}", { when: byWhen }) : null,
  ].filter((one) => one !== null)

/** What the body said to an ask so far, a line each. */
export function replyInWords(body: string, reply: Reply | null): string[] {
  if (!reply) return []
  const { repliedOn, acknowledgedOn, promise } = reply
  const said = reply.reply ? ASK_REPLIES[reply.reply] : null
  const on = repliedOn ?? acknowledgedOn
  const values = { body, said: said ?? "", day: on ? formatDate(on) : "" }
  return [
    said && repliedOn ? say("{body}: {said} ({day})", values) : null,
    said && !repliedOn ? say("{body}: {said}", values) : null,
    !said && acknowledgedOn ? say("{body} acknowledged this on {day}.", values) : null,
    reply.replyText,
    promise ? say("Promised by {by}, due {on}.", { by: promise.by, on: formatDate(promise.on) }) : null,
    promise?.ending ? say("Promise: {ending}", { ending: PROMISE_ENDINGS[promise.ending] }) : null,
    reply.outcome ? say("What happened: {outcome}", { outcome: reply.outcome }) : null,
  ].filter((one) => one !== null)
}
