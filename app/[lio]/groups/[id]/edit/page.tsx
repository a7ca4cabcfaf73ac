import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import type { Section } from "@/lib/groups/input"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { getGroup, listAreas, listTerms } from "@/lib/groups/queries"
import { Frame } from "../../../_parts/frame"
import { Version } from "../../_parts/version"
import { SECTION_FIELDS, SECTION_FORMS, SECTIONS } from "../_parts/sections"

const sectionOf = (said: unknown): Section =>
  typeof said === "string" && said in SECTIONS ? (said as Section) : "about"

export default async function EditGroup(props: PageProps) {
  const [frame, { group, section, areas, terms, keeps }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const group = await getGroup(ctx, id)
      const section = sectionOf(query.section)
      const keeps = mayKeepGroups(ctx.actor)
      ensure(keeps || (SECTIONS[section].own && mayDescribeGroup(ctx.actor, id)), "You may not change this.")
      const [areas, terms] =
        section === "lists" ? await Promise.all([listAreas(ctx), listTerms(ctx)]) : [[], []]
      const retired = group.terms.filter((term) => !terms.some(({ id }) => id === term.id))
      return { group, section, keeps, areas, terms: section === "lists" ? [...terms, ...retired] : [] }
    },
  )
  const lio = frame.lio.slug
  const { title, values } = SECTIONS[section]
  const back = `/${lio}/groups/${group.id}/details`
  return (
    <Frame {...frame} title={`${title}: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{title}</h1>
      <Form
        action={SECTION_FORMS[section]}
        lio={lio}
        values={{ ...values(group), version: group.version }}
        submit="Save"
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={group.id} />
        <Version />
        {SECTION_FIELDS[section]({ areas, terms }, !keeps)}
      </Form>
    </Frame>
  )
}
