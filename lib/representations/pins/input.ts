import { z } from "zod"
import { keys, PIN_KINDS, SESSION_KINDS } from "@/db/vocabulary"
import { choiceMaybe, dateMaybe, idMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"

/** What is pinned behind a paragraph or an ask. Which fields count follows from its kind. */
export const addPinInput = z
  .object({
    askId: idMaybe(),
    partId: idMaybe(),
    sentence: wordsMaybe(1000),
    kind: z.enum(keys(PIN_KINDS), { error: say("Choose what to pin") }),
    passageId: idMaybe(),
    questionId: idMaybe(),
    needId: idMaybe(),
    topicId: idMaybe(),
    sessionKind: choiceMaybe(keys(SESSION_KINDS)),
    fromDay: dateMaybe(),
    untilDay: dateMaybe(),
    title: wordsMaybe(300),
    figure: wordsMaybe(100),
    source: wordsMaybe(300),
    on: dateMaybe(),
    website: wordsMaybe(500),
  })
  .refine(({ askId, partId }) => Boolean(askId) !== Boolean(partId), {
    path: ["kind"],
    error: say("Choose where to pin it"),
  })
export type AddPin = Pick<z.output<typeof addPinInput>, "kind"> & Partial<z.output<typeof addPinInput>>

/** What is still missing of a pin of its kind. */
export function missingIn(pin: AddPin): { field: string; words: string } | null {
  const needs = (field: keyof AddPin, words: string) => (pin[field] ? null : { field, words })
  if (pin.kind === "passage") return needs("passageId", say("Choose a passage"))
  if (pin.kind === "question") return needs("questionId", say("Choose a question"))
  if (pin.kind === "need") return needs("needId", say("Choose a need"))
  if (pin.kind === "topic") return needs("topicId", say("Choose a topic"))
  if (pin.kind === "sessions")
    return needs("fromDay", say("Enter the first day")) ?? needs("untilDay", say("Enter the last day"))
  return (
    needs("title", say("Enter what it measures")) ??
    needs("figure", say("Enter the figure")) ??
    needs("source", say("Enter who published it")) ??
    needs("on", say("Enter the date that it’s for")) ??
    needs("website", say("Enter the web address where it’s published: https://…")) ??
    (/^https?:\/\/\S+$/.test(pin.website ?? "")
      ? null
      : { field: "website", words: say("Enter a full web address, beginning with https://") })
  )
}

/** A pin to take off. */
export const pinIdInput = z.object({ id: z.uuid() })
