import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Select } from "@/app/_ui/choices"
import { DataTable } from "@/app/_ui/data-table"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { listKindsOffered, listSessionTypes } from "@/lib/sessions/types/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { addSessionTypeForm, offerKindsForm } from "./actions"

/** What an LIO calls its kinds of work: its own, and which of the usual ones it offers. */
export default async function SessionTypes(props: PageProps) {
  const [frame, { types, offered }] = await visit(props, async (ctx) => {
    ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change the kinds of work."))
    return { types: await listSessionTypes(ctx), offered: await listKindsOffered(ctx) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/session-types`
  return (
    <Frame {...frame} title={say("Kinds of work")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Kinds of work")}</h1>
      <p>{say("What you choose from when you record a session.")}</p>
      <h2>{say("Your own")}</h2>
      {types.length === 0 ? (
        <p className="text-soft">
          {say(
            "None yet. Add what you do often and want to count: a funding surgery, a drop-in, a DBS check.",
          )}
        </p>
      ) : (
        <DataTable
          caption={say("Your own kinds of work")}
          captionHidden
          rows={types}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: say("Kind of work"),
              main: true,
              cell: ({ id, name, retiredAt }) => (
                <>
                  <a href={`${at}/${id}`}>{name}</a> {retiredAt ? <Tag>{say("Not offered")}</Tag> : null}
                </>
              ),
            },
            { key: "kind", label: say("Closest usual kind"), cell: ({ kind }) => SESSION_KINDS[kind] },
            { key: "function", label: say("Counts for"), cell: (type) => FUNCTIONS[type.function] },
            {
              key: "sessions",
              label: say("Sessions"),
              number: true,
              cell: ({ id, name, sessions }) => (
                <a href={`/${lio}/sessions?whose=team&kind=${id}`}>
                  {sayCount(sessions, { one: "{count} session", other: "{count} sessions" })}
                  <span className="sr-only"> {say("of the kind {name}", { name })}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      <h3>{say("Add one")}</h3>
      <Form
        action={addSessionTypeForm}
        lio={lio}
        values={{ kind: "advice", function: "support" }}
        submit={say("Add this kind of work")}
        id="add"
      >
        <TextField name="name" label={say("What you call it")} width="md" autoComplete="off" />
        <Select
          name="kind"
          label={say("Closest usual kind")}
          hint={say(
            "It’s treated like that one. For example, one that’s closest to a phone call counts as ringing the group.",
          )}
          options={keys(SESSION_KINDS).map((kind) => ({ value: kind, label: SESSION_KINDS[kind] }))}
        />
        <Select
          name="function"
          label={say("Counts for")}
          hint={say(
            "Of the five functions of your organisation. You can choose another for a single session.",
          )}
          options={keys(FUNCTIONS).map((value) => ({ value, label: FUNCTIONS[value] }))}
        />
      </Form>
      <h2>{say("The usual ones")}</h2>
      <Form
        action={offerKindsForm}
        lio={lio}
        values={{ kinds: offered }}
        submit={say("Save")}
        kind="secondary"
        id="usual"
      >
        <Checkboxes
          name="kinds"
          legend={say("Which of the usual kinds do you want to choose from?")}
          hint={say("Sessions that already have one keep it.")}
          options={keys(SESSION_KINDS).map((kind) => ({ value: kind, label: SESSION_KINDS[kind] }))}
        />
      </Form>
    </Frame>
  )
}
