import { notFound } from "next/navigation"
import type { PageProps } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { asPublic } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { listMapAreas } from "@/lib/needs/mapping/queries"
import { listShownNeeds, type ShownNeed } from "@/lib/needs/speaking/queries"
import { formatDate, inWords, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { PublicFrame } from "../_parts/public-frame"
import { NeedsByPlace } from "../needs/_parts/needs-by-place"

type Asked = string | string[] | undefined
const is = (asked: Asked, its: readonly { id: string }[]) =>
  asked === undefined || (its.length === 0 ? asked === "none" : its.some(({ id }) => id === asked))

/** What is needed in the district, as the LIO wants it seen. For everybody. */
export default async function Needed(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const read = asPublic(lio, async (ctx) => ({
    face: await getFace(ctx),
    needs: await listShownNeeds(ctx),
    areas: await listMapAreas(ctx),
  }))
  const {
    face,
    needs: all,
    areas,
  } = await read.catch((refusal: unknown) => {
    if (refusal instanceof NotFound) notFound()
    throw refusal
  })
  const needs = all.filter((need) => is(query.area, need.areas) && is(query.theme, need.themes))
  const narrowed = needs.length < all.length
  const [open, met] = [needs.filter((need) => !need.met), needs.filter((need) => need.met)]
  return (
    <PublicFrame
      lio={face}
      title={say("What is needed here")}
      found={{
        about: say(
          "What groups and people tell {lio} is missing in its area, and what has been met this year.",
          {
            lio: face.name,
          },
        ),
        path: `/${lio}/needed`,
      }}
    >
      <h1>{say("What is needed here")}</h1>
      <p className="lead max-w-2xl">
        {say("This is what groups and people tell {lio} is missing. Nobody is named here.", {
          lio: face.name,
        })}
      </p>
      {narrowed ? (
        <p>
          {sayCount(needs.length, { one: "{count} need is shown.", other: "{count} needs are shown." })}{" "}
          <a href={`/${lio}/needed`}>{say("See all needs")}</a>
        </p>
      ) : null}
      {all.length === 0 ? (
        <EmptyState drawing="needs" title={say("Nothing is listed yet")}>
          {say("Needs that {lio} wants everybody to know of will stand here.", { lio: face.name })}
        </EmptyState>
      ) : null}
      <ul className="max-w-3xl list-none p-0">
        {open.map((need) => (
          <Need key={need.id} need={need} />
        ))}
      </ul>
      {met.length > 0 ? (
        <>
          <h2>{say("Met in the last year")}</h2>
          <ul className="max-w-3xl list-none p-0">
            {met.map((need) => (
              <Need key={need.id} need={need} />
            ))}
          </ul>
        </>
      ) : null}
      {narrowed || open.length === 0 ? null : (
        <NeedsByPlace
          areas={areas}
          needs={open}
          about={say("Needs by area")}
          hrefOf={(asked) =>
            `/${lio}/needed?${new URLSearchParams(Object.entries(asked).map(([name, id]) => [name, id ?? "none"]))}`
          }
        />
      )}
      <p className="mt-8 max-w-2xl">
        {sayRich("Can your group help, or do you miss something else? <link>Tell us</link>.", {
          link: (text) => <a href={`/${lio}/tell-us`}>{text}</a>,
        })}
      </p>
    </PublicFrame>
  )
}

function Need({ need }: { need: ShownNeed }) {
  const { title, words, areas, themes, metOn } = need
  const where = areas.length > 0 ? inWords(areas.map(({ name }) => name)) : say("The whole district")
  return (
    <li className="border-b border-line py-3">
      <h3 className="m-0 text-lg">{title}</h3>
      {words ? <p className="m-0 whitespace-pre-line">{words}</p> : null}
      <p className="m-0 text-soft">
        {[where, ...themes.map(({ name }) => name)].join(" · ")}{" "}
        {metOn ? <Tag tone="good">{say("Met on {day}", { day: formatDate(metOn) })}</Tag> : null}
      </p>
    </li>
  )
}
