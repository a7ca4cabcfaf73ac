import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { type CodeEntry, getCodebook } from "@/lib/consultations/codebook/queries"
import { codeFinding } from "@/lib/consultations/codebook/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { ConsultationFrame } from "../../../_parts/consultation-frame"
import { addressOf } from "../../../_parts/paths"
import { addCodeForm, changeCodeForm, mergeCodesForm } from "./actions"

/** The code book: what each code means, how much stands under it and who put it there. */
export default async function Codebook(props: PageProps) {
  const [frame, { of, entries, heard, changes }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    ...(await getCodebook(ctx, id)),
  }))
  const lio = frame.lio.slug
  const { id } = of.consultation
  const at = addressOf(lio, id, "passages")
  return (
    <ConsultationFrame frame={frame} of={of} page="passages" title={say("Code book")}>
      <BackLink href={at}>{say("Reading")}</BackLink>
      <h2 className="mt-0">{say("Code book")}</h2>
      <p className="max-w-2xl">
        {say(
          "A code groups passages that say the same thing. Say what it covers and what it doesn’t, so that everybody uses it in the same way.",
        )}
      </p>
      {entries.length === 0 ? <p>{say("No codes yet.")}</p> : null}
      <ul className="list-none p-0">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            entries={entries}
            lio={lio}
            at={at}
            heard={heard}
            changes={changes}
          />
        ))}
      </ul>
      {changes ? (
        <Form
          action={addCodeForm}
          lio={lio}
          id="add"
          fold={say("Add a code")}
          submit={say("Add the code")}
          kind="secondary"
        >
          <HiddenField name="consultationId" value={id} />
          <Fields others={entries} />
        </Form>
      ) : null}
    </ConsultationFrame>
  )
}

function Fields({ others }: { others: CodeEntry[] }) {
  return (
    <>
      <TextField name="name" label={say("Code")} width="md" />
      <TextArea
        name="definition"
        label={say("What does it cover?")}
        hint={say("And what doesn’t it cover? An example of each helps.")}
        rows={3}
        optional
      />
      {others.length > 0 ? (
        <Select
          name="otherwiseId"
          label={say("Which code covers the opposite view?")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          empty={say("None")}
          optional
        />
      ) : null}
    </>
  )
}

type Props = {
  entry: CodeEntry
  entries: CodeEntry[]
  lio: string
  at: string
  heard: { asked: number; answered: number }
  changes: boolean
}

function Entry({ entry, entries, lio, at, heard, changes }: Props) {
  const { id, name, definition, passages, coders } = entry
  const others = entries.filter((one) => one.id !== id)
  return (
    <li className="card mb-4 max-w-3xl" id={id}>
      <h3 className="mt-0">{name}</h3>
      {definition ? <p className="whitespace-pre-line">{definition}</p> : null}
      <p className="mb-1">{codeFinding(entry, heard)}</p>
      <p className="text-soft">
        <a href={`${at}?code=${id}`}>
          {sayCount(passages, { one: "{count} passage", other: "{count} passages" })}
          <span className="sr-only">: {name}</span>
        </a>
        {coders.length > 0 ? `, ${say("coded by {coders}", { coders: inWords(coders) })}` : ""}
      </p>
      {changes ? (
        <Form
          action={changeCodeForm}
          lio={lio}
          id={`change-${id}`}
          fold={say("Change “{name}”", { name })}
          values={{ name, definition, otherwiseId: entry.otherwiseId }}
          submit={say("Save")}
          kind="secondary"
        >
          <HiddenField name="id" value={id} />
          <Fields others={others} />
        </Form>
      ) : null}
      {changes && others.length > 0 ? (
        <Form
          action={mergeCodesForm}
          lio={lio}
          id={`merge-${id}`}
          fold={say("Merge “{name}” into another", { name })}
          submit={say("Merge the codes")}
          kind="danger"
        >
          <p>{say("All its passages move to the other code, and this code is deleted.")}</p>
          <HiddenField name="id" value={id} />
          <Select
            name="intoId"
            label={say("Which code do you want to keep?")}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
            empty={say("Choose a code")}
          />
        </Form>
      ) : null}
    </li>
  )
}
