import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { RuleBroken } from "@/lib/errors"
import { mergeTermInput } from "@/lib/word-lists/input"
import { getTerm, previewMerge } from "@/lib/word-lists/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../../_parts/frame"
import { mergeTermForm } from "../../actions"

/** What merging two words would do, before it is done. */
export default async function MergeTerms(props: PageProps) {
  const [frame, found] = await visit(props, async (ctx, query, { id = "" }) => {
    const term = await getTerm(ctx, id)
    const parsed = mergeTermInput.safeParse({ id, into: query.into })
    if (!parsed.success) return { term, into: null, counts: null }
    const into = await getTerm(ctx, parsed.data.into)
    if (into.list !== term.list || into.id === id)
      throw new RuleBroken(say("Choose another word from the list."))
    return { term, into, counts: await previewMerge(ctx, parsed.data) }
  })
  const { term, into, counts } = found
  const lio = frame.lio.slug
  const back = `/${lio}/settings/lists/${term.id}`
  if (!into || !counts)
    return (
      <Frame {...frame} title={say("Merge {term}", { term: term.name })} at="settings">
        <BackLink href={back}>{term.name}</BackLink>
        <h1>{say("Merge “{term}”", { term: term.name })}</h1>
        <p>
          {sayRich("Choose the word that stays <link>on its page</link> first.", {
            link: (text) => <a href={back}>{text}</a>,
          })}
        </p>
      </Frame>
    )
  const { groups, both, needs } = counts
  return (
    <Frame
      {...frame}
      title={say("Merge {term} into {into}", { term: term.name, into: into.name })}
      at="settings"
    >
      <BackLink href={back}>{term.name}</BackLink>
      <h1>{say("Merge “{term}” into “{into}”?", { term: term.name, into: into.name })}</h1>
      <ul>
        <li>
          {sayCount(
            groups,
            {
              one: "{count} group with “{term}” gets “{into}”.",
              other: "{count} groups with “{term}” get “{into}”.",
            },
            { term: term.name, into: into.name },
          )}{" "}
          {both > 0
            ? sayCount(both, {
                one: "{count} of them has it already.",
                other: "{count} of them have it already.",
              })
            : ""}
        </li>
        {needs > 0 ? (
          <li>
            {sayCount(needs, {
              one: "{count} need of that theme moves too.",
              other: "{count} needs of that theme move too.",
            })}
          </li>
        ) : null}
        <li>
          {say("“{term}” goes from the list. Links and saved views with it lead to “{into}”.", {
            term: term.name,
            into: into.name,
          })}
        </li>
      </ul>
      <p>{say("This cannot be undone in one step, because afterwards nobody can tell the two apart.")}</p>
      <Form
        action={mergeTermForm}
        lio={lio}
        submit={say("Merge into “{into}”", { into: into.name })}
        kind="danger"
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={term.id} />
        <input type="hidden" name="into" value={into.id} />
      </Form>
    </Frame>
  )
}
