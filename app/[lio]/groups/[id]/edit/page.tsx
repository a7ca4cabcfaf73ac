import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import type { Section } from "@/lib/groups/input"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { listApproved, listWaiting } from "@/lib/groups/proposals/queries"
import { getGroup, listAreas, listTerms } from "@/lib/groups/queries"
import { ownLabel } from "@/lib/groups/words"
import { hasTypes, listMembershipStatuses } from "@/lib/membership-status/queries"
import { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { inWords } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Version } from "../../_parts/version"
import { FACTS } from "../_parts/facts"
import { SECTION_FIELDS, SECTION_FORMS, SECTIONS } from "../_parts/sections"
import { StageField } from "../_parts/stage"
import { SectionForm } from "./section-form"

/** What of a section the staff want to see first, in words. */
const heldIn = (section: Section, approved: Set<string>) => {
  const held = (FACTS[section] ?? []).filter((field) => approved.has(field))
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
      ensure(keeps || (SECTIONS[section].own && mayDescribeGroup(ctx.actor, id)), "You may not change this.")
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
  const { title, ownTitle, values } = SECTIONS[section]
  const heading = keeps ? title : (ownTitle ?? title)
  const held = heldIn(section, approved)
  const back = `/${lio}/groups/${group.id}/details`
  return (
    <Frame {...frame} title={`${heading}: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{heading}</h1>
      {held.length > 0 ? (
        <p className="max-w-2xl">
          {frame.lio.name} looks at a change of {inWords(held)} first. Until then the old words stay.
        </p>
      ) : null}
      <SectionForm
        action={SECTION_FORMS[section]}
        frame={frame}
        long={keeps}
        values={{ ...values({ ...group, ...wanted }), version: group.version }}
        submit="Save"
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={group.id} />
        <Version />
        {section === "standing" ? (
          <StageField
            href={`/${lio}/groups/${group.id}/membership`}
            stage={group.stage}
            kinds={kinds}
            membership={membership}
          />
        ) : null}
        {SECTION_FIELDS[section]({ areas, terms, fitting }, !keeps && !approved.has("name"), !keeps)}
      </SectionForm>
    </Frame>
  )
}
