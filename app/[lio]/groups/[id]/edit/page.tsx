import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { factsOf } from "@/lib/groups/details/words"
import type { Section } from "@/lib/groups/input"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { listApproved, listWaiting } from "@/lib/groups/proposals/queries"
import { getGroup, listAreas, listTerms } from "@/lib/groups/queries"
import { ownLabel } from "@/lib/groups/words"
import { hasTypes, listMembershipStatuses } from "@/lib/membership-status/queries"
import { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { inWords, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { PartForm } from "../_parts/part-form"
import { SECTIONS } from "../_parts/sections"

/** What of a section the staff want to see first, in words. */
const heldIn = (section: Section, approved: Set<string>) => {
  const held = factsOf(section).filter((field) => approved.has(field))
  return section === "size" && held.length > 0 ? ["size"] : held.map((field) => ownLabel(field).toLowerCase())
}

const sectionOf = (value: unknown): Section =>
  typeof value === "string" && value in SECTIONS ? (value as Section) : "about"

export default async function EditGroup(props: PageProps) {
  const [frame, { group, membership, kinds, section, areas, terms, fitting, keeps, wanted, approved }] =
    await visit(props, async (ctx, query, { id = "" }) => {
      const group = await getGroup(ctx, id)
      const section = sectionOf(query.section)
      const keeps = mayKeepGroups(ctx.actor)
      ensure(
        keeps || (SECTIONS[section].own && mayDescribeGroup(ctx.actor, id)),
        say("You may not change this."),
      )
      const [areas, terms, fitting] =
        section === "lists"
          ? await Promise.all([listAreas(ctx), listTerms(ctx), suggestTerms(ctx, group)])
          : [[], [], []]
      const retired = group.terms.filter((term) => !terms.some(({ id }) => id === term.id))
      const [approved, waiting] = keeps
        ? [new Set<string>(), []]
        : await Promise.all([listApproved(ctx), listWaiting(ctx, id)])
      const wanted = Object.fromEntries(
        waiting.flatMap(({ changes }) => Object.entries(changes).map(([field, [, to]]) => [field, to])),
      )
      const [kinds, [membership = null]] =
        section === "standing"
          ? await Promise.all([hasTypes(ctx), listMembershipStatuses(ctx, [id])])
          : [false, []]
      return {
        group,
        membership,
        kinds,
        section,
        keeps,
        wanted,
        approved,
        areas,
        fitting,
        terms: section === "lists" ? [...terms, ...retired] : [],
      }
    })
  const lio = frame.lio.slug
  const { title, ownTitle } = SECTIONS[section]
  const heading = keeps ? title : (ownTitle ?? title)
  const held = heldIn(section, approved)
  const back = `/${lio}/groups/${group.id}/details`
  return (
    <Frame {...frame} title={`${heading}: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{heading}</h1>
      {held.length > 0 ? (
        <p className="max-w-2xl">
          {say("{lio} looks at a change of {held} first. Until then the old words stay.", {
            lio: frame.lio.name,
            held: inWords(held),
          })}
        </p>
      ) : null}
      <PartForm
        {...{ frame, group, keeps, wanted, kinds, membership }}
        part={section}
        lists={{ areas, terms, fitting }}
        nameKept={!keeps && !approved.has("name")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      />
    </Frame>
  )
}
