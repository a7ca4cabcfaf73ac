import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Filters } from "@/app/_ui/filters"
import { Pagination } from "@/app/_ui/pagination"
import { Static } from "@/app/_ui/static"
import { INCOME_BANDS } from "@/db/vocabulary"
import { isStaff } from "@/lib/access/may"
import { pageIn } from "@/lib/input"
import { findPartners, listPartnerChoices, PARTNERS_A_PAGE } from "@/lib/opportunities/partners/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { CapabilityFacts } from "../_parts/capability"
import { OpportunityTabs } from "../_parts/opportunity-tabs"
import { ReachThem } from "../_parts/reach-them"

const idsIn = (typed: unknown) => [typed ?? []].flat().flatMap((one) => z.uuid().safeParse(one).data ?? [])
const bandsIn = (typed: unknown) =>
  [typed ?? []].flat().filter((one): one is string => Object.hasOwn(INCOME_BANDS, String(one)))
const BANDS = Object.entries(INCOME_BANDS).map(([value, label]) => ({ value, label }))

/** Groups that have agreed to be found by others that look for somebody to bid with. */
export default async function Partners(props: PageProps) {
  const [frame, { search, choices, found, staff, own }] = await visit(props, async (ctx, query) => {
    const search = {
      themes: idsIn(query.theme),
      areas: idsIn(query.area),
      bands: bandsIn(query.size),
      page: pageIn(query.page),
    }
    const [choices, found] = await Promise.all([listPartnerChoices(ctx), findPartners(ctx, search)])
    const own = "groups" in ctx.actor ? ctx.actor.groups : []
    return { search, choices, found, staff: isStaff(ctx.actor), own }
  })
  const lio = frame.lio.slug
  const query = { theme: search.themes, area: search.areas, size: search.bands }
  const place = { path: `/${lio}/opportunities/partners`, query }
  const narrowed = Object.values(query).some(({ length }) => length > 0)
  const active = [
    ...search.themes.map((value) => ({ name: "theme", value, from: choices.themes })),
    ...search.areas.map((value) => ({ name: "area", value, from: choices.areas })),
    ...search.bands.map((value) => ({ name: "size", value, from: BANDS })),
  ].map(({ name, value, from }) => ({
    name,
    value,
    label: from.find((one) => one.value === value)?.label ?? say("Something that isn’t on the list"),
  }))
  return (
    <Frame {...frame} title={say("Who could bid with us?")} at="opportunities">
      <h1>{say("Who could bid with us?")}</h1>
      <OpportunityTabs lio={lio} current="partners" staff={staff} />
      <p className="max-w-3xl">
        {say(
          "Groups that want to be found by others for bidding together. What they show comes from their profile, their files and our funding ledger.",
        )}
      </p>
      {staff
        ? null
        : own.map(({ id, name }) => (
            <p key={id}>
              <a href={`/${lio}/groups/${id}/bidding`}>
                {say("May others find {group} here?", { group: name })}
              </a>
            </p>
          ))}
      <Filters
        place={place}
        count={sayCount(found.total, { one: "{count} group", other: "{count} groups" })}
        active={active}
        fields={[
          {
            kind: "some",
            name: "theme",
            label: say("Theme"),
            options: choices.themes,
            empty: say("Any theme"),
          },
          { kind: "some", name: "area", label: say("Area"), options: choices.areas, empty: say("Any area") },
          { kind: "some", name: "size", label: say("Yearly income"), options: BANDS, empty: say("Any size") },
        ]}
      />
      {found.groups.length > 0 ? (
        <>
          <Static>
            <ul className="list-none p-0">
              {found.groups.map((its) => (
                <li key={its.groupId} className="card mb-4 max-w-3xl">
                  <h2 className="mt-0">
                    {staff ? <a href={`/${lio}/groups/${its.groupId}`}>{its.name}</a> : its.name}
                  </h2>
                  <CapabilityFacts its={its} />
                  <ReachThem place={frame.lio} its={its} />
                </li>
              ))}
            </ul>
          </Static>
          <Pagination place={place} page={search.page} perPage={PARTNERS_A_PAGE} total={found.total} />
        </>
      ) : (
        <EmptyState drawing="groups" title={narrowed ? say("No groups match") : say("No groups yet")}>
          {narrowed
            ? say("Take a filter off, or look for a larger area.")
            : say(
                "A lead of a group says on its own pages, under “Bidding with others”, that it may be found here.",
              )}
        </EmptyState>
      )}
    </Frame>
  )
}
