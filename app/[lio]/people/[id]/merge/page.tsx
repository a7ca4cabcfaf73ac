import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SearchBox } from "@/app/_ui/search-box"
import { CHANNELS } from "@/db/vocabulary"
import { readTwoPeople, type TwoPeople } from "@/lib/duplicates/people/queries"
import { ensure } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { peopleList } from "@/lib/people/filters"
import { mayKeepPeople } from "@/lib/people/policy"
import { getPerson, listPeople } from "@/lib/people/queries"
import { inWords, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { mergePeopleForm } from "../../actions"

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const LABELS = {
  name: "Name",
  email: say("Email"),
  phone: say("Phone"),
  channel: say("Best reached by"),
  about: say("Notes"),
}

/** Makes one person of two records: first which, then whose word counts. */
export default async function MergePerson(props: PageProps) {
  const [frame, { person, two, q, found }] = await visit(props, async (ctx, query, { id = "" }) => {
    ensure(mayKeepPeople(ctx.actor), say("Only staff can merge people."))
    const person = await getPerson(ctx, id)
    const other = typeof query.with === "string" && UUID.test(query.with) ? query.with : null
    const q = typeof query.q === "string" ? query.q.replaceAll("\0", "").trim().slice(0, 200) : person.name
    const { rows } = other ? { rows: [] } : await listPeople(ctx, readList(peopleList, { q }))
    return {
      person,
      two: other && other !== id ? await readTwoPeople(ctx, id, other) : null,
      q,
      found: rows.filter((row) => row.id !== id).slice(0, 20),
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/people/${person.id}`
  return (
    <Frame {...frame} title={say("Merge {person}", { person: person.name })} at="people">
      <BackLink href={at}>{person.name}</BackLink>
      {two ? (
        <Choose lio={lio} two={two} />
      ) : (
        <>
          <h1>{say("Is {person} listed twice?", { person: person.name })}</h1>
          <p>{say("Find the other entry for the same person by name or email.")}</p>
          <SearchBox
            action={`${at}/merge`}
            label={say("Name or email of the other entry")}
            value={q}
            id="other"
          />
          <ul className="mt-4" aria-label={say("People found")}>
            {found.map((row) => (
              <li key={row.id} className="py-2">
                <a href={`${at}/merge?with=${row.id}`}>{row.name}</a>{" "}
                <span className="text-soft">{[row.email, row.groups].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <p role="status">{say("Nobody else is called anything like “{q}”.", { q })}</p>
          ) : null}
        </>
      )}
    </Frame>
  )
}

function Choose({ lio, two: { kept, gone, differences } }: { lio: string; two: TwoPeople }) {
  const shown = (fact: keyof typeof LABELS, value: string | null) =>
    value === null ? (
      <span className="text-soft">{say("Not known")}</span>
    ) : fact === "channel" ? (
      CHANNELS[value as keyof typeof CHANNELS]
    ) : (
      value
    )
  const groupsOf = ({ roles }: TwoPeople["kept"]) => [...new Set(roles.map(({ group }) => group))]
  const inGroups = (person: TwoPeople["kept"]) =>
    groupsOf(person).length > 0
      ? say("in {groups}", { groups: inWords(groupsOf(person)) })
      : say("in no group")
  return (
    <>
      <h1>{say("Are these the same person?")}</h1>
      <p>
        {sayRich(
          "{kept} ({keptIn}) stays. {gone} ({goneIn}) is merged into it, with every role, session and email. <link>Keep the other one instead</link>",
          {
            kept: <strong>{kept.name}</strong>,
            keptIn: inGroups(kept),
            gone: <strong>{gone.name}</strong>,
            goneIn: inGroups(gone),
            link: (text) => <a href={`/${lio}/people/${gone.id}/merge?with=${kept.id}`}>{text}</a>,
          },
        )}
      </p>
      <p>{say("You can undo this at any time.")}</p>
      <Form
        action={mergePeopleForm}
        lio={lio}
        submit={say("Merge these two")}
        secondary={<a href={`/${lio}/people/duplicates`}>{say("Cancel")}</a>}
        values={Object.fromEntries(differences.map(({ fact, usual }) => [fact, usual]))}
      >
        <input type="hidden" name="keptId" value={kept.id} />
        <input type="hidden" name="goneId" value={gone.id} />
        <div className="grid max-w-5xl gap-x-8 md:grid-cols-2">
          {differences.map(({ fact, kept: ours, gone: theirs }) => (
            <Radios
              key={fact}
              name={fact}
              legend={LABELS[fact]}
              options={[
                { value: "kept", label: shown(fact, ours) },
                { value: "gone", label: shown(fact, theirs) },
              ]}
            />
          ))}
        </div>
      </Form>
    </>
  )
}
