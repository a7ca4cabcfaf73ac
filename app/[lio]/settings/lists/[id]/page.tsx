import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { TERM_LISTS } from "@/db/vocabulary"
import { listCategories, reader } from "@/lib/classification/queries"
import { asSeen } from "@/lib/seen"
import { getTerm, listKeptTerms } from "@/lib/word-lists/queries"
import { say } from "@/lib/words"
import { sayRichCount } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { Seen } from "../../../_parts/seen"
import { meanTermForm, offerTermForm, renameTermForm, retireTermForm, showTermForm } from "../actions"

/** One word of the LIO's lists: to rename, to merge, to retire, to bring back. */
export default async function ChangeTerm(props: PageProps) {
  const [frame, { term, others, categories, fitting }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const term = await getTerm(ctx, id)
      const others = (await listKeptTerms(ctx)).filter((one) => one.list === term.list && one.id !== id)
      const categories = await listCategories(ctx)
      return { term, others, categories, fitting: (await reader(ctx)).suggest(term.name) }
    },
  )
  const lio = frame.lio.slug
  const back = `/${lio}/settings/lists`
  if (term.mergedIntoId) redirect(`${back}/${term.mergedIntoId}`)
  const { id, name, retiredAt } = term
  return (
    <Frame {...frame} title={name} at="settings">
      <BackLink href={back}>{say("Your own lists")}</BackLink>
      <h1>{name}</h1>
      <p>
        {sayRichCount(
          term.groups,
          {
            one: "On the list “{termLists}”. <link>{count} group</link> has it.",
            other: "On the list “{termLists}”. <link>{count} groups</link> have it.",
          },
          {
            termLists: TERM_LISTS[term.list],
            link: (text) => <a href={`/${lio}/groups?term=${id}`}>{text}</a>,
          },
        )}
      </p>
      <h2>{say("Rename it")}</h2>
      <Form
        action={renameTermForm}
        lio={lio}
        id="rename"
        values={{ name, seen: asSeen({ name }) }}
        submit={say("Rename")}
      >
        <input type="hidden" name="id" value={id} />
        <Seen />
        <TextField
          name="name"
          label={say("Word")}
          hint={say("It changes on every group that has it.")}
          width="md"
        />
      </Form>
      {term.list === "tag" ? (
        <>
          <h2>{say("Who can see it?")}</h2>
          <p>
            {term.shownAt
              ? say("Staff, and the people of the groups that have this tag.")
              : say("Staff only. Groups don’t see which tags you give them, unless you say so here.")}
          </p>
          <Form
            action={showTermForm}
            lio={lio}
            id="show"
            kind="secondary"
            submit={term.shownAt ? say("Keep it for staff") : say("Show it to groups")}
          >
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="shown" value={term.shownAt ? "no" : "yes"} />
          </Form>
        </>
      ) : null}
      <h2>{say("What it means")}</h2>
      <p>
        {say(
          "Say which category of UK-CAT, the classification of UK charities, this word stands for. Groups that write about such things are then marked as “may fit”, and your files and open data name the category. No group gets a word by itself.",
        )}
      </p>
      <Form
        action={meanTermForm}
        lio={lio}
        id="mean"
        kind="secondary"
        values={{ category: term.category ?? "" }}
        submit={say("Save what it means")}
      >
        <input type="hidden" name="id" value={id} />
        <Select
          name="category"
          label={say("Category")}
          empty={say("None")}
          options={[
            ...fitting
              .filter(({ code }) => code !== term.category)
              .map(({ code, tag }) => ({ value: code, label: `${tag} (${code})`, group: say("May fit") })),
            ...categories
              .filter(({ code }) => code === term.category || !fitting.some((one) => one.code === code))
              .map(({ code, name, category }) => ({
                value: code,
                label: `${name} (${code})`,
                group: category,
              })),
          ]}
        />
      </Form>
      {others.length > 0 ? (
        <>
          <h2>{say("Merge it with another")}</h2>
          <p>{say("All its groups get the other word. You see how many before anything happens.")}</p>
          <FieldsFrom values={{}}>
            <form action={`${back}/${id}/merge`} method="get">
              <Select
                name="into"
                label={say("Which word stays?")}
                options={others.map((one) => ({
                  value: one.id,
                  label: one.retiredAt ? say("{name} (retired)", { name: one.name }) : one.name,
                }))}
              />
              <SubmitButton kind="secondary">{say("See what would change")}</SubmitButton>
            </form>
          </FieldsFrom>
        </>
      ) : null}
      <h2>{retiredAt ? say("It is retired") : say("Retire it")}</h2>
      <p>
        {retiredAt
          ? say("Groups that have it keep it. Nobody can choose it for another group.")
          : say("Groups that have it keep it. Nobody can choose it any more, until you bring it back.")}
      </p>
      <Form
        action={retiredAt ? offerTermForm : retireTermForm}
        lio={lio}
        id="retire"
        kind="secondary"
        submit={retiredAt ? say("Bring it back") : say("Retire “{name}”", { name })}
      >
        <input type="hidden" name="id" value={id} />
      </Form>
    </Frame>
  )
}
