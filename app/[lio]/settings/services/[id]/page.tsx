import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import type { SetService } from "@/lib/services/input"
import { getService, statusOf } from "@/lib/services/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { ServiceFields } from "../../_parts/service-fields"
import { changeServiceForm, setServiceForm } from "../actions"

const WAYS: Record<SetService["to"], { about: string; to: SetService["to"][] }> = {
  draft: { about: say("Only staff see it."), to: ["published", "retired"] },
  published: { about: say("Everybody can read it on your public page."), to: ["draft", "retired"] },
  retired: { about: say("You do not offer it any more. What was done under it stays."), to: ["draft"] },
}
const LABELS = {
  published: say("Publish it"),
  draft: say("Back to not published"),
  retired: say("Retire it"),
}

/** One service: what is said of it, and whether everybody sees it. */
export default async function ServicePage(props: PageProps) {
  const [frame, service] = await visit(props, (ctx, _query, { id = "" }) => getService(ctx, id))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/services`
  const { name, about, forWhom, cannot, how, cost, counts } = service
  const ways = WAYS[statusOf(service)]
  return (
    <Frame {...frame} title={name} at="settings">
      <BackLink href={at}>{say("Services")}</BackLink>
      <h1>{name}</h1>
      <p>{ways.about}</p>
      <div className="mb-8 flex flex-wrap gap-3">
        {ways.to.map((to) => (
          <Form
            key={to}
            action={setServiceForm}
            lio={lio}
            id={to}
            submit={LABELS[to]}
            kind={to === "retired" ? "danger" : "secondary"}
          >
            <input type="hidden" name="id" value={service.id} />
            <input type="hidden" name="to" value={to} />
          </Form>
        ))}
      </div>
      <h2>{say("Details")}</h2>
      <Form
        action={changeServiceForm}
        lio={lio}
        values={{ name, about, forWhom, cannot, how, cost, counts }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={service.id} />
        <ServiceFields />
      </Form>
    </Frame>
  )
}
