import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { RowFields } from "@/app/_ui/row-fields"
import { rowValues } from "@/app/_ui/rows"
import { keys, MEMBERSHIP_STANDINGS, ROLES, SECTORS, STAGES } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { answerName } from "@/lib/fields/input"
import { listFields } from "@/lib/fields/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { listAreas, listTerms } from "@/lib/groups/queries"
import { MOST_CONTACTS } from "@/lib/groups/roles/input"
import { hasTypes } from "@/lib/membership-status/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { AnswerField } from "../[id]/_parts/answer-fields"
import { PartFields } from "../[id]/_parts/part-fields"
import { SECTIONS } from "../[id]/_parts/sections"
import { addGroupForm } from "../actions"
import { NewName } from "./new-name"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const CONTACT = [
  { name: "name", label: say("Name") },
  { name: "role", label: say("What are they in the group?"), options: options(ROLES) },
  { name: "email", label: say("Email"), type: "email" },
  { name: "phone", label: say("Phone"), type: "tel" },
] as const
const NOBODY = rowValues("contacts", [], { name: "", role: "", email: "", phone: "" }, 1)
/** What the page asks for before it is opened further. */
const FIRST = new Set(["name", "about", "email", "phone", "website", "postcode", "sector"])

const textOf = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.replaceAll("\0", "").trim().slice(0, 300) : ""

export default async function AddGroup(props: PageProps) {
  const [frame, { name, kinds, lists, fields }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can add a group."))
    const [kinds, areas, terms, fields] = await Promise.all([
      hasTypes(ctx),
      listAreas(ctx),
      listTerms(ctx),
      listFields(ctx),
    ])
    return { name: textOf(query.name), kinds, fields, lists: { areas, terms, fitting: [] } }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add a group")} at="groups">
      <BackLink href={`/${lio}/groups`}>{say("Groups")}</BackLink>
      <h1>{say("Add a group")}</h1>
      <LongForm
        action={addGroupForm}
        frame={frame}
        submit={say("Add the group")}
        values={{ name, stage: "enquiry", sector: "voluntary", ...NOBODY }}
        secondary={<a href={`/${lio}/groups`}>{say("Cancel")}</a>}
      >
        <p className="hint">{say("The name is enough. You can add the rest now or later.")}</p>
        <div className="part-fields">
          <NewName lio={lio} />
          <TextField name="postcode" label={say("Postcode")} width="sm" optional />
          <TextField name="email" label={say("Email")} type="email" optional />
          <TextField name="phone" label={say("Phone")} type="tel" width="sm" optional />
          <TextField name="website" label={say("Website")} type="url" optional />
          <TextArea name="about" label={say("What they do")} optional />
          <Radios
            name="stage"
            legend={say("Stage")}
            hint={
              kinds ? say("A member? Add the group first, then begin its membership on its page.") : undefined
            }
            options={options(STAGES).filter(
              ({ value }) => value !== "closed" && !(kinds && value in MEMBERSHIP_STANDINGS),
            )}
          />
          <Radios name="sector" legend={say("Sector")} options={options(SECTORS)} />
        </div>
        <RowFields
          name="contacts"
          legend={say("Who do you know there?")}
          hint={say("The first is the main contact. You say on the group’s page who may speak for it.")}
          one="person"
          parts={CONTACT}
          most={MOST_CONTACTS}
          optional
        />
        <details className="fold mb-6">
          <summary>{say("Everything else: numbers, size, areas, themes, your own questions")}</summary>
          <div className="parts">
            {keys(SECTIONS).map((part) => (
              <fieldset key={part} className="part-fields">
                <legend className="part-title">{SECTIONS[part].title}</legend>
                <PartFields part={part} lists={lists} only={(field) => !FIRST.has(field)} />
              </fieldset>
            ))}
            {fields.length > 0 ? (
              <fieldset className="part-fields">
                <legend className="part-title">{say("Your own questions")}</legend>
                {fields.map((field) => (
                  <AnswerField key={answerName(field.id)} field={field} answers={{}} />
                ))}
              </fieldset>
            ) : null}
          </div>
        </details>
      </LongForm>
    </Frame>
  )
}
