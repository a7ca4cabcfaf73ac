import { Form } from "@/app/_ui/form"
import type { Start } from "@/lib/home/starting/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { loadExamplesForm, removeExamplesForm } from "../actions"

type Props = { lio: string } & Pick<Start, "examples" | "removal">

/** Example data: what comes in or goes, said before the button. */
export function Examples({ lio, examples, removal }: Props) {
  if (!examples.mayLoad && !removal) return null
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{say("Example data")}</h2>
      {removal ? <Removal lio={lio} {...removal} /> : <Offer lio={lio} />}
    </section>
  )
}

function Offer({ lio }: { lio: string }) {
  return (
    <>
      <p>
        {say(
          "Look round with 18 made-up groups and their people, the areas and themes they belong to, two months of sessions in your name with some tasks, five needs, a network, and an open consultation that some have answered. Nobody in it exists, no emails go to them and nobody can sign in as one of them. You can remove it all again.",
        )}
      </p>
      <Form
        action={loadExamplesForm}
        lio={lio}
        submit={say("Load example data")}
        kind="secondary"
        id="load"
      />
    </>
  )
}

/** What goes of each kind, in words. */
const KINDS: Record<string, (count: number) => string> = {
  groups: (count) => sayCount(count, { one: "{count} group", other: "{count} groups" }),
  people: (count) => sayCount(count, { one: "{count} person", other: "{count} people" }),
  sessions: (count) => sayCount(count, { one: "{count} session", other: "{count} sessions" }),
  tasks: (count) => sayCount(count, { one: "{count} task", other: "{count} tasks" }),
  needs: (count) => sayCount(count, { one: "{count} need", other: "{count} needs" }),
  networks: (count) => sayCount(count, { one: "{count} network", other: "{count} networks" }),
  topics: (count) => sayCount(count, { one: "{count} topic", other: "{count} topics" }),
  consultations: (count) => sayCount(count, { one: "{count} consultation", other: "{count} consultations" }),
  responses: (count) => sayCount(count, { one: "{count} answer", other: "{count} answers" }),
  areas: (count) => sayCount(count, { one: "{count} area", other: "{count} areas" }),
  terms: (count) => sayCount(count, { one: "{count} theme", other: "{count} themes" }),
}

function Removal({ lio, goes, stays }: { lio: string } & NonNullable<Start["removal"]>) {
  const going = Object.entries(KINDS).flatMap(([kind, said]) => (goes[kind] ? [said(goes[kind])] : []))
  return (
    <>
      <p>
        {say("What goes: {going} of the examples, with any changes you have made to them.", {
          going: inWords(going),
        })}
      </p>
      <p>{say("What stays: everything that you have added yourself, and your settings.")}</p>
      {stays.length > 0 ? (
        <>
          <p>
            {sayCount(stays.length, {
              one: "{count} of the examples stays too, because you’ve added something to it:",
              other: "{count} of the examples stay too, because you’ve added something to them:",
            })}
          </p>
          <ul>
            {stays.map(({ kind, id, name }) => (
              <li key={id}>
                <a href={`/${lio}/${kind}/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
          <p>
            {sayCount(stays.length, {
              one: "If you don’t want to keep it, remove what you’ve added first and then come back here.",
              other:
                "If you don’t want to keep them, remove what you’ve added first and then come back here.",
            })}
          </p>
        </>
      ) : null}
      <Form
        action={removeExamplesForm}
        lio={lio}
        submit={say("Remove the example data")}
        kind="danger"
        id="remove"
      />
    </>
  )
}
