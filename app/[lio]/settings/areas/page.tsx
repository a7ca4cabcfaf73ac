import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { AREA_KINDS } from "@/db/vocabulary"
import { lookForAreas } from "@/lib/lios/areas/looking/queries"
import { listAreasInUse } from "@/lib/lios/areas/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { addNeighbourhoodForm, removeAreaForm } from "../actions"
import { First } from "./_parts/first"
import { LookUp } from "./_parts/look-up"

/** So much of what was typed is looked at. */
const MOST = 1000

/** Where the LIO works. Also the second step of setting up (`first`), which leads on to Today. */
export default async function Areas(props: PageProps) {
  const [frame, { areas, q, first, found }] = await visit(props, async (ctx, query) => {
    const q = typeof query.q === "string" ? query.q.slice(0, MOST) : ""
    const areas = await listAreasInUse(ctx)
    return { areas, q, first: query.first === "1", found: await lookForAreas(ctx, q) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/areas`
  return (
    <Frame {...frame} title={say("Areas you serve")} at="settings">
      {first ? null : <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>}
      <h1>{first ? say("Where do you work?") : say("Areas you serve")}</h1>
      {first ? (
        <p>
          {say(
            "Your organisation is set up, and this is the next step. You can leave it for later: it’s on the checklist on Today, with the rest.",
          )}
        </p>
      ) : null}
      <p>
        {say(
          "The areas you serve are shown on your public page, and each group can be linked to the areas it serves.",
        )}
      </p>
      {areas.length === 0 ? (
        <EmptyState drawing="groups" title={say("No area yet")}>
          {say(
            "Look up a postcode or the name of a place below, and tick the districts or wards that you want.",
          )}
        </EmptyState>
      ) : (
        <ul className="mb-8 max-w-3xl list-none border-t border-line p-0">
          {areas.map((area) => (
            <li key={area.id} className="border-b border-line py-2">
              <div className="flex flex-wrap items-center justify-between gap-x-6">
                <p className="m-0">
                  <strong>{area.name}</strong>{" "}
                  <span className="text-soft">
                    {AREA_KINDS[area.kind]},{" "}
                    {sayCount(area.groups, { one: "{count} group", other: "{count} groups" })}
                  </span>
                </p>
                <Form
                  fold={sayRich("Remove{area}", { area: <span className="sr-only"> {area.name}</span> })}
                  action={removeAreaForm}
                  lio={lio}
                  id={area.id}
                  submit={say("Remove {area}", { area: area.name })}
                  kind="danger"
                >
                  <p>
                    {area.groups === 0
                      ? say("No group names it.")
                      : sayCount(area.groups, {
                          one: "{count} group names it. It goes from its details too.",
                          other: "{count} groups name it. It goes from their details too.",
                        })}
                  </p>

                  <input type="hidden" name="id" value={area.id} />
                  {first ? <First /> : null}
                </Form>
              </div>
            </li>
          ))}
        </ul>
      )}
      <LookUp {...{ lio, at, q, first }} {...found} />
      <h2>{say("Add a neighbourhood by its name")}</h2>
      <Form action={addNeighbourhoodForm} lio={lio} submit={say("Add it")} kind="secondary" id="by-name">
        <TextField name="name" label={say("Name")} hint={say("An estate, a village, a valley")} width="md" />
        {first ? <First /> : null}
      </Form>
      <p className="mt-6">
        {sayRich(
          "Do you have a whole list of names? <start>Type or paste them</start> under Getting started.",
          {
            start: (text) => <a href={`/${lio}/settings/start#areas`}>{text}</a>,
          },
        )}
      </p>
      {first ? (
        <p>
          <ButtonLink href={`/${lio}/home`} kind={areas.length > 0 ? undefined : "secondary"}>
            {areas.length > 0 ? say("Continue to Today") : say("Leave this for later")}
          </ButtonLink>
        </p>
      ) : null}
    </Frame>
  )
}
