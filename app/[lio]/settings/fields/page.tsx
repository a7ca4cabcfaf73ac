import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Tag } from "@/app/_ui/tag"
import { FIELD_KINDS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { FOR_GROUPS } from "@/lib/fields/input"
import { mayKeepFields } from "@/lib/fields/policy"
import { type KeptField, listKeptFields } from "@/lib/fields/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { moveFieldForm } from "./actions"

/** The questions an LIO asks of its groups besides the usual ones. */
export default async function Fields(props: PageProps) {
  const [frame, fields] = await visit(props, (ctx) => {
    ensure(mayKeepFields(ctx.actor), say("Only a manager can change this."))
    return listKeptFields(ctx)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/fields`
  const inUse = fields.filter(({ retiredAt }) => retiredAt === null)
  return (
    <Frame {...frame} title={say("Your own questions")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <div className="title-row">
        <h1>{say("Your own questions")}</h1>
        {fields.length > 0 ? <ButtonLink href={`${at}/new`}>{say("Add a question")}</ButtonLink> : null}
      </div>
      <p>
        {say(
          "What you want to know of groups besides what Trellis asks already. The answers are shown in each group’s details.",
        )}
      </p>
      {fields.length === 0 ? (
        <EmptyState
          drawing="files"
          title={say("No questions of your own yet")}
          action={<ButtonLink href={`${at}/new`}>{say("Add your first question")}</ButtonLink>}
        >
          {say(
            "For example when a group’s insurance runs out, or whether it has a hall that others may hire. Say of each question whether groups see it and may answer it themselves.",
          )}
        </EmptyState>
      ) : (
        <DataTable
          caption={say("Your own questions")}
          captionHidden
          rows={fields}
          rowKey={(field) => field.id}
          columns={[
            {
              key: "label",
              label: say("Question"),
              main: true,
              cell: (field) => (
                <>
                  <a href={`${at}/${field.id}`}>{field.label}</a>{" "}
                  {field.retiredAt ? <Tag>{say("Retired")}</Tag> : null}
                </>
              ),
            },
            { key: "kind", label: say("Answer"), cell: (field) => FIELD_KINDS[field.kind] },
            { key: "forGroups", label: say("Groups may"), cell: (field) => FOR_GROUPS[field.forGroups] },
            {
              key: "answered",
              label: say("Answered"),
              cell: (field) => sayCount(field.answered, { one: "{count} group", other: "{count} groups" }),
            },
            {
              key: "move",
              label: say("Order"),
              cell: (field) => (field.retiredAt ? "" : <Move lio={lio} field={field} asked={inUse} />),
            },
          ]}
        />
      )}
    </Frame>
  )
}

function Move({ lio, field, asked }: { lio: string; field: KeptField; asked: KeptField[] }) {
  const ways = [
    ["up", say("Up"), asked[0]?.id !== field.id],
    ["down", say("Down"), asked.at(-1)?.id !== field.id],
  ] as const
  return (
    <Form action={moveFieldForm} lio={lio} submit={null} id={`move-${field.id}`} className="m-0 flex gap-2">
      <input type="hidden" name="id" value={field.id} />
      {ways.map(([way, label, can]) =>
        can ? (
          <SubmitButton key={way} kind="plain" name="way" value={way}>
            {label}
            <span className="sr-only">: {field.label}</span>
          </SubmitButton>
        ) : null,
      )}
    </Form>
  )
}
