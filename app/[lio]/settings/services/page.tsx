import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { listServices, statusOf } from "@/lib/services/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { moveServiceForm } from "./actions"

/** How each standing is shown. */
const STANDING = {
  published: ["good", say("On your public page")],
  draft: ["wait", say("Not published")],
  retired: ["plain", say("Retired")],
} as const

/** The LIO's service catalogue. */
export default async function ServicesPage(props: PageProps) {
  const [frame, services] = await visit(props, (ctx) => listServices(ctx))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/services`
  const add = <ButtonLink href={`${at}/new`}>{say("Add a service")}</ButtonLink>
  const live = services.filter(({ retiredAt }) => retiredAt === null)
  return (
    <Frame {...frame} title={say("Services")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <div className="title-row">
        <h1>{say("Services")}</h1>
        {services.length > 0 ? add : null}
      </div>
      <p>
        {sayRich(
          "What you do for groups, and what you cannot do. It’s shown on <link>a page that everybody can read</link>, in this order.",
          { link: (text) => <a href={`/${lio}/services`}>{text}</a> },
        )}
      </p>
      {services.length === 0 ? (
        <EmptyState drawing="talk" title={say("No service yet")} action={add}>
          {say("Write down what groups can ask you for: help to start, training, advice on money, a voice.")}
        </EmptyState>
      ) : null}
      <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
        {services.map((service) => {
          const [tone, label] = STANDING[statusOf(service)]
          const place = live.indexOf(service)
          return (
            <li
              key={service.id}
              className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-3"
            >
              <div className="min-w-0">
                <a href={`${at}/${service.id}`} className="font-semibold">
                  {service.name}
                </a>
                <p className="m-0 text-soft">{service.forWhom}</p>
              </div>
              <div className="flex flex-wrap items-center gap-x-4">
                <Tag tone={tone}>{label}</Tag>
                {place > 0 ? <Move lio={lio} id={service.id} name={service.name} where="up" /> : null}
                {place >= 0 && place < live.length - 1 ? (
                  <Move lio={lio} id={service.id} name={service.name} where="down" />
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </Frame>
  )
}

function Move({ lio, id, name, where }: { lio: string; id: string; name: string; where: "up" | "down" }) {
  return (
    <Form
      action={moveServiceForm}
      lio={lio}
      id={`${where}-${id}`}
      kind="plain"
      submit={
        <>
          {where === "up" ? say("Up") : say("Down")}
          <span className="sr-only">: {name}</span>
        </>
      }
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="where" value={where} />
    </Form>
  )
}
