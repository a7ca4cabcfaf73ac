import { type PageProps, visit } from "@/app/_http/visit"
import { formatMoment } from "@/app/_ui/date"
import { keys } from "@/db/vocabulary"
import { isListed } from "@/lib/directory/queries"
import { mayAnswer } from "@/lib/fields/policy"
import { listFields } from "@/lib/fields/queries"
import { listShared } from "@/lib/groups/identifiers/queries"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { listWaiting } from "@/lib/groups/proposals/queries"
import { getGroup, getGroupHeader, listAreas, listTerms } from "@/lib/groups/queries"
import { listSizes } from "@/lib/groups/sizes/queries"
import { hasTypes } from "@/lib/membership-status/queries"
import { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { AnswersKept } from "../_parts/answers"
import { FillIn } from "../_parts/fill-in"
import { Freshness } from "../_parts/freshness"
import { GroupFrame } from "../_parts/group-frame"
import { PartFacts } from "../_parts/part-facts"
import { PartForm } from "../_parts/part-form"
import { SECTIONS } from "../_parts/sections"
import { SizesOverTime } from "../_parts/sizes"
import { WaitsForStaff, WaitsHere } from "../_parts/waiting"

export default async function GroupDetails(props: PageProps) {
  const [
    frame,
    {
      header,
      group,
      keeps,
      describes,
      fields,
      answers,
      shared,
      sizes,
      waiting,
      listed,
      lists,
      kinds,
      fill,
      now,
    },
  ] = await visit(props, async (ctx, query, { id = "" }) => {
    const keeps = mayKeepGroups(ctx.actor)
    const [fields, group] = await Promise.all([listFields(ctx), getGroup(ctx, id)])
    const [header, shared, sizes, waiting, listed, areas, terms, fitting, kinds] = await Promise.all([
      getGroupHeader(ctx, id),
      listShared(ctx, id),
      listSizes(ctx, id),
      listWaiting(ctx, id),
      isListed(ctx, id),
      keeps ? listAreas(ctx) : [],
      keeps ? listTerms(ctx) : [],
      keeps ? suggestTerms(ctx, group) : [],
      keeps && hasTypes(ctx),
    ])
    const retired = group.terms.filter((term) => !terms.some(({ id }) => id === term.id))
    return {
      ...{ header, group, keeps, fields, shared, sizes, waiting, listed, kinds },
      describes: mayDescribeGroup(ctx.actor, id),
      answers: fields.some((field) => mayAnswer(ctx.actor, id, field)),
      lists: { areas, terms: [...terms, ...retired], fitting },
      fill: query.fill === "1",
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${group.id}`
  const staff = frame.actor.kind === "staff"
  return (
    <Frame {...frame} title={say("{group}: details", { group: group.name })} at="groups">
      <GroupFrame lio={lio} group={header} tab="details" keeps={keeps} staff={staff} now={now}>
        <Freshness at={at} group={group} confirms={describes && group.stage !== "closed"} />
        {staff ? (
          <WaitsHere at={at} count={waiting.length} />
        ) : (
          <WaitsForStaff lio={lio} name={frame.lio.name} waiting={waiting} />
        )}
        {keeps ? (
          <FillIn
            frame={frame}
            group={group}
            missing={header.missing}
            lists={lists}
            fields={fields}
            open={fill}
          />
        ) : null}
        {keys(SECTIONS).map((section) => {
          const { title, ownTitle, own } = SECTIONS[section]
          const heading = staff ? title : (ownTitle ?? title)
          const edit = own && describes ? `${at}/edit?section=${section}` : null
          return (
            <section key={section} id={section} className="part">
              <div className="flex flex-wrap items-baseline gap-x-6">
                <h2 className="mb-2">{heading}</h2>
                {edit && !keeps ? (
                  <a className="inline-flex min-h-11 items-center" href={edit}>
                    {sayRich("Change{heading}", {
                      heading: <span className="sr-only"> {heading.toLowerCase()}</span>,
                    })}
                  </a>
                ) : null}
              </div>
              {keeps ? (
                <PartForm
                  fold={
                    <>
                      <span className="part-closed">{say("Change")}</span>
                      <span className="part-open">{say("Close")}</span>
                      <span className="sr-only"> {heading.toLowerCase()}</span>
                    </>
                  }
                  {...{ frame, group, keeps, lists, kinds }}
                  part={section}
                  membership={header.membership}
                  id={section}
                />
              ) : null}
              <PartFacts
                lio={lio}
                own={!staff}
                shared={shared}
                name={frame.lio.name}
                waiting={staff ? [] : waiting}
                group={group}
                part={section}
                says={staff ? undefined : { fillIn: edit }}
              />
              {section === "directory" && listed ? (
                <p>
                  <a className="inline-flex min-h-11 items-center" href={`/${lio}/directory/${group.id}`}>
                    {say("See it as the public sees it")}
                  </a>
                </p>
              ) : null}
              {section === "size" ? <SizesOverTime sizes={sizes} name={group.name} /> : null}
            </section>
          )
        })}
        <AnswersKept
          at={at}
          title={say("Questions of {lio}", { lio: frame.lio.name })}
          fields={fields}
          answers={group.custom}
          changes={answers}
        />
        <p className="text-soft">
          {sayRich("Last changed on {updatedAt}. <link>History of changes</link>", {
            updatedAt: formatMoment(group.updatedAt),
            link: (text) => (
              <a className="inline-flex min-h-11 items-center" href={`${at}/history`}>
                {text}
              </a>
            ),
          })}
        </p>
      </GroupFrame>
    </Frame>
  )
}
