import { type PageProps, visit } from "@/app/_http/visit"
import { Disclosure } from "@/app/_ui/disclosure"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SearchBox } from "@/app/_ui/search-box"
import { AREA_KINDS } from "@/db/vocabulary"
import { findPlaces, listAreasInUse } from "@/lib/lios/areas/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { addAreaForm, addNeighbourhoodForm, addWardsForm, removeAreaForm } from "../actions"

/** Where the LIO works. */
export default async function Areas(props: PageProps) {
  const [frame, { areas, q, places }] = await visit(props, async (ctx, query) => {
    const q = typeof query.q === "string" ? query.q.slice(0, 100) : ""
    return { areas: await listAreasInUse(ctx), q, places: await findPlaces(ctx, q) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings/areas`
  return (
    <Frame {...frame} title={say("Areas you serve")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Areas you serve")}</h1>
      <p>{say("They’re shown on your public page, and each group can be linked to the areas it serves.")}</p>
      {areas.length === 0 ? (
        <EmptyState drawing="groups" title={say("No area yet")}>
          {say("Look for your district or your wards below and add them.")}
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
                <Disclosure
                  summary={sayRich("Remove{area}", { area: <span className="sr-only"> {area.name}</span> })}
                >
                  <p>
                    {area.groups === 0
                      ? say("No group names it.")
                      : sayCount(area.groups, {
                          one: "{count} group names it. It goes from its details too.",
                          other: "{count} groups name it. It goes from their details too.",
                        })}
                  </p>
                  <Form
                    action={removeAreaForm}
                    lio={lio}
                    id={area.id}
                    submit={say("Remove {area}", { area: area.name })}
                    kind="danger"
                  >
                    <input type="hidden" name="id" value={area.id} />
                  </Form>
                </Disclosure>
              </div>
            </li>
          ))}
        </ul>
      )}
      <h2>{say("Add a district or ward")}</h2>
      <SearchBox action={at} label={say("Look for a place")} value={q} id="place" />
      {q && places.length === 0 ? (
        <p className="mt-4">
          {say(
            "No district or ward is called “{q}”. Check the spelling. If no place is found at all, the list of places is not in this Trellis yet: the person who runs it can bring it in. Until then, add the name below.",
            { q },
          )}
        </p>
      ) : null}
      <ul className="mt-4 max-w-3xl list-none p-0">
        {places.map((place) => (
          <li
            key={place.code}
            className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2"
          >
            <p className="m-0">
              <strong>{place.name}</strong>{" "}
              <span className="text-soft">
                {AREA_KINDS[place.kind as keyof typeof AREA_KINDS]}
                {place.district ? `, ${place.district}` : ""}
              </span>
            </p>
            {place.wards > 0 ? (
              <Form
                action={addWardsForm}
                lio={lio}
                id={`${place.code}-wards`}
                submit={sayCount(
                  place.wards,
                  { one: "Add all {count} ward of {place}", other: "Add all {count} wards of {place}" },
                  { place: place.name },
                )}
                kind="secondary"
              >
                <input type="hidden" name="code" value={place.code} />
              </Form>
            ) : null}
            {place.served ? (
              <span className="text-soft">{say("On your list")}</span>
            ) : (
              <Form action={addAreaForm} lio={lio} id={place.code} submit={say("Add")} kind="secondary">
                <input type="hidden" name="code" value={place.code} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      <h2>{say("Add a neighbourhood by its name")}</h2>
      <Form action={addNeighbourhoodForm} lio={lio} submit={say("Add it")} kind="secondary" id="by-name">
        <TextField name="name" label={say("Name")} hint={say("An estate, a village, a valley")} width="md" />
      </Form>
    </Frame>
  )
}
