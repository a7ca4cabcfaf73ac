import type { FrameData } from "@/app/_http/visit"
import { keys } from "@/db/vocabulary"
import { answerName, type Field } from "@/lib/fields/input"
import { type Missing, partOf } from "@/lib/groups/details/words"
import type { Group } from "@/lib/groups/queries"
import { isOfSize } from "@/lib/groups/sizes/input"
import { say, sayCount } from "@/lib/words"
import { LongForm } from "../../../_parts/long-form"
import { Version } from "../../_parts/version"
import { fillInForm } from "../../actions"
import { AnswerField } from "./answer-fields"
import type { Lists } from "./list-fields"
import { PartFields } from "./part-fields"
import { SECTIONS } from "./sections"

type Props = {
  frame: FrameData
  group: Group
  missing: Missing[]
  lists: Lists
  fields: Field[]
  /** It was asked for by its address. */
  open: boolean
}

/** One line that says how much of a group isn’t known, and opens into one form for all of it. */
export function FillIn({ frame, group, missing, lists, fields, open }: Props) {
  if (missing.length === 0) return null
  const asked = new Set(missing)
  if (missing.some(isOfSize) && !group.sizesAsAt) asked.add("sizesAsAt")
  const questions = fields.filter(({ id }) => asked.has(answerName(id)))
  const parts = keys(SECTIONS).filter((part) => missing.some((name) => partOf(name) === part))
  return (
    <LongForm
      fold={sayCount(missing.length, {
        one: "{count} fact missing: fill in",
        other: "{count} facts missing: fill in",
      })}
      folded={{ id: "missing", className: "fold mb-4", open }}
      frame={frame}
      action={fillInForm}
      id="fill"
      submit={say("Save what you’ve filled in")}
      className="parts"
      values={{ version: group.version }}
    >
      <input type="hidden" name="id" value={group.id} />
      <Version />
      <p className="hint">{say("Leave empty what you don’t know.")}</p>
      {parts.map((part) => (
        <fieldset key={part} className="part-fields">
          <legend className="part-title">{SECTIONS[part].title}</legend>
          <PartFields part={part} lists={lists} only={(field) => asked.has(field)} />
        </fieldset>
      ))}
      {questions.length > 0 ? (
        <fieldset className="part-fields">
          <legend className="part-title">{say("Your own questions")}</legend>
          {questions.map((field) => (
            <AnswerField key={field.id} field={field} answers={{}} />
          ))}
        </fieldset>
      ) : null}
    </LongForm>
  )
}
