import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure, found } from "@/lib/errors"
import { mayWriteGuides } from "@/lib/guides/policy"
import { drawnGuide } from "@/lib/guides/writing/overview/queries"
import { getOwnGuide, getPublished, seenOf } from "@/lib/guides/writing/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { LongForm } from "../../../../_parts/long-form"
import { Seen } from "../../../../_parts/seen"
import { GuideFields } from "../../_parts/guide-fields"
import { HowToWrite } from "../../_parts/how-to-write"
import { changeGuideForm } from "../../actions"

/** Where a guide of the LIO's own is written. What everybody sees stays as it is until the next version. */
export default async function EditGuide(props: PageProps) {
  const [frame, { slug, said, seen, html }] = await visit(props, async (ctx, _, { slug = "" }) => {
    ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can write guides."))
    const own = await getOwnGuide(ctx, slug)
    const said = own.draft ?? found(await getPublished(ctx, own.guide.id))
    return { slug, said, seen: seenOf(own), html: await drawnGuide(ctx, said.body) }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/guides/manage/${slug}`
  const { title, summary, nations, body, related } = said
  return (
    <Frame {...frame} title={say("Edit “{title}”", { title })} at="guides/manage">
      <BackLink href={here}>{title}</BackLink>
      <h1>{say("Edit “{title}”", { title })}</h1>
      <LongForm
        action={changeGuideForm}
        frame={frame}
        id="guide"
        submit={say("Save as draft")}
        secondary={<a href={here}>{say("Leave it as it was")}</a>}
        values={{ title, summary, nations, body, related: related.join(", "), seen }}
      >
        <input type="hidden" name="slug" value={slug} />
        <Seen />
        <GuideFields lio={lio} html={html} />
      </LongForm>
      <HowToWrite />
    </Frame>
  )
}
