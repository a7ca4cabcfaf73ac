import { z } from "zod"
import { addressMaybe, wordsMaybe } from "../../input"
import { type KeepOrRecord, keepOrRecordInput } from "../../sessions/form/input"
import { say } from "../../words"

/** Somebody with an idea and no group yet, whom a session was with; null where there was nobody. */
const ideaInput = z
  .object({
    ideaName: wordsMaybe(200),
    ideaAbout: wordsMaybe(2000),
    ideaPhone: wordsMaybe(60),
    ideaEmail: addressMaybe(),
  })
  .transform(({ ideaName: name, ideaAbout: about, ideaPhone: phone, ideaEmail: email }, check) => {
    if (name && about) return { name, about, phone, email }
    if (!name && !about && !phone && !email) return null
    check.addIssue(
      name
        ? { code: "custom", path: ["ideaAbout"], message: say("Enter something about their idea") }
        : { code: "custom", path: ["ideaName"], message: say("Enter their name") },
    )
    return z.NEVER
  })
export type Idea = z.output<typeof ideaInput>

/** The form of a session: kept as a draft, or recorded, also with somebody who has an idea and no group yet. */
export const recordMeetingInput = z
  .looseObject({})
  .transform((sent, check): { form: KeepOrRecord; idea: Idea } => {
    const form = keepOrRecordInput.safeParse(sent)
    const idea = form.data?.draft ? { data: null, error: undefined } : ideaInput.safeParse(sent)
    for (const issue of [...(form.error?.issues ?? []), ...(idea.error?.issues ?? [])])
      check.addIssue({ ...issue, code: "custom" })
    return form.data && !idea.error ? { form: form.data, idea: idea.data ?? null } : z.NEVER
  })
export type RecordMeeting = z.output<typeof recordMeetingInput>
