import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DataTable } from "@/app/_ui/data-table"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { keys, TERM_LISTS } from "@/db/vocabulary"
import { listCategories } from "@/lib/classification/queries"
import { listKeptTerms } from "@/lib/word-lists/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { addTermForm } from "./actions"

const EMPTY: Record<keyof typeof TERM_LISTS, string> = {
  theme: say("What groups work on, like health, sport or the environment."),
  client_group: say("Whom groups are there for, like young people or carers."),
  service: say("What groups offer, like advice, a hot meal or a room to hire."),
  tag: say("Any other word by which you want to find groups again."),
}

/** The words an LIO describes its groups with. */
export default async function Lists(props: PageProps) {
  const [frame, { terms, meanings }] = await visit(props, async (ctx) => ({
    terms: await listKeptTerms(ctx),
    meanings: new Map(
      (await listCategories(ctx)).map(({ code, name }) => [code, `${name} (${code})`] as const),
    ),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/lists`
  return (
    <Frame {...frame} title={say("Your own lists")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Your own lists")}</h1>
      <p>
        {say(
          "The words you describe groups with. Choose a word to rename it, merge it with another, retire it, or say which UK-CAT category it belongs to.",
        )}
      </p>
      {keys(TERM_LISTS).map((list) => {
        const words = terms.filter((term) => term.list === list)
        return (
          <section key={list} className="mb-8">
            <h2>{TERM_LISTS[list]}</h2>
            {words.length === 0 ? (
              <p className="text-soft">{say("Nothing yet. {empty}", { empty: EMPTY[list] })}</p>
            ) : (
              <DataTable
                caption={TERM_LISTS[list]}
                captionHidden
                rows={words}
                rowKey={(term) => term.id}
                columns={[
                  {
                    key: "name",
                    label: say("Word"),
                    main: true,
                    cell: (term) => (
                      <>
                        <a href={`${at}/${term.id}`}>{term.name}</a>{" "}
                        {term.retiredAt ? <Tag>{say("Retired")}</Tag> : null}
                      </>
                    ),
                  },
                  {
                    key: "category",
                    label: say("Category"),
                    cell: (term) => (term.category ? (meanings.get(term.category) ?? term.category) : ""),
                  },
                  {
                    key: "groups",
                    label: say("Groups"),
                    number: true,
                    cell: (term) => (
                      <a href={`/${lio}/groups?term=${term.id}`}>
                        {sayCount(term.groups, { one: "{count} group", other: "{count} groups" })}
                        <span className="sr-only"> {say("with {term}", { term: term.name })}</span>
                      </a>
                    ),
                  },
                ]}
              />
            )}
          </section>
        )
      })}
      <h2>{say("Add a word")}</h2>
      <Form action={addTermForm} lio={lio} values={{ list: "theme" }} submit={say("Add this word")}>
        <Radios
          name="list"
          legend={say("To which list?")}
          options={keys(TERM_LISTS).map((list) => ({ value: list, label: TERM_LISTS[list] }))}
        />
        <TextField name="name" label={say("Word")} width="md" autoComplete="off" />
      </Form>
    </Frame>
  )
}
