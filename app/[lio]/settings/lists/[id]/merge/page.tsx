import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { RuleBroken } from "@/lib/errors"
import { mergeTermInput } from "@/lib/word-lists/input"
import { getTerm, previewMerge } from "@/lib/word-lists/queries"
import { byNumber, plural } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { mergeTermForm } from "../../actions"

/** What merging two words would do, before it is done. */
export default async function MergeTerms(props: PageProps) {
  const [frame, found] = await visit(props, async (ctx, query, { id = "" }) => {
    const term = await getTerm(ctx, id)
    const parsed = mergeTermInput.safeParse({ id, into: query.into })
    if (!parsed.success) return { term, into: null, counts: null }
    const into = await getTerm(ctx, parsed.data.into)
    if (into.list !== term.list || into.id === id) throw new RuleBroken("Choose another word of the list.")
    return { term, into, counts: await previewMerge(ctx, parsed.data) }
  })
  const { term, into, counts } = found
  const lio = frame.lio.slug
  const back = `/${lio}/settings/lists/${term.id}`
  if (!into || !counts)
    return (
      <Frame {...frame} title={`Merge ${term.name}`} at="settings">
        <BackLink href={back}>{term.name}</BackLink>
        <h1>Merge “{term.name}”</h1>
        <p>
          Choose the word that stays <a href={back}>on its page</a> first.
        </p>
      </Frame>
    )
  const { groups, both, needs } = counts
  return (
    <Frame {...frame} title={`Merge ${term.name} into ${into.name}`} at="settings">
      <BackLink href={back}>{term.name}</BackLink>
      <h1>
        Merge “{term.name}” into “{into.name}”?
      </h1>
      <ul>
        <li>
          {plural(groups, "group")} with “{term.name}” {byNumber(groups, "gets", "get")} “{into.name}”
          {both > 0 ? `; ${both} of them ${byNumber(both, "has", "have")} it already` : ""}.
        </li>
        {needs > 0 ? (
          <li>
            {plural(needs, "need")} of that theme {byNumber(needs, "moves", "move")} too.
          </li>
        ) : null}
        <li>
          “{term.name}” goes from the list. Links and saved views with it lead to “{into.name}”.
        </li>
      </ul>
      <p>This cannot be undone in one step, because afterwards nobody can tell the two apart.</p>
      <Form
        action={mergeTermForm}
        lio={lio}
        submit={`Merge into “${into.name}”`}
        kind="danger"
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={term.id} />
        <input type="hidden" name="into" value={into.id} />
      </Form>
    </Frame>
  )
}
