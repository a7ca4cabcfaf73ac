import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { listServed } from "@/lib/lios/areas/queries"
import { getSource } from "@/lib/support-sources/queries"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { areaOptions, SourceFields } from "../../_parts/source-fields"
import { changeSourceForm, checkSourceForm, removeSourceForm, setSourceForm } from "../actions"

/** One source of support: whether everybody sees it, what is said of it, and when it was last checked. */
export default async function SourcePage(props: PageProps) {
  const [frame, { source, areas }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    source: await getSource(ctx, id),
    areas: await listServed(ctx),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/sources`
  const { id, name, kind, specialism, areaCodes, can, cannot, phone, email, website, openingTimes } = source
  const published = source.publishedAt !== null
  const its = <input type="hidden" name="id" value={id} />
  return (
    <Frame {...frame} title={name} at="settings">
      <BackLink href={at}>{say("Other sources of support")}</BackLink>
      <h1>{name}</h1>
      <p>
        {published ? say("Anybody can see it in the finder.") : say("Only staff see it.")}{" "}
        {source.checkedOn ? say("Checked on {day}.", { day: formatDate(source.checkedOn) }) : null}
      </p>
      <div className="mb-8 flex flex-wrap gap-3">
        <Form
          action={setSourceForm}
          lio={lio}
          id="set"
          kind="secondary"
          submit={published ? say("Take it out of the finder") : say("Publish it")}
        >
          {its}
          <input type="hidden" name="to" value={published ? "draft" : "published"} />
        </Form>
        <Form
          action={checkSourceForm}
          lio={lio}
          id="check"
          kind="secondary"
          submit={say("It’s all still right")}
        >
          {its}
        </Form>
      </div>
      <h2>{say("Details")}</h2>
      <Form
        action={changeSourceForm}
        lio={lio}
        values={{ name, kind, specialism, areaCodes, can, cannot, phone, email, website, openingTimes }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        {its}
        <SourceFields areas={areaOptions(areas)} />
      </Form>
      <Form
        fold={say("Remove it")}
        action={removeSourceForm}
        lio={lio}
        id="remove"
        kind="danger"
        submit={say("Remove {name}", { name })}
      >
        <p>{say("It will be taken out of the finder and off this list. The history keeps its details.")}</p>

        {its}
      </Form>
    </Frame>
  )
}
