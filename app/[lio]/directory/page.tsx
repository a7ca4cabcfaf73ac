import { type PageProps, visitPublic } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import type { FilterField } from "@/app/_ui/filter-fields"
import { Filters } from "@/app/_ui/filters"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { AREA_KINDS, TERM_LISTS } from "@/db/vocabulary"
import { directoryFilter } from "@/lib/directory/input"
import { ENTRIES_AT_ONCE, type Entry, listEntries, listHandles } from "@/lib/directory/queries"
import { getFace } from "@/lib/lios/look/queries"
import { inWords, say, sayCount, shortened } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { PublicFrame } from "../_parts/public-frame"

type Handles = Awaited<ReturnType<typeof listHandles>>

function fieldsOf(words: Handles["words"], areas: Handles["areas"]): FilterField[] {
  const all: FilterField[] = [
    {
      kind: "text",
      name: "q",
      label: say("What are you looking for?"),
      hint: say("A name, or a word like “walking”"),
      type: "search",
    },
    {
      kind: "list",
      name: "word",
      label: say("About"),
      hint: say("A theme, a service or who it’s for"),
      empty: say("Anything"),
      options: words.map(({ id, list, name }) => ({ value: id, label: name, group: TERM_LISTS[list] })),
    },
    {
      kind: "list",
      name: "area",
      label: say("Where"),
      hint: say("The area that it works in"),
      empty: say("Any area"),
      options: areas.map(({ id, kind, name }) => ({ value: id, label: name, group: AREA_KINDS[kind] })),
    },
    {
      kind: "text",
      name: "near",
      label: say("Near"),
      hint: say("A postcode or the name of a place"),
    },
  ]
  return all.filter((field) => field.kind !== "list" || field.options.length > 0)
}

/** The groups that agreed to be found by anybody. Public. */
export default async function Directory(props: PageProps) {
  const { face, filter, entries, total, words, areas } = await visitPublic(
    props,
    async (ctx, _params, query) => {
      const filter = directoryFilter(query)
      return {
        face: await getFace(ctx),
        filter,
        ...(await listEntries(ctx, filter)),
        ...(await listHandles(ctx)),
      }
    },
  )
  const path = `/${face.slug}/directory`
  const { q, word, area, near, page } = filter
  const place = { path, query: { q, word, area, near } }
  const named = (all: { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? say("something that no group here has")
  const active = [
    ...(q ? [{ name: "q", label: `“${q}”` }] : []),
    ...(word ? [{ name: "word", label: named(words, word) }] : []),
    ...(area ? [{ name: "area", label: named(areas, area) }] : []),
    ...(near ? [{ name: "near", label: say("Near {place}", { place: near }) }] : []),
  ]
  return (
    <PublicFrame
      lio={face}
      title={say("Local groups")}
      found={
        q || word || area || near || page > 1
          ? undefined
          : {
              about: say("Voluntary and community groups that {lio} knows, and how to reach them.", {
                lio: face.name,
              }),
              path,
            }
      }
    >
      <BackLink href={`/${face.slug}`}>{face.name}</BackLink>
      <h1>{say("Find a local group")}</h1>
      <p className="max-w-2xl">
        {say("These groups know {face} and agreed to be found here.", { face: face.name })}
      </p>
      <Filters
        place={place}
        count={sayCount(total, { one: "{count} group", other: "{count} groups" })}
        fields={fieldsOf(words, areas)}
        active={active}
        keep={[]}
        apply={say("Search")}
      />
      {entries.length > 0 ? (
        <>
          <ul className="m-0 max-w-3xl list-none p-0">
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} path={path} />
            ))}
          </ul>
          <Pagination place={place} page={page} perPage={ENTRIES_AT_ONCE} total={total} />
        </>
      ) : (
        <Nothing path={path} narrowed={active.length > 0 || page > 1} name={face.name} />
      )}
      <p className="mt-8 text-soft">
        {sayRich(
          "For people who build websites: this directory is <link>open data (Open Referral UK)</link>.",
          { link: (text) => <a href={`/${face.slug}/open-referral`}>{text}</a> },
        )}
      </p>
    </PublicFrame>
  )
}

function EntryLine({ entry: { id, name, about, areas, words }, path }: { entry: Entry; path: string }) {
  const where = inWords(areas.map((area) => area.name))
  const what = [...new Set(words.map((word) => word.name))].join(", ")
  return (
    <li className="border-t border-line py-4">
      <h2 className="m-0 text-xl">
        <a className="inline-flex min-h-11 items-center" href={`${path}/${id}`}>
          {name}
        </a>
      </h2>
      {about ? <p className="m-0">{shortened(about, 220)}</p> : null}
      {where ? <p className="m-0 text-soft">{say("In {where}", { where })}</p> : null}
      {what ? <p className="m-0 text-soft">{what}</p> : null}
    </li>
  )
}

function Nothing({ path, narrowed, name }: { path: string; narrowed: boolean; name: string }) {
  if (narrowed)
    return (
      <EmptyState
        drawing="search"
        title={say("No group here matches")}
        action={<ButtonLink href={path}>{say("See all groups")}</ButtonLink>}
      >
        {say("Try another word, or ask {name}: it may know a group that is not listed here.", { name })}
      </EmptyState>
    )
  return (
    <EmptyState drawing="search" title={say("No groups here yet")}>
      {say("Ask {name}: it knows the groups of this area.", { name })}
    </EmptyState>
  )
}
