import { Form } from "@/app/_ui/form"
import type { Start } from "@/lib/home/starting/queries"
import { byNumber, inWords, plural, say } from "@/lib/words"
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
          "Look round with 18 made-up groups and their people, the areas and themes they belong to, two months of sessions in your name with some tasks, and five needs. Nobody in it exists, no emails go to them and nobody can sign in as one of them. You can remove it all again.",
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

const KINDS: [kind: string, one: string, many?: string][] = [
  ["groups", "group"],
  ["people", "person", "people"],
  ["sessions", "session"],
  ["tasks", "task"],
  ["needs", "need"],
  ["areas", "area"],
  ["terms", "theme"],
]

function Removal({ lio, goes, stays }: { lio: string } & NonNullable<Start["removal"]>) {
  const going = KINDS.filter(([kind]) => goes[kind]).map(([kind, one, many]) =>
    plural(goes[kind] ?? 0, one, many),
  )
  return (
    <>
      <p>What goes: {inWords(going)} of the examples, with any changes you have made to them.</p>
      <p>{say("What stays: everything that you have added yourself, and your settings.")}</p>
      {stays.length > 0 ? (
        <>
          <p>
            {plural(stays.length, "example group")} {byNumber(stays.length, "stays", "stay")} too, because
            you’ve added something to {byNumber(stays.length, "it", "them")}:
          </p>
          <ul>
            {stays.map(({ id, name }) => (
              <li key={id}>
                <a href={`/${lio}/groups/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
          <p>
            If you don’t want to keep {byNumber(stays.length, "it", "them")}, remove what you’ve added first
            and then come back here.
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
